package vn.hoso.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.shared.Formats;

/** Months, quarters, six and nine months are reported on as a year is, and replaced by naming what they replace. */
@ProgramTest(world = OWN)
class PartReportsTest extends IssuingSteps {

    @ParameterizedTest
    @CsvSource({
        "2024-07, tháng 7 năm 2024, 01/07/2024, 31/07/2024, bao-cao-2024-thang-07-minh-hoa.docx",
        "2024-Q3, quý III năm 2024, 01/07/2024, 30/09/2024, bao-cao-2024-quy-3-minh-hoa.docx",
        "2024-6M, 6 tháng đầu năm 2024, 01/01/2024, 30/06/2024, bao-cao-2024-6-thang-minh-hoa.docx",
        "2024-9M, 9 tháng đầu năm 2024, 01/01/2024, 30/09/2024, bao-cao-2024-9-thang-minh-hoa.docx"
    })
    void namesItsTermInEveryHeadingAndFile(String term, String name, String from, String to, String file)
            throws Exception {
        Document page = open("/reports/" + term);

        String days = "từ ngày " + from + " đến ngày " + to;
        assertThat(page.select("h1").text()).isEqualTo("Báo cáo " + name);
        assertThat(page.select(".paper-title").eachText().get(0))
                .contains("Kết quả tiếp nhận hồ sơ trực tuyến " + name);
        assertThat(page.select(".paper-title").eachText().get(1)).contains(name.toUpperCase(Locale.ROOT));
        assertThat(page.select(".paper-table caption").text()).contains(days);
        assertThat(page.select(".paper").text())
                .contains("(Kỳ báo cáo " + days + ")", "Từ ngày " + from + " đến ngày " + to + ", toàn huyện")
                .contains("Trên đây là Báo cáo kết quả tiếp nhận hồ sơ trực tuyến " + name);
        assertThat(page.select(".terms-shown a").attr("href")).isEqualTo("/reports/" + term);
        String disposition = browser.perform(
                        get("/reports/" + term + "/report.docx").with(people.as("lanhdao")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getHeader("Content-Disposition");
        assertThat(disposition).contains("\"" + file + "\"");
        assertThat(text(file("/reports/" + term + "/report.docx"))).contains(name, days);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12, 404",
        "2024-Q4, 404",
        "2024-13, 400",
        "2024-Q5, 400",
        "2024-q3, 400",
        "2024-3M, 400",
        "1999-Q1, 400",
        "2024-6M/issues/999999, 404"
    })
    void hasNoReportOfWhatIsNoTermOrHoldsNoFigures(String term, int answer) throws Exception {
        assertThat(browser.perform(get("/reports/" + term).with(people.as("vanphong")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(answer);
    }

    @Test
    void isNotFinalWhileAMonthOfItIsMissing() throws Exception {
        assertThat(open("/reports/2024-Q3").select("#reason")).hasSize(1);
        assertThat(open("/reports/2023-Q3").select("#reason")).isEmpty();
        assertThat(open("/reports/2023-Q3").select(".paper").text())
                .doesNotContain("12 tháng)", "chờ xác nhận", "Kế hoạch năm 2024, mục")
                .contains("kết quả được xác nhận theo năm");
    }

    /** An office that begins within a year has nothing to report of the months before. */
    @Test
    @Transactional
    void offersNoDraftOfMonthsBeforeTheFirstFigures() throws Exception {
        jdbc.sql("""
                        insert into reporting_month (month, first_day, last_day) values ('2025-05-01', '2025-05-01', '2025-05-31')
                        """).update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + unit.id, unit.id, '2025-05-01', 10, 9, 20, 11, 50,
                            'APPROVED', 'DEMONSTRATION', 1, 'A', now()
                        from unit
                        """).update();

        for (String term : List.of("2025", "2025-05")) {
            Document page = open("/reports/" + term);
            assertThat(page.select(".terms a").eachAttr("href"))
                    .containsExactly(
                            "/reports/2025-05",
                            "/reports/2025-Q2",
                            "/reports/2025-6M",
                            "/reports/2025-9M",
                            "/reports/2025");
            assertThat(page.select(".terms li").eachText())
                    .contains("Tháng 4 chưa có số liệu", "Tháng 5 dự thảo", "Quý I chưa có số liệu", "Quý II dự thảo");
        }
    }

    @Test
    @Transactional
    void asksNobodyForMonthsThatAreToCome() throws Exception {
        YearMonth now = YearMonth.now(Formats.ZONE);
        YearMonth first = now.withMonth((now.getMonthValue() - 1) / 3 * 3 + 1);
        jdbc.sql("""
                        insert into reporting_month (month, first_day, last_day) values (:month, :month, :last) on conflict do nothing
                        """)
                .param("month", first.atDay(1))
                .param("last", first.atEndOfMonth())
                .update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + unit.id, unit.id, :month, 10, 9, 20, 11, 50,
                            'APPROVED', 'DEMONSTRATION', 1, 'A', now()
                        from unit
                        """).param("month", first.atDay(1)).update();

        Document page = open("/reports/" + now.getYear() + "-Q" + (first.getMonthValue() + 2) / 3);

        assertThat(page.select(".paper").text())
                .contains("tháng của kỳ báo cáo chưa đến kỳ nộp số liệu)")
                .doesNotContain("Tháng " + Formats.month(first.plusMonths(2)), "/69 báo cáo");
        assertThat(page.select("#reason")).hasSize(1);
    }

    /** Its files hold what the first month brought and not a figure more: months to come are neither zeros nor missing returns. */
    @Test
    @Transactional
    void exportsOfMonthsThatAreToComeHoldTheReportedOnesAlone() throws Exception {
        YearMonth now = YearMonth.now(Formats.ZONE);
        YearMonth first = now.withMonth((now.getMonthValue() - 1) / 3 * 3 + 1);
        jdbc.sql("""
                        insert into reporting_month (month, first_day, last_day) values (:month, :month, :last) on conflict do nothing
                        """)
                .param("month", first.atDay(1))
                .param("last", first.atEndOfMonth())
                .update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + unit.id, unit.id, :month, 10, 9, 20, 11, 50,
                            'APPROVED', 'DEMONSTRATION', 1, 'A', now()
                        from unit
                        """).param("month", first.atDay(1)).update();
        String period = "?year=" + now.getYear() + "&span=QUARTER&month=" + (first.getMonthValue() + 2);

        String json = exported("/exports/results.json" + period);
        assertThat(JsonPath.<String>read(json, "$.from"))
                .isEqualTo(first.atDay(1).toString());
        assertThat(JsonPath.<String>read(json, "$.to"))
                .isEqualTo(first.plusMonths(2).atEndOfMonth().toString());
        assertThat(JsonPath.<Boolean>read(json, "$.provisional")).isTrue();
        int reported = JsonPath.read(json, "$.reportedReturns");
        int expected = JsonPath.read(json, "$.expectedReturns");
        assertThat(reported).isEqualTo(23);
        // The second month is expected once its deadline is over, the third never while it lasts.
        assertThat(expected).isIn(23, 46);
        Map<String, String> sums = Map.of(
                "FULL_PROCESS", "207/230", "PARTIAL", "253/460", "OVERALL", "460/1150", "ELIGIBLE_ONLINE", "460/690");
        Map<String, String> units =
                Map.of("FULL_PROCESS", "9/10", "PARTIAL", "11/20", "OVERALL", "20/50", "ELIGIBLE_ONLINE", "20/30");
        List<Map<String, Object>> figures = JsonPath.read(json, "$.results");
        List<Map<String, Object>> own = figures.stream()
                .filter(each -> sums.containsKey(each.get("indicator")))
                .toList();
        assertThat(own).hasSize(4 * 24).allSatisfy(each -> {
            boolean whole = each.get("unitId") == null;
            assertThat(each.get("numerator") + "/" + each.get("denominator"))
                    .isEqualTo((whole ? sums : units).get(each.get("indicator")));
            assertThat(each.get("reportedReturns")).isEqualTo(whole ? 23 : 1);
            assertThat(each.get("expectedReturns")).isEqualTo(whole ? expected : expected / 23);
        });
        assertThat(figures)
                .filteredOn(each -> each.get("indicator").equals("ONLINE_PAYMENT"))
                .hasSize(24)
                .allSatisfy(each -> assertThat(each.get("numerator")).isNull());

        assertThat(exported("/exports/results.csv" + period)
                        .lines()
                        .filter(line -> line.contains(";OVERALL;"))
                        .filter(line -> line.startsWith("district;"))
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line)
                        .contains(
                                ";OVERALL;460;1150;40",
                                ";" + first.atDay(1) + ";" + first.plusMonths(2).atEndOfMonth())
                        .contains(";true;", ";23;" + expected + ";"));
    }

    private String exported(String address) throws Exception {
        return browser.perform(get(address).with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** The same months of the year before, added up here from the returns themselves. */
    @Test
    void standsBesideTheSameMonthsOfTheYearBefore() throws Exception {
        String before = jdbc.sql("""
                        select replace(to_char(sum(full_process_online), 'FM999,999'), ',', '.') || '/'
                            || replace(to_char(sum(full_process_received), 'FM999,999'), ',', '.')
                        from monthly_return where month between '2023-07-01' and '2023-09-01'
                        """).query(String.class).single();

        Document page = open("/reports/2024-Q3");

        assertThat(page.select(".paper").get(0).text())
                .contains(
                        "So với cùng kỳ (quý III năm 2023, từ ngày 01/07/2023 đến ngày 30/09/2023): tỷ lệ hồ sơ trực"
                                + " tuyến toàn trình ",
                        "(cùng kỳ " + before + ", đạt ");
        assertThat(page.select(".paper-table thead").text()).contains("Cùng kỳ năm trước", "Tăng, giảm");
        assertThat(page.select(".paper-table tbody tr")
                        .get(0)
                        .select("td")
                        .get(11)
                        .text())
                .matches("([+−]\\d+,\\d{2}|0,00)");
        Document first = open("/reports/2023-Q3");
        assertThat(first.select(".paper").get(0).text()).contains("Chưa có số liệu cùng kỳ năm trước để so sánh.");
        assertThat(first.select(".paper-table thead").text()).doesNotContain("Cùng kỳ");
        assertThat(open("/reports/2024").select(".paper").text()).doesNotContain("cùng kỳ");
    }

    /** Months in which nobody had to report are missing all the same from what the same months of the year before add up to. */
    @Test
    @Transactional
    void saysHowManyMonthsOfTheYearBeforeHoldNothing() throws Exception {
        jdbc.sql("update installation set in_use_since = '2023-01-01'").update();
        reported("2022-09-01");

        String without = "trong đó 2 tháng không có số liệu";
        String paper = open("/reports/2023-Q3").select(".paper").text();
        assertThat(paper)
                .contains("từ ngày 01/07/2022 đến ngày 30/09/2022, " + without + "): tỷ lệ hồ sơ trực tuyến toàn trình")
                .contains("tỷ lệ của tổng số hồ sơ trong quý III năm 2022, " + without + "; tăng, giảm")
                .doesNotContain("thiếu 46 báo cáo");
        assertThat(open("/reports/2024-Q3").select(".paper").text()).doesNotContain("tháng không có số liệu");
    }

    private void reported(String month) {
        jdbc.sql("""
                        insert into reporting_month (month, first_day, last_day)
                        values (cast(:month as date), cast(:month as date), cast(:month as date) + 29) on conflict do nothing
                        """).param("month", month).update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version, changed_by_name,
                            changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + unit.id, unit.id, cast(:month as date), 10, 9, 20, 11, 50,
                            'APPROVED', 'DEMONSTRATION', 1, 'A', now()
                        from unit
                        """).param("month", month).update();
    }

    /** After a change of calendar the year before keeps the days by which its months were counted. */
    @Test
    @Transactional
    void standsBesideTheDaysByWhichTheYearBeforeWasCounted() throws Exception {
        jdbc.sql("""
                        update reporting_month set first_day = cast(month - interval '1 month' as date) + 14, last_day = month + 13
                        where month < '2024-01-01'
                        """).update();

        assertThat(open("/reports/2024-Q3").select(".paper").get(0).text())
                .contains(
                        "từ ngày 01/07/2024 đến ngày 30/09/2024",
                        "So với cùng kỳ (quý III năm 2023, từ ngày 15/06/2023 đến ngày 14/09/2023)");
        assertThat(text(file("/reports/2024-Q3/report.docx"))).contains("từ ngày 15/06/2023 đến ngày 14/09/2023");
        assertThat(open("/dashboard/compare?year=2024&span=QUARTER&month=9")
                        .select(".last-year .hint")
                        .text())
                .contains("Từ ngày 15/06/2023 đến ngày 14/09/2023");
    }

    /** A unit that was there in a month alone whose returns nobody expected is neither complete nor late. */
    @Test
    @Transactional
    void countsAUnitThatOwedNothingNeitherAsCompleteNorAsSilent() throws Exception {
        jdbc.sql("update installation set in_use_since = '2024-12-01'").update();
        for (String month : List.of("2024-10-01", "2024-12-01")) {
            reported(month);
        }
        long brief = jdbc.sql("insert into unit default values returning id")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into unit_version (unit_id, code, name, kind, valid)
                        select ?, 'XTAM', 'Xã Tạm Thời', kind, '[2024-11-01,2024-12-01)' from unit_version where unit_id = 5
                        """).param(brief).update();

        Document page = open("/reports/2024-Q4");
        assertThat(page.select(".paper").text())
                .contains(
                        "Trong kỳ có 46/46 báo cáo tháng của các đơn vị; 23/24 đơn vị đã báo cáo đủ các tháng; 1 đơn vị không"
                                + " phải báo cáo trong kỳ (Xã Tạm Thời).");
        assertThat(page.select(".paper-table tr:contains(Xã Tạm Thời)").text())
                .contains("không phải báo cáo trong kỳ")
                .doesNotContain("chưa báo cáo");
        String quarter = "?year=2024&span=QUARTER&month=12";
        assertThat(open("/dashboard/compare" + quarter)
                        .select(".rank-apart div:contains(Xã Tạm Thời)")
                        .text())
                .contains("Không phải báo cáo trong kỳ")
                .doesNotContain("Chưa báo cáo");
        String unit = "/dashboard/units/" + brief;
        assertThat(open(unit + quarter).select("main").text())
                .contains("Xã Tạm Thời không phải báo cáo trong kỳ", "Không phải báo cáo tháng nào trong kỳ")
                .doesNotContain("Xã Tạm Thời chưa báo cáo", "— chưa báo cáo", "0/0", "chính thức");
        assertThat(open("/dashboard/details" + quarter)
                        .select("tr:contains(Xã Tạm Thời)")
                        .text())
                .contains("không phải báo cáo")
                .doesNotContain("chưa báo cáo");
        assertThat(open(unit + "/letter" + quarter).select("main").text())
                .contains(
                        "Trong kỳ này đơn vị không phải báo cáo: không có nội dung phải đôn đốc.",
                        "Về báo cáo: không phải báo cáo trong kỳ.",
                        "toàn trình: không phải báo cáo; một phần: không phải báo cáo")
                .doesNotContain("0/0 báo cáo", "chưa báo cáo");
        assertThat(open("/trace/2024/overall?span=QUARTER&month=12")
                        .select("tr:contains(Xã Tạm Thời)")
                        .text())
                .contains("không phải báo cáo")
                .doesNotContain("0/0");
        assertThat(open("/dashboard/paper" + quarter)
                        .select("tr:contains(Xã Tạm Thời)")
                        .text())
                .contains("không phải báo cáo");
    }

    @Test
    void itsFilesStayItsCorrectionsAreToldAndItsReplacementNamesIt() throws Exception {
        String first = issue("2023-Q1", "");
        assertThat(first).startsWith("/reports/2023-Q1/issues/");
        String hash = sha256(first + "/report.docx");
        assertThat(open("/reports/2023").select(".terms li").eachText())
                .hasSize(19)
                .contains("Quý I đã phát hành, chờ số", "Quý II dự thảo");
        send("/reports/2023-Q1/issues", "vanphong", typed(open("/reports/2023-Q1"), "/issues"))
                .andExpect(status().isUnprocessableContent());

        Document effects =
                correct("2023-02", 7, "dossiersReceived", "7777", "note", "Theo sổ", "reason", "Đếm thiếu sổ");

        assertThat(effects.select(".past h3 a").eachAttr("href")).contains(first);
        Document issued = open(first);
        assertThat(issued.text()).contains("đúng từng byte", "Đếm thiếu sổ", "7.777");
        assertThat(sha256(first + "/report.docx")).isEqualTo(hash);
        String told = "Số liệu chỉnh lý so với Báo cáo quý I năm 2023 phát hành lúc";
        assertThat(open("/reports/2023-Q2").select(".paper").text())
                .contains(told)
                .doesNotContain("Thay thế");
        // The figures of the first quarter are explained by that quarter.
        assertThat(open("/reports/2023-Q2")
                        .select(".paper a[href^=/trace/2023/]")
                        .eachAttr("href"))
                .contains("/trace/2023/overall?span=QUARTER&month=1");
        assertThat(open("/reports/2023-03").select(".paper").text()).doesNotContain("Số liệu chỉnh lý so với");

        replaces(first, told);
    }

    private void replaces(String first, String told) throws Exception {
        send(first + "/registrations", "vanphong", List.of("number", "7/BC-UBND", "signedOn", today()))
                .andExpect(status().isFound());
        String second = issue("2023-Q1", "");

        String document = text(file(second + "/report.docx"));
        assertThat(document)
                .contains("(Thay thế Báo cáo số 7/BC-UBND ngày")
                .containsPattern("Báo cáo này thay thế Báo cáo số 7/BC-UBND ngày [0-9/]+ \\(lý do: " + REPLACED_BECAUSE
                        + "\\)\\. UBND huyện");
        assertThat(told).isNotEmpty();
        // The registry gives a number to one document alone: else the report would take its own place.
        Document refused =
                page(send(second + "/registrations", "vanphong", List.of("number", "7 / bc-ubnd", "signedOn", today()))
                        .andExpect(status().isUnprocessableContent()));
        assertThat(refused.select(".error-summary").text()).contains("báo cáo quý I năm 2023 phát hành lúc");
        assertThat(refused.select("#number").val()).isEqualTo("7 / bc-ubnd");
        assertThat(open(second).text()).contains("Văn thư chưa vào sổ");
        assertThat(open(second).select(".facts-line").text())
                .contains("Thay thế Báo cáo số 7/BC-UBND", REPLACED_BECAUSE);
        assertThat(open(first).select(".notice-warning").text())
                .contains("Đã được thay thế bằng Báo cáo quý I năm 2023");
        assertThat(open(first).select(".notice-warning a").attr("href")).isEqualTo(second);
        assertThat(jdbc.sql("""
                        select detail from audit_event where action = 'report.issued' and subject = '2023'
                            and detail like 'báo cáo quý I, số %' order by sequence desc limit 1""").query(String.class).single()).contains("thay thế: " + REPLACED_BECAUSE);
        assertThat(open("/reports/2023-Q2").select(".paper").text()).doesNotContain(told);
    }

    @Test
    void anotherReportsWordsLastForAPartOnlyWhereTheyWereMeantTo() throws Exception {
        write("2023", "RECIPIENTS", "- Sở Nội vụ;\n- Lưu: VT.", "true");
        write("2023-Q4", "CLOSING", "Trên đây là Báo cáo {ky.ten}.", "false");

        assertThat(open("/reports/2023-Q4").select(".paper").text())
                .contains("Sở Nội vụ", "Trên đây là Báo cáo quý IV năm 2023./.");
        assertThat(open("/reports/2023").select(".paper").text()).doesNotContain("Báo cáo quý IV năm");
        jdbc.sql("delete from report_wording").update();
    }

    private void write(String term, String part, String words, String lasting) throws Exception {
        send(
                        "/reports/" + term + "/wording/" + part,
                        "vanphong",
                        List.of("words", words, "lasting", lasting, "seen", "0"))
                .andExpect(status().isFound());
    }
}
