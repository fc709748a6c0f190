package vn.hoso.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import vn.hoso.results.ActOfOctober;
import vn.hoso.shared.Formats;

/** What is said while returns are owed, and of what is not owed: the demonstration's 2024, of which three units owe September. */
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
    void unitsThatCameOfOthersAreExpectedToBeAsThoseWere() throws Exception {
        String expected = dashboard().select(".verdict-outlook").text();
        ActOfOctober.apply(jdbc);

        Document page = dashboard();

        assertThat(page.select(".verdict-outlook").text()).isEqualTo(expected);
        assertThat(page.select(".rest p").text())
                .startsWith("Dự kiến 3 báo cáo tháng còn thiếu và tháng 10 đến tháng 12/2024 có 12.982 hồ sơ phát sinh:"
                        + " 72 báo cáo tính bằng cùng tháng năm trước; trong đó 9 báo cáo dựa trên số liệu của các đơn vị cũ mà"
                        + " đơn vị được lập từ đó (đơn vị cũ bị chia thì tính theo tỷ lệ của văn bản). ");
    }

    /** What one of the two held in November 2023 and in May 2024 is not known: no sum stands for both then. */
    @Test
    void aMonthThatNotAllFormerUnitsReportedSaysNothing() throws Exception {
        ActOfOctober.apply(jdbc);
        jdbc.sql("""
                        update monthly_return set dossiers_received = null
                        where unit_id = (select unit_id from unit_at(date '2024-09-01') where name = 'Xã Phước An')
                            and month in ('2023-11-01', '2024-05-01')
                        """).update();
        List<Long> months = jdbc.sql("""
                        select sum(dossiers_received) from monthly_return
                        where unit_id in (select unit_id from unit_at(date '2024-09-01') where name in ('Xã Phước An', 'Xã Phước Thành'))
                            and month between '2024-01-01' and '2024-09-01' and month <> '2024-05-01'
                        group by month
                        """).query(Long.class).list();
        long mean = BigDecimal.valueOf(
                        months.stream().mapToLong(Long::longValue).sum())
                .divide(BigDecimal.valueOf(8), 0, RoundingMode.HALF_UP)
                .longValueExact();
        long others = jdbc.sql("""
                        select sum(dossiers_received) from monthly_return r
                        where month between '2023-01-01' and '2023-12-01' and not exists (
                                select from monthly_return s
                                where s.unit_id = r.unit_id and s.month = r.month + interval '1 year' and s.complete)
                            and not (month = '2023-11-01'
                                and unit_id = (select unit_id from unit_at(date '2024-09-01') where name = 'Xã Phước Thành'))
                        """).query(Long.class).single();

        assertThat(months).hasSize(8);
        assertThat(dashboard().select(".rest p").text())
                .contains(
                        " có " + Formats.count(others + mean)
                                + " hồ sơ phát sinh: 72 báo cáo tính bằng cùng tháng năm trước;"
                                + " 1 báo cáo tính theo bình quân tháng năm nay của đơn vị; trong đó 9 báo cáo dựa trên số liệu");
    }

    /** Nine months of the divided office, by a third and two thirds, and October of their own; rounded once for each. */
    @Test
    void theMeanOfANewUnitHasMonthsOfItsOwnAndOfThoseItCameOf() throws Exception {
        ActOfOctober.apply(jdbc);
        report("2024-10", 0, 22);
        String divided = "(select distinct predecessor from unit_succession where denominator = 3)";
        jdbc.sql("update monthly_return set dossiers_received = null where month = '2023-11-01' and unit_id = "
                        + divided)
                .update();
        long nine = jdbc.sql(
                        "select sum(dossiers_received) from monthly_return where month >= '2024-01-01' and unit_id = "
                                + divided)
                .query(Long.class)
                .single();
        long means = 0;
        for (int part = 1; part <= 2; part++) {
            long own = jdbc.sql("""
                            select dossiers_received from monthly_return where month = '2024-10-01'
                                and unit_id = (select successor from unit_succession where denominator = 3 and numerator = ?)
                            """).param(part).query(Long.class).single();
            means += BigDecimal.valueOf(part * nine + 3 * own)
                    .divide(BigDecimal.valueOf(30), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        long others = jdbc.sql("""
                        select sum(dossiers_received) from monthly_return r
                        where month in ('2023-11-01', '2023-12-01') or month = '2023-09-01' and not exists (
                            select from monthly_return s where s.unit_id = r.unit_id and s.month = '2024-09-01')
                        """).query(Long.class).single();

        assertThat(dashboard().select(".rest p").text())
                .contains(
                        " có " + Formats.count(others + means)
                                + " hồ sơ phát sinh: 47 báo cáo tính bằng cùng tháng năm trước;"
                                + " 2 báo cáo tính theo bình quân tháng năm nay của đơn vị; trong đó 6 báo cáo dựa trên số liệu");
    }

    /** Founded in August by no act: it owes August and September, and no month before. */
    @Test
    void monthsBeforeAUnitWasFoundedAreNotMissing() throws Exception {
        long unit = unit("daterange('2024-08-01', null)");
        openEveryMonth();

        Document months = page("/dashboard/map?year=2024");

        assertThat(tiles(months)).containsExactly("·", "·", "·", "·", "·", "·", "·", "—", "—");
        assertThat(months.select(".heat-tile.heat-unasked").get(0).attr("title"))
                .isEqualTo("không phải báo cáo —");
        assertThat(months.select(".heat-legend li").eachText()).contains("không phải báo cáo");
        assertThat(row(page("/dashboard/paper?year=2024"))
                        .select(".paper-month")
                        .eachText())
                .containsExactly("·", "·", "·", "·", "·", "·", "·", "—", "—");
        Document own = page("/dashboard/units/" + unit + "?year=2024");
        assertThat(own.select(".months-table tbody th").eachText())
                .containsExactly("Tháng 08/2024", "Tháng 09/2024", "Tháng 10/2024", "Tháng 11/2024", "Tháng 12/2024");
        assertThat(own.text()).contains("Đã báo cáo 0/2 tháng");
        assertThat(letter(unit)).contains("(08/2024, 09/2024)").doesNotContain("07/2024");
    }

    /** Ended in June without a successor. */
    @Test
    void monthsAfterAUnitEndedAreNotMissing() throws Exception {
        long unit = unit("daterange(null, '2024-06-01')");
        openEveryMonth();

        assertThat(tiles(page("/dashboard/map?year=2024")))
                .containsExactly("—", "—", "—", "—", "—", "·", "·", "·", "·");
        assertThat(page("/dashboard/units/" + unit + "?year=2024")
                        .select(".months-table tbody th")
                        .eachText())
                .containsExactly("Tháng 01/2024", "Tháng 02/2024", "Tháng 03/2024", "Tháng 04/2024", "Tháng 05/2024");
        assertThat(letter(unit)).contains("05/2024").doesNotContain("06/2024");
    }

    /** October, of which nobody has figures, is before the first month of use. */
    @Test
    void monthsBeforeTheFirstMonthOfUseAreNotMissing() throws Exception {
        report("2024-11", 0, 22);
        jdbc.sql("update installation set in_use_since = '2024-11-01'").update();

        assertThat(page("/dashboard/map?year=2024").select(".heat-tile.heat-unasked"))
                .hasSize(23);
        assertThat(page("/dashboard/paper?year=2024")
                        .select("tfoot .paper-month")
                        .get(9)
                        .text())
                .isEqualTo("·");
        assertThat(dashboard().select(".month-line tbody tr").get(10).text())
                .isEqualTo("10/2024 không phải báo cáo — —");
    }

    @Test
    void publishedTotalsStandBesideTheMonthsSinceTheFirstOfUse() throws Exception {
        report("2022-12", 0, 22);
        publish(2022);
        assertThat(page("/dashboard/compare?year=2022")
                        .select(".explanations li")
                        .eachText())
                .containsExactly("Tổng các tháng còn thiếu 253 báo cáo tháng, mới có 23.");

        jdbc.sql("update installation set in_use_since = '2022-12-01'").update();

        assertThat(page("/dashboard/compare?year=2022")
                        .select(".explanations li")
                        .eachText())
                .containsExactly(
                        "Tổng các tháng có 23 báo cáo tháng, không có số liệu của 11 tháng trước khi dùng chương trình.");
    }

    /** No target of 2022 asks a rate, so no unit lacks anything. */
    @Test
    void unitsWithoutATargetAreNotThoseThatLackMost() throws Exception {
        jdbc.sql("""
                        with grown as (insert into unit (version) select 0 from generate_series(24, 135) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'X-' || id, 'Xã Đắk Rông ' || id, daterange('2021-01-01', null) from grown
                        """).update();
        report("2022-12", 0, 22);

        assertThat(page("/dashboard/details?year=2022").text())
                .contains("Bảng này nêu 30 đơn vị đầu trong 135 đơn vị. Xem tất cả")
                .doesNotContain("thiếu nhiều hồ sơ nhất");
        assertThat(dashboard().text()).contains("Bảng này nêu 23 đơn vị thiếu nhiều hồ sơ nhất trong 135 đơn vị.");
        publish(2021);
        assertThat(page("/dashboard/details?year=2021").text()).doesNotContain("Bảng này nêu");
    }

    /** Exactly at the threshold nothing lacks to reach it, and one dossier to exceed it. */
    @Test
    void aUnitAtAThresholdThatMustBeExceededNeedsOneDossierMore() throws Exception {
        long unit = unit("daterange('2024-08-01', '2024-09-01')");
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, full_process_received, full_process_online,
                            partial_received, partial_online, dossiers_received, status, source, version, changed_by_name, changed_at)
                        values (nextval('monthly_return_id_seq') * 1000, :unit, '2024-08-01', 6, 6, 6, 6, 20,
                            'APPROVED', 'FORM', 1, 'thử', now())
                        """).param("unit", unit).update();
        assertThat(contribution(unit)).isEqualTo("So với chỉ tiêu QĐ2679 (60%): vừa đủ, không thiếu hồ sơ nào.");

        jdbc.sql("update target set rule = 'MORE_THAN' where code = 'QĐ2679'").update();

        assertThat(contribution(unit))
                .isEqualTo(
                        "So với chỉ tiêu QĐ2679 (60%): đúng bằng mức, nhưng phải vượt mức mới đạt nên còn cần 1 hồ sơ.");
        Document gap = page("/dashboard/contribution?year=2024");
        assertThat(row(gap).text()).contains("12/20 60,00% 0 1 — —");
        assertThat(gap.text())
                .contains("Chỉ tiêu này phải vượt mức, đúng bằng mức thì chưa đạt", "Do làm tròn và phải vượt mức")
                .doesNotContain("khi làm tròn lên cho đủ hồ sơ");
    }

    private String contribution(long unit) throws Exception {
        return page("/dashboard/units/" + unit + "?year=2024")
                .select("p:contains(So với chỉ tiêu QĐ2679)")
                .text()
                .replace(" Phần thiếu của từng đơn vị", "");
    }

    private void publish(int year) {
        jdbc.sql("""
                        insert into published_year (year, full_process_received, full_process_online, partial_received,
                            partial_online, dossiers_received, online_reported, source, first_day, last_day)
                        values (:year, 2000, 1000, 2000, 1000, 9000, 2000, 'Báo cáo', make_date(:year, 1, 1), make_date(:year, 12, 31))
                        """).param("year", year).update();
    }

    private long unit(String valid) {
        return jdbc.sql("""
                        with added as (insert into unit (version) values (0) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'X-' || id, 'Xã Thử Nghiệm', %s from added returning unit_id
                        """.formatted(valid)).query(Long.class).single();
    }

    private static Elements row(Document page) {
        return page.select("tbody tr:has(th:contains(Xã Thử Nghiệm))");
    }

    private static List<String> tiles(Document months) {
        return row(months).select(".heat-tile").eachText().stream()
                .map(each -> each.substring(0, 1))
                .toList();
    }

    /** A letter asks for no return of a locked month. */
    private void openEveryMonth() {
        jdbc.sql("update reporting_month set state = 'OPEN', reopened_until = null")
                .update();
    }

    private String letter(long unit) throws Exception {
        return browser.perform(get("/dashboard/units/" + unit + "/letter?year=2024&month=9")
                        .with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aUnitThatMeetsItsOwnThresholdIsNotToBeCalled() throws Exception {
        String first = calls().select(".call-name").first().text();
        jdbc.sql("""
                        insert into target_step (target_id, unit_id, percent)
                        select target.id, v.unit_id, 1 from target, unit_at(date '2024-09-01') v
                        where target.code = 'QĐ2679' and v.name = ?
                        """).param(first).update();

        assertThat(calls().select(".call-name").eachText()).hasSize(3).doesNotContain(first);
        assertThat(calls().text()).doesNotContain("thiếu 0 hồ sơ");
    }

    @Test
    void unitsThatOnlyOweReportsAreNotSaidToLackDossiers() throws Exception {
        assertThat(calls().select(".panel-note").text()).isEqualTo("Thiếu nhiều nhất so với QĐ2679 (60%)");
        jdbc.sql("""
                        insert into target_step (target_id, unit_id, percent)
                        select target.id, v.unit_id, 1 from target, unit_at(date '2024-09-01') v where target.code = 'QĐ2679'
                        """).update();

        assertThat(calls().select(".call-reason").eachText()).containsOnly("chưa gửi 1 báo cáo tháng");
        assertThat(calls().select(".panel-note").text()).isEqualTo("Chưa gửi báo cáo tháng đã quá hạn");
    }

    /** Their figures are entered and count, but nobody has handed them in. */
    @Test
    void unitsThatEnteredFiguresAndDidNotHandThemInAreLate() throws Exception {
        jdbc.sql("""
                        insert into target_step (target_id, unit_id, percent)
                        select target.id, v.unit_id, 1 from target, unit_at(date '2024-09-01') v where target.code = 'QĐ2679'
                        """).update();
        for (int missing : List.of(2, 9, 22)) {
            report("2024-09", missing, missing);
        }
        jdbc.sql("update monthly_return set status = 'DRAFT' where month = '2024-09-01' and source = 'FORM'")
                .update();

        Elements calls = page("/dashboard?year=2024&span=MONTH&month=9").select(".calls");

        assertThat(calls.select(".call-name").eachText())
                .containsExactly("Xã Phước Thắng", "Xã Phước Nghĩa", "Phòng Y tế");
        assertThat(calls.select(".call-reason").eachText()).containsOnly("chưa gửi 1 báo cáo tháng");
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
