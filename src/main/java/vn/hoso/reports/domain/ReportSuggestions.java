package vn.hoso.reports.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;

/**
 * What people offer to the report beside its figures, in the order of documents.
 *
 * @param explanations notes on units' months
 * @param tasks what is being done about missed targets
 * @param differences between figures of the same dossiers that nobody has closed, the largest first
 * @param reorganised what explains that the period counts former and new units, the earliest first
 * @param shops what the one-stop shops have, null where nobody said so in the period
 */
public record ReportSuggestions(
        List<Explanation> explanations,
        List<Task> tasks,
        List<Differing> differences,
        List<Reorganised> reorganised,
        @Nullable ReportOneStopShops shops) {

    /** Where nobody offers anything. */
    public static final ReportSuggestions NOTHING =
            new ReportSuggestions(List.of(), List.of(), List.of(), List.of(), null);

    /**
     * What changed the units on a day in the period.
     *
     * @param from the day
     * @param instruments the documents of its acts; none where units ended or began without an act
     * @param ended how many of the period's units are there no more from that day on
     * @param begun how many are there from that day on
     */
    public record Reorganised(LocalDate from, List<String> instruments, long ended, long begun) {

        ReportLine sentence(ReportNamedFigures figures) {
            String name = "sap_xep_" + DateTimeFormatter.BASIC_ISO_DATE.format(from);
            figures.count(name + ".ket_thuc", ended, ReportSentences.text("figure.sap_xep.ket_thuc"), false);
            figures.count(name + ".bat_dau", begun, ReportSentences.text("figure.sap_xep.bat_dau"), false);
            return ReportSentences.of(figures)
                    .about("sap_xep", name)
                    .with("ngay", Formats.date(from))
                    .with("van_ban", String.join(", ", instruments))
                    .fill((ended == 0 ? "units.begun" : begun == 0 ? "units.ended" : "units.reorganised")
                            + (instruments.isEmpty() ? ".without-act" : ""));
        }
    }

    /** A unit's note on one of its months. */
    public record Explanation(String unit, YearMonth month, String text) {}

    /** What units explain: of months about which a unit says the same, once. */
    List<ReportLine> explained(ReportNamedFigures figures) {
        List<Said> every = new ArrayList<>();
        for (Explanation each : explanations) {
            every.stream()
                    .filter(said -> said.holds(each))
                    .findFirst()
                    .orElseGet(() -> {
                        Said said = new Said(each.unit(), ended(each.text()), new ArrayList<>());
                        every.add(said);
                        return said;
                    })
                    .months()
                    .add(each.month());
        }
        return every.stream().map(said -> said.line(figures)).toList();
    }

    /** A unit's words about some of its months, the earliest first. */
    private record Said(String unit, String words, List<YearMonth> months) {

        /** A month that is not a later one belongs to another unit of that name. */
        boolean holds(Explanation each) {
            return unit.equals(each.unit())
                    && words.equals(ended(each.text()))
                    && each.month().isAfter(months.get(months.size() - 1));
        }

        ReportLine line(ReportNamedFigures figures) {
            List<ReportLine> runs = new ArrayList<>();
            int first = 0;
            for (int last = 0; last < months.size(); last++) {
                if (last + 1 == months.size()
                        || !months.get(last + 1).equals(months.get(last).plusMonths(1))) {
                    runs.add(ReportSentences.of(figures)
                            .about("tu", figures.month(months.get(first)))
                            .about("den", figures.month(months.get(last)))
                            .fill(first == last ? "explanation.month" : "explanation.months"));
                    first = last + 1;
                }
            }
            return ReportSentences.of(figures)
                    .with("don_vi", unit)
                    .with("cac_thang", ReportLine.joined(runs, ", "))
                    .with("noi_dung", words)
                    .fill("explanation");
        }
    }

    /**
     * A task about a missed target.
     *
     * @param unit whose figures it is about, null for the district's
     * @param due its last day
     */
    public record Task(@Nullable String unit, String target, String text, String responsible, LocalDate due) {

        ReportLine sentence() {
            return ReportSentences.of(ReportNamedFigures.none())
                    .with("nguoi", responsible)
                    .with("ma", target)
                    .with("don_vi", unit)
                    .with("viec", clause(text))
                    .with("han", Formats.date(due))
                    .fill("task");
        }
    }

    /**
     * Values of one figure that do not agree.
     *
     * @param unit whose it is, null for all units together
     * @param month null for the whole year
     * @param measure the name of the figure, such as ONLINE_REPORTED
     * @param size the largest value less the smallest, in dossiers
     * @param values each with the name of where it comes from, such as TYPED; null where there are no such procedures, compared as 0
     * @param explained whether somebody has explained it
     * @param page the page about it
     */
    public record Differing(
            @Nullable String unit,
            @Nullable YearMonth month,
            String measure,
            long size,
            Map<String, @Nullable Long> values,
            boolean explained,
            String page) {

        /** What is said of it, where all units together are called so; its values become figures under this name. */
        ReportLine sentence(String name, String whole, ReportNamedFigures figures) {
            figures.add(name + ".lech", size, ReportSentences.text("figure.chenh_lech"), page, false);
            List<ReportLine> all = values.entrySet().stream()
                    .map(each -> value(name, each.getKey(), each.getValue(), figures))
                    .toList();
            return ReportSentences.of(figures)
                    .about("so", name)
                    .with("do", ReportSentences.text("measure." + measure))
                    .with("cua", unit == null ? whole : unit)
                    .with(
                            "ky",
                            month == null
                                    ? ReportSentences.text("difference.year")
                                    : ReportSentences.of(figures)
                                            .with("thang", Formats.month(month))
                                            .say("difference.month"))
                    .with("giai_trinh", explained ? ReportSentences.text("difference.explained") : null)
                    .with("cac_so", ReportLine.joined(all, ", "))
                    .fill("difference");
        }

        private ReportLine value(String name, String from, @Nullable Long value, ReportNamedFigures figures) {
            String source = ReportSentences.text("difference." + from);
            if (value == null) {
                return ReportSentences.of(figures).with("nguon", source).fill("difference.not-applicable");
            }
            String figure = name + "." + from.toLowerCase(Locale.ROOT);
            figures.add(figure, value, source, page, false);
            return ReportSentences.of(figures)
                    .with("nguon", source)
                    .with("so", ReportLine.of(figures.get(figure)))
                    .fill("difference.value");
        }
    }

    private static String ended(String text) {
        String line = line(text);
        return line.matches(".*[.!?…]") ? line : line + ".";
    }

    private static String clause(String text) {
        return line(text).replaceFirst("[.;]+$", "");
    }

    /** A paragraph of a document is one line, however it was typed. */
    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
