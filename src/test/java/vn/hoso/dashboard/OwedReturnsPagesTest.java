package vn.hoso.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** What lies ahead while returns are owed: the demonstration's 2024, of which three units owe September. */
@ProgramTest
@Transactional
class OwedReturnsPagesTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Test
    void countsEveryUnitMonthWithoutAReturn() throws Exception {
        report("2024-10", 0, 3);

        Document page = dashboard();

        assertThat(page.select(".rate-fraction").text()).contains("22.915/38.554");
        assertThat(page.select(".verdict-outlook").eachText())
                .containsExactly(
                        "Đúng tiến độ Từ nay cần 2.369/12.014 hồ sơ trực tuyến (19,72%).",
                        "Phải tăng tốc Từ nay cần 7.426/12.014 hồ sơ trực tuyến (61,81%).");
        assertThat(page.select(".rest p").text())
                .startsWith(
                        "Dự kiến 22 báo cáo tháng còn thiếu và tháng 11 đến tháng 12/2024 có 12.014 hồ sơ phát sinh:"
                                + " 68 báo cáo tính bằng cùng tháng năm trước.");
    }

    @Test
    void oneDecemberReturnDoesNotEndTheYear() throws Exception {
        report("2024-12", 0, 0);

        Document page = dashboard();

        assertThat(page.text()).doesNotContain("Năm đã hết", "Không còn khả năng", "Đã chắc đạt");
        assertThat(page.select(".verdict-outlook .status").eachText())
                .containsExactly("Chưa kết luận", "Chưa kết luận");
        assertThat(page.select(".rest p").text()).startsWith("Dự kiến 71 báo cáo tháng còn thiếu có ");
        assertThat(calls().select("li")).hasSize(3);
    }

    @Test
    void nothingIsCertainWhileSeptemberIsOwed() throws Exception {
        for (int month = 10; month <= 12; month++) {
            report("2024-" + month, 0, 22);
        }
        // Enough for both targets, whatever the three returns hold of what is expected.
        jdbc.sql("""
                        update monthly_return set online_reported = dossiers_received
                        where month >= date '2024-10-01' and month <= date '2024-12-01'
                        """).update();

        Document page = dashboard();

        assertThat(page.text()).doesNotContain("Năm đã hết", "Không còn khả năng", "Đã chắc đạt");
        assertThat(page.select(".verdict-outlook").eachText())
                .containsOnly(
                        "Chưa kết luận Đạt nếu các báo cáo còn thiếu đúng như dự kiến. Còn thiếu 3 báo cáo tháng.");

        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + unit.id, unit.id, date '2024-09-01', 60, 58, 80, 60, 200,
                            'SUBMITTED', 'FORM', 1, 'thử', now()
                        from unit where not exists (
                            select from monthly_return r where r.unit_id = unit.id and r.month = date '2024-09-01')
                        """).update();
        Document finished = dashboard();

        assertThat(finished.select(".verdict-outlook").eachText())
                .containsOnly("Đã chắc đạt Năm đã hết, không còn hồ sơ phát sinh.");
        assertThat(finished.select(".rest")).isEmpty();
        assertThat(calls().select("li")).isEmpty();
        assertThat(calls().select(".panel-note").text()).isEqualTo("Năm đã kết thúc: không còn việc phải gọi.");
    }

    @Test
    void whatNothingIsKnownOfIsSaid() throws Exception {
        jdbc.sql("""
                        with added as (insert into unit (version) values (0) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'X-' || id, 'Xã mới', daterange('2024-08-01', null) from added
                        """).update();

        Document page = dashboard();

        // August to December of a unit that never reported.
        assertThat(page.select(".rest p").text())
                .startsWith("Dự kiến 5 báo cáo tháng còn thiếu và tháng 10 đến tháng 12/2024 có 12.982 hồ sơ phát sinh:"
                        + " 72 báo cáo tính bằng cùng tháng năm trước; 5 báo cáo không có căn cứ ước tính.");
    }

    @Test
    void aFinishedOrUnstartedYearNamesNobodyToCall() throws Exception {
        assertThat(page("/dashboard?year=2023").select(".calls li")).isEmpty();
        assertThat(page("/dashboard?year=2023&span=QUARTER&month=9").select(".calls li"))
                .isEmpty();
        assertThat(page("/dashboard?year=2025").select(".calls li")).isEmpty();
        assertThat(page("/dashboard?year=2024&span=QUARTER&month=6").select(".calls li"))
                .hasSize(3);
    }

    /** October as in a sheet with four of its units, and the other months alike: unit no. i has 200 + 3i dossiers. */
    private void report(String month, int first, int last) {
        jdbc.sql("""
                        insert into reporting_month (month, first_day, last_day)
                        select m, m, cast(m + interval '1 month' as date) - 1 from (select cast(:month as date) as m) asked
                        on conflict do nothing
                        """).param("month", month + "-01").update();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, online_reported, status, source, version,
                            changed_by_name, changed_at)
                        select nextval('monthly_return_id_seq') * 1000 + i, unit_id, cast(:month as date), 60 + i, 58 + i, 80 + i,
                            60 + i, 200 + 3 * i, 118 + 2 * i, 'SUBMITTED', 'FORM', 1, 'thử', now()
                        from (select v.unit_id, row_number() over (
                                order by v.place, v.code) - 1 as i from unit_at(cast(:month as date)) v) listed
                        where i between :first and :last
                        """)
                .param("month", month + "-01")
                .param("first", first)
                .param("last", last)
                .update();
    }

    private Document dashboard() throws Exception {
        return page("/dashboard/details?year=2024");
    }

    private Elements calls() throws Exception {
        return page("/dashboard?year=2024").select(".calls");
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as("lanhdao")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
