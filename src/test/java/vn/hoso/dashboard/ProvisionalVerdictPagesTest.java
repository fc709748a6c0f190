package vn.hoso.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** A verdict over returns that are missing or not approved says so wherever it is drawn; figures that few returns hold say how few. */
@ProgramTest
@Transactional
class ProvisionalVerdictPagesTest {

    private static final String PROVISIONAL = "(tạm tính)";
    private static final String PRELIMINARY = "(sơ bộ)";

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Test
    void marksTheVerdictsOfThoseWhoOweReturnsAndNoOthers() throws Exception {
        Document page = page("/dashboard/details?year=2024");

        assertThat(page.select("h1").text()).startsWith("Tạm tính từ 204/207 báo cáo tháng: ");
        assertThat(page.select(".verdict-mark").eachText()).allSatisfy(mark -> assertThat(mark)
                .satisfiesAnyOf(it -> assertThat(it).endsWith(PROVISIONAL), it -> assertThat(it)
                        .isEqualTo("Chưa đánh giá")));
        List<Element> rows = page.select(".units-table tr:has(.verdict-cell)");
        assertThat(rows).hasSize(24).allSatisfy(row -> {
            boolean owes = !row.text().endsWith(" 9/9");
            assertThat(row.select(".verdict-cell .status").eachText())
                    .allSatisfy(mark -> assertThat(mark.endsWith(PROVISIONAL)).isEqualTo(owes));
        });
        assertThat(rows).filteredOn(row -> row.text().contains(PROVISIONAL)).hasSize(4);
    }

    @Test
    void saysSoOnTheOtherPagesAndInTheReport() throws Exception {
        long owing = jdbc.sql("""
                        select unit.id from unit where not exists (
                            select from monthly_return r where r.unit_id = unit.id and r.month = date '2024-09-01') order by id limit 1
                        """).query(Long.class).single();

        assertThat(page("/dashboard/units/" + owing + "?year=2024").select("h1").text())
                .startsWith("Tạm tính từ 8/9 báo cáo tháng: ");
        assertThat(page("/dashboard/units/" + owing + "?year=2024")
                        .select(".verdict-mark")
                        .text())
                .contains(PROVISIONAL);
        assertThat(page("/dashboard/units/" + owing + "/letter?year=2024").text())
                .contains("tạm tính ");
        assertThat(page("/dashboard/compare?year=2024").select("tr:contains(" + PROVISIONAL + ")"))
                .as("two, the third has too few dossiers for a rank")
                .hasSize(2);
        assertThat(page("/trace/2024/overall").select(".verdict-mark").text()).contains("Chưa đạt " + PROVISIONAL);
        assertThat(page("/dashboard/contribution?year=2024&level=MEDIAN")
                        .select(".what-if-answer .status")
                        .text())
                .contains(PROVISIONAL);
        String report = page("/reports/2024").text();
        assertThat(report)
                .contains("Chưa đạt (tạm tính từ 204/207 báo cáo tháng; huyện thực hiện 22.431/37.736, chỉ đạt 59,44%)")
                .contains("3 kết quả là tạm tính do đơn vị còn thiếu báo cáo tháng", "Thiếu 211 (tạm tính)");
        String json = text("/exports/results.json?year=2024");
        assertThat(JsonPath.<List<Boolean>>read(
                        json, "$.verdicts[?(@.scope == 'district' && @.target == 'NQ17')].provisional"))
                .containsExactly(true);
        assertThat(text("/exports/results.csv?year=2024")).contains(";true;204;207");
    }

    /** The three returns that were owed come in: every return is there, and some wait for approval. */
    private void everyReturnIsIn() {
        assertThat(jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + unit.id, unit.id, date '2024-09-01', 60, 58, 80, 60, 200,
                            'SUBMITTED', 'FORM', 1, 'thử', now()
                        from unit where not exists (
                            select from monthly_return r where r.unit_id = unit.id and r.month = date '2024-09-01')
                        """).update()).isEqualTo(3);
    }

    private List<String> waiting() {
        return jdbc.sql("""
                        select distinct v.name from monthly_return r
                        join unit_version v on v.unit_id = r.unit_id and v.valid @> r.month
                        where r.month between '2024-01-01' and '2024-12-31' and r.complete and r.status <> 'APPROVED'
                        """).query(String.class).list();
    }

    private long unapproved() {
        return jdbc.sql("""
                        select count(*) from monthly_return
                        where month between '2024-01-01' and '2024-12-31' and complete and status <> 'APPROVED'
                        """).query(Long.class).single();
    }

    @Test
    void marksTheVerdictsOfThoseWhoseReturnsWaitForApproval() throws Exception {
        everyReturnIsIn();
        jdbc.sql("""
                        update monthly_return set status = 'APPROVED' where month between '2024-01-01' and '2024-12-31'
                            and unit_id in (select id from unit order by id limit 7)
                        """).update();
        List<String> waiting = waiting();
        assertThat(waiting).hasSizeBetween(3, 20);

        Document page = page("/dashboard/details?year=2024");

        assertThat(page.select("h1").text())
                .startsWith("Sơ bộ, còn " + unapproved() + " báo cáo chưa duyệt: ")
                .doesNotContain("tạm tính");
        assertThat(page.select(".verdict-mark").eachText()).allSatisfy(mark -> assertThat(mark)
                .satisfiesAnyOf(it -> assertThat(it).endsWith(PRELIMINARY), it -> assertThat(it)
                        .isEqualTo("Chưa đánh giá")));
        List<Element> rows = page.select(".units-table tbody tr:has(.verdict-cell)");
        assertThat(rows).hasSize(23).allSatisfy(row -> {
            String name = row.expectFirst("th").text();
            assertThat(row.select(".verdict-cell .status").eachText())
                    .isNotEmpty()
                    .allSatisfy(mark -> assertThat(mark.endsWith(PRELIMINARY)).isEqualTo(waiting.contains(name)));
        });
        assertThat(page.select(".units-table tfoot .verdict-cell .status").eachText())
                .allSatisfy(mark -> assertThat(mark).endsWith(PRELIMINARY));
    }

    @Test
    void saysSoOfWhatWaitsForApprovalOnTheOtherPagesAndInTheReport() throws Exception {
        everyReturnIsIn();
        long waits = jdbc.sql("""
                        select min(unit_id) from monthly_return where month = date '2024-09-01' and status <> 'APPROVED'
                        """).query(Long.class).single();
        long own = jdbc.sql("""
                        select count(*) from monthly_return where unit_id = :unit and status <> 'APPROVED'
                            and month between '2024-01-01' and '2024-12-31'
                        """).param("unit", waits).query(Long.class).single();
        long all = unapproved();

        Document unit = page("/dashboard/units/" + waits + "?year=2024");
        assertThat(unit.select("h1").text()).startsWith("Sơ bộ, còn " + own + " báo cáo chưa duyệt: ");
        assertThat(unit.select(".verdict-mark").text()).contains(PRELIMINARY);
        assertThat(page("/dashboard/units/" + waits + "/letter?year=2024").text())
                .contains("kết quả sơ bộ ")
                .doesNotContain("tạm tính");
        assertThat(page("/dashboard/compare?year=2024").select(".rank-table tr:contains(" + PRELIMINARY + ")"))
                .isNotEmpty();
        assertThat(page("/trace/2024/overall").select(".verdict-mark").text()).contains("Chưa đạt " + PRELIMINARY);
        assertThat(page("/dashboard/contribution?year=2024&level=MEDIAN")
                        .select(".what-if-answer .status")
                        .text())
                .contains(PRELIMINARY);
        assertThat(page("/dashboard/details?year=2024&span=MONTH&month=1")
                        .select(".verdict-mark")
                        .eachText())
                .as("January is approved")
                .noneSatisfy(mark -> assertThat(mark).contains("(sơ bộ)"))
                .isNotEmpty();
        assertThat(page("/reports/2024").text())
                .contains("Chưa đạt (sơ bộ, còn " + all + " báo cáo tháng chưa được duyệt; huyện thực hiện ")
                .contains(" kết quả là sơ bộ do còn báo cáo tháng chưa được duyệt", "(sơ bộ)")
                .doesNotContain("(tạm tính", "là tạm tính");
        String json = text("/exports/results.json?year=2024");
        assertThat(JsonPath.<List<Boolean>>read(
                        json, "$.verdicts[?(@.scope == 'district' && @.target == 'NQ17')].provisional"))
                .containsExactly(true);
        assertThat(text("/exports/results.csv?year=2024")).contains(";true;207;207");

        jdbc.sql("""
                        update monthly_return set status = 'APPROVED' where month between '2024-01-01' and '2024-12-31'
                        """).update();
        assertThat(page("/dashboard/details?year=2024").select("main").text())
                .doesNotContain("Sơ bộ", "sơ bộ", "tạm tính");
        assertThat(page("/reports/2024").text()).doesNotContain("(sơ bộ", "là sơ bộ", "(tạm tính", "là tạm tính");
        assertThat(text("/exports/results.csv?year=2024")).doesNotContain(";true;207;207");
    }

    @Test
    void aYearWithEveryReturnIsNotProvisional() throws Exception {
        assertThat(page("/dashboard/details?year=2023").text()).doesNotContain("tạm tính", "Tạm tính");
        assertThat(text("/exports/results.csv?year=2023")).doesNotContain(";true;204;207");
    }

    /** With a December return the year should hold 23 units times 12 months. */
    @Test
    void saysHowManyReturnsHoldTheFeesPaidOnline() throws Exception {
        jdbc.sql("""
                        insert into reporting_month (month, first_day, last_day)
                        values (date '2024-12-01', date '2024-12-01', date '2024-12-31') on conflict do nothing
                        """).update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, payable, paid_online, status, source, version,
                            changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000, min(id), date '2024-12-01', 60, 58, 80, 60, 200, 50, 20,
                            'SUBMITTED', 'FORM', 1, 'thử', now() from unit
                        """).update();
        String coverage = "1/276 báo cáo có số liệu phí";

        Document page = page("/dashboard/details?year=2024");
        assertThat(page.select(".facts dd").last().text()).isEqualTo("20/50 – 40% (" + coverage + ")");
        Element goal = page.select(".aspirations .verdict:contains(3.4)").first();
        assertThat(goal.select(".verdict-mark").text()).isEqualTo("Chưa đạt " + PROVISIONAL);
        assertThat(goal.text()).contains("thiếu 30 hồ sơ", coverage);
        assertThat(page("/trace/2024/online-payment").select(".trace-figure").text())
                .isEqualTo("20/50 40% " + coverage);
        assertThat(page("/trace/2024/online-payment").select(".verdict").text()).contains(coverage);
        assertThat(page("/dashboard/map?year=2024&indicator=ONLINE_PAYMENT")
                        .select("h1")
                        .text())
                .contains("20/50; " + coverage);
        assertThat(page("/dashboard/compare?year=2024&indicator=ONLINE_PAYMENT")
                        .select("td .rate-basis")
                        .eachText())
                .containsExactly("1/12 báo cáo có số liệu phí");
        assertThat(page("/reports/2024").text())
                .contains("toàn huyện thực hiện 20/50 hồ sơ, đạt 40% (tính từ 1/276 báo cáo có số liệu phí, lệ phí)")
                .doesNotContain("20/50 hồ sơ, đạt 40%.");
        assertThat(
                        JsonPath.<List<Integer>>read(
                                text("/exports/results.json?year=2024"),
                                "$.results[?(@.scope == 'district' && @.indicator == 'ONLINE_PAYMENT')]['reportedReturns', 'expectedReturns']"))
                .hasToString("[{\"reportedReturns\":1,\"expectedReturns\":276}]");
        assertThat(text("/exports/results.csv?year=2024"))
                .contains("ONLINE_PAYMENT;20;50;40,00;")
                // After them come points, of which there are none, and the unit, which the district is none.
                .contains(";1;276;;;AS_REPORTED;\r\n");

        // Where it is a target set from above, the leaders' page says how it stands, not only that something is short.
        jdbc.sql("update target set aspiration = false where code = '3.4'").update();
        assertThat(page("/dashboard?year=2024").select(".rate-other").text())
                .isEqualTo("Thanh toán phí, lệ phí trực tuyến 20/50 40% " + coverage);
    }

    /** One unit holds the fees in both years; what others hold in one of them says nothing of a change. */
    @Test
    void comparesTheFeesOfReturnsThatHoldThemInBothYearsOnly() throws Exception {
        fees(0, "2023-01-01", 10, 40);
        fees(0, "2024-01-01", 16, 40);
        fees(1, "2023-01-01", 90, 100);
        fees(2, "2024-01-01", 1, 100);

        Element compared = page("/dashboard/compare?year=2024&span=MONTH&month=1&indicator=ONLINE_PAYMENT")
                .selectFirst(".last-year");

        assertThat(compared.text())
                .contains("từ 25% (10/40", "lên 40% (16/40", "tăng 15,00 điểm %")
                .contains("ở cả hai năm: 1 đơn vị, 1 báo cáo tháng của mỗi năm");
        assertThat(compared.select(".left-out li").eachText())
                .satisfiesExactlyInAnyOrder(
                        it -> assertThat(it).endsWith(": 1 tháng chỉ có số liệu năm trước"),
                        it -> assertThat(it).endsWith(": 1 tháng chỉ có số liệu năm nay"));
        assertThat(page("/dashboard/compare?year=2024&span=MONTH&month=1").text())
                .as("every return holds all dossiers")
                .contains("23 đơn vị, 23 báo cáo tháng của mỗi năm");
    }

    private void fees(int unit, String month, int paid, int payable) {
        int changed = jdbc.sql("""
                        update monthly_return set payable = :payable, paid_online = :paid where month = cast(:month as date)
                            and unit_id = (select id from unit order by id offset :unit limit 1)
                        """)
                .param("payable", payable)
                .param("paid", paid)
                .param("month", month)
                .param("unit", unit)
                .update();
        assertThat(changed).isEqualTo(1);
    }

    /** Other programs ask for what is owed, and that is most where nothing has come. */
    @Test
    void theExportSaysHowMuchIsOwedWhereNothingWasReported() throws Exception {
        jdbc.sql("""
                        with begun as (insert into unit (version) values (0) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', '99999', 'Xã Thử', daterange(date '2024-01-01', null) from begun
                        """).update();
        String json = text("/exports/results.json?year=2024");

        assertThat(JsonPath.<List<Integer>>read(json, "$.results[?(@.scope == '99999')].reportedReturns"))
                .hasSizeGreaterThan(4)
                .containsOnly(0);
        assertThat(JsonPath.<List<Integer>>read(json, "$.results[?(@.scope == '99999')].expectedReturns"))
                .containsOnly(9);
        assertThat(JsonPath.<List<Integer>>read(json, "$.verdicts[?(@.scope == '99999')].expectedReturns"))
                .isNotEmpty()
                .containsOnly(9);
        assertThat(JsonPath.<List<Integer>>read(
                        json, "$.results[?(@.indicator == 'ONLINE_PAYMENT' && @.scope == 'district')].reportedReturns"))
                .containsExactly(0);
        assertThat(text("/exports/results.csv?year=2024")).contains("99999;Xã Thử;OVERALL;;;;", ";0;9;;");
    }

    /** A hole among the months is none of those that have figures. */
    @Test
    void countsTheMonthsWithFiguresOnly() throws Exception {
        jdbc.sql("""
                        insert into reporting_month (month, first_day, last_day)
                        values (date '2024-11-01', date '2024-11-01', date '2024-11-30') on conflict do nothing
                        """).update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version,
                            changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000, min(id), date '2024-11-01', 60, 58, 80, 60, 200, 'SUBMITTED', 'FORM', 1, 'thử', now() from unit
                        """).update();

        assertThat(page("/dashboard/details?year=2024").text())
                .contains("mới có số liệu 10/12 tháng")
                .doesNotContain("11/12 tháng");
        assertThat(page("/reports/2024").text())
                .contains("mới có số liệu 10/12 tháng")
                .doesNotContain("11/12 tháng");
    }

    private String text(String address) throws Exception {
        return browser.perform(get(address).with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(text(address));
    }
}
