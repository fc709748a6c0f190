package vn.hoso.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every address that can be read, by everybody, in both languages. */
final class Crawl {

    private static final List<String> ALL_READERS =
            List.of("quantri", "vanphong", "lanhdao", "vanthu", "dieutri", "anyone");

    /** Somebody of each role, and somebody who is not signed in; {@code -Dproof.readers=2}: the first two alone. */
    static final List<String> READERS = ALL_READERS.subList(0, Integer.getInteger("proof.readers", ALL_READERS.size()));

    /** Whether somebody was left out. */
    static final boolean PARTIAL = READERS.size() < ALL_READERS.size();

    static final List<String> LANGUAGES = List.of("vi", "en");

    private static final List<String> FIXED = List.of(
            "/",
            "/login",
            "/error",
            "/nowhere",
            "/actuator/health",
            "/actuator/health/db",
            "/favicon.ico",
            "/accounts",
            "/accounts?q=thu",
            "/accounts?page=2",
            "/accounts/new",
            "/accounts/2",
            "/accounts/7",
            "/accounts/999",
            "/accounts/me/password",
            "/accounts/me/second-factor",
            "/accounts/me/passkeys",
            "/login/code",
            "/wall",
            "/wall/nothing",
            "/links/nothing",
            "/dashboard",
            "/dashboard?year=2023",
            "/dashboard?year=2024",
            "/dashboard?year=2024&span=QUARTER&month=9",
            "/dashboard?year=2024&span=MONTH&month=9",
            "/dashboard?year=2024&span=SIX_MONTHS&month=6",
            "/dashboard?year=2024&known=05/10/2024",
            "/dashboard?year=2024&known=nonsense",
            "/dashboard?year=2024&month=13",
            "/dashboard?year=2025&rest=20000",
            "/dashboard?year=2025&rest=x",
            "/dashboard?year=2020",
            "/dashboard?year=2024&month=8",
            "/dashboard/contribution?year=2024",
            "/dashboard/contribution?year=2024&level=MEDIAN",
            "/dashboard/contribution?year=2024&level=PERCENT&percent=80&unit=2",
            "/dashboard/contribution?year=2024&level=PERCENT&percent=x",
            "/dashboard/paper?year=2024",
            "/dashboard/paper?year=2023",
            "/dashboard/compare?year=2024",
            "/dashboard/compare?year=2024&indicator=PARTIAL",
            "/dashboard/map?year=2024",
            "/dashboard/map?year=2024&indicator=FULL_PROCESS",
            "/dashboard/units/2?year=2024",
            "/dashboard/units/2?year=2025",
            "/dashboard/units/3?year=2024",
            "/dashboard/units/999?year=2024",
            "/dashboard/units/2/letter?year=2024",
            "/dashboard/units/2/letter?year=2024&due=31/12/2024",
            "/dashboard/units/2/letter?year=2024&due=x",
            "/dashboard/decisions/1?year=2023",
            "/dashboard/decisions/1?year=2024",
            "/figures",
            "/figures?year=2024",
            "/figures?year=2025",
            "/figures?year=2022",
            "/figures/2024-09",
            "/figures/2024-08",
            "/figures/2024-10",
            "/figures/2025-09",
            "/figures/2022-05",
            "/figures/abc",
            "/figures/2030-01",
            "/figures/2024-09?known=05/10/2024",
            "/figures/2024-09/review",
            "/figures/2024-10/review",
            "/figures/2024-07/review",
            "/figures/2024-09/reminders",
            "/figures/2025-09/reminders",
            "/figures/2025-08/reminders",
            "/figures/2024-09/reminders/2/contact",
            "/figures/2024-09/reminders/2/letter",
            "/figures/2024-09/checks",
            "/figures/2024-09/submissions",
            "/figures/2024-09/approvals",
            "/figures/2024-09/returns",
            "/figures/2024-09/lock",
            "/figures/2024-09/reopening",
            "/figures/2024-08/2/corrections",
            "/figures/2024-07/2/corrections",
            "/figures/2024-08/3/corrections",
            "/figures/2024-08/2/notes",
            "/figures/2024-09/3/notes",
            "/imports",
            "/imports/template?month=2022-05",
            "/imports/999",
            "/imports/1/month",
            "/imports/1/units",
            "/imports/1/layout",
            "/imports/1/sheets",
            "/imports/1/answers",
            "/imports/1/withdrawal",
            "/imports/1/application",
            "/audit",
            "/audit?unit=2",
            "/audit?month=09/2024",
            "/audit?from=x&to=31/12/2024&person=y",
            "/audit?before=40",
            "/audit/trail.csv",
            "/audit/trail.csv?unit=2",
            "/trace/2024/overall",
            "/trace/2024/full-process",
            "/trace/2024/partial",
            "/trace/2024/eligible-online",
            "/trace/2024/online-payment",
            "/trace/2025/overall?span=QUARTER&month=6",
            "/trace/2023/overall",
            "/trace/2024/nothing",
            "/trace/2024/overall/units/2",
            "/trace/2024/overall/units/3",
            "/trace/returns/2/2024-09",
            "/trace/returns/2/2024-08",
            "/trace/returns/3/2024-09",
            "/trace/returns/2/2019-01",
            "/targets",
            "/targets?year=2023",
            "/targets?year=2025",
            "/follow-ups",
            "/follow-ups/new",
            "/follow-ups/new?target=3&month=2024-09",
            "/reports",
            "/reports/2023",
            "/reports/2024",
            "/reports/2024-09",
            "/reports/2024-Q3",
            "/reports/2024-6M",
            "/reports/2024-9M",
            "/reports/2025",
            "/reports/2025-6M",
            "/reports/2024-Q9",
            "/reports/2024/checklist",
            "/reports/2025/checklist",
            "/reports/2024/wording",
            "/reports/2024-Q3/wording",
            "/reports/2024/corrections/999",
            "/exports/results.json?year=2024",
            "/exports/results.json?year=2023",
            "/exports/results.json?year=2025&span=QUARTER&month=6",
            "/exports/results.csv?year=2024",
            "/exports/results.csv?year=2023",
            "/exports/results.csv?year=2025&span=MONTH&month=3",
            "/exports/results.csv");

    /** Files cost as much as all else together, and speak one language: read by everybody once. */
    private static final List<String> FILES =
            List.of("/reports/2024/report.docx", "/reports/2024/report.pdf", "/reports/2024/annex.xlsx");

    /** Further files that all readers would be given alike: read by one of them. */
    private static final List<String> FILES_OF_ONE = List.of(
            "/reports/2023/report.docx",
            "/reports/2023/report.pdf",
            "/reports/2023/annex.xlsx",
            "/reports/2024-09/report.docx",
            "/reports/2024-Q3/report.docx",
            "/reports/2024-6M/report.docx",
            "/reports/2024-9M/report.docx",
            "/reports/2025-03/report.docx",
            "/reports/2025-Q2/report.docx",
            "/reports/2025-6M/report.docx",
            "/reports/2025/report.docx",
            "/reports/2024-09/report.pdf",
            "/reports/2024-Q3/report.pdf",
            "/reports/2025-6M/report.pdf",
            "/reports/2025/report.pdf",
            "/reports/2024-09/annex.xlsx",
            "/reports/2024-Q3/annex.xlsx",
            "/reports/2025-6M/annex.xlsx",
            "/reports/2025/annex.xlsx",
            "/imports/template?month=2025-09");

    private Crawl() {}

    static void all(Stage stage) {
        Map<String, Integer> statements = new TreeMap<>();
        Set<String> addresses = new LinkedHashSet<>(FIXED);
        addresses.add(stage.wall);
        addresses.add(stage.correction);
        List<String> issues = stage.issues;
        issues.stream().limit(1).forEach(addresses::add);
        addresses.addAll(stage.imports);
        stage.imports.stream().limit(1).forEach(first -> addresses.add(first + "/original"));
        addresses.remove("");
        for (String reader : READERS) {
            for (String language : LANGUAGES) {
                for (String address : addresses) {
                    stage.read(reader, language, address, statements);
                }
            }
        }
        for (String reader : READERS) {
            FILES.forEach(address -> stage.read(reader, "vi", address, statements));
            issues.stream().limit(1).forEach(first -> filesOf(first)
                    .forEach(address -> stage.read(reader, "vi", address, statements)));
        }
        List<String> ofOne = new ArrayList<>(FILES_OF_ONE);
        issues.stream().skip(1).forEach(issue -> {
            ofOne.add(issue);
            ofOne.addAll(filesOf(issue));
        });
        ofOne.forEach(address -> stage.read("vanphong", "vi", address, statements));
        for (String reader : READERS) {
            stage.read(reader, "vi", "/accounts/me", statements);
        }
        StringBuilder counts = new StringBuilder();
        statements.forEach(
                (page, count) -> counts.append(page).append(" = ").append(count).append('\n'));
        stage.record.put("statements.txt", counts.toString());
    }

    private static List<String> filesOf(String issue) {
        return List.of(issue + "/report.docx", issue + "/report.pdf", issue + "/annex.xlsx");
    }
}
