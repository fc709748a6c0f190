package vn.hoso.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.Formats;

/** One unit's page and its letter on a real PostgreSQL; Phước Thắng (3) has not reported September 2024. */
@ProgramTest
@Transactional
class UnitPagesTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private People people;

    @Test
    void showsTheSpanAskedFor() throws Exception {
        Document page = page("/dashboard/units/3?year=2024&span=QUARTER&month=9", "lanhdao");

        assertThat(page.select(".eyebrow").text()).contains("Từ tháng 07/2024 đến tháng 09/2024");
        assertThat(page.select(".months-table tbody tr")).hasSize(3);
        assertThat(page.select(".months-table tbody tr").last().text()).contains("09/2024", "chưa báo cáo");
        assertThat(page.select(".period-choice option[selected]").eachText()).containsExactly("Quý", "tháng 9");
        assertThat(page("/dashboard/units/3?year=2024", "lanhdao").select(".months-table tbody tr"))
                .hasSize(12);
    }

    /** February asked 49,95 % of all dossiers and 909 of 1.820 are fewer; what the year asks in September is another matter. */
    @Test
    void roundsAMonthBesideTheTargetsOfThatMonthWhereverItStands() throws Exception {
        jdbc.update("""
                insert into target (id, code, label, indicator, rule, threshold, scope, valid_from, valid_until, position)
                overriding system value values (9001, 'T', 'Thử', 'OVERALL', 'AT_LEAST', 49.95, 'DISTRICT_AND_UNITS', date '2024-01-01', date '2024-06-01', 90)
                """);
        jdbc.update("""
                update monthly_return set full_process_received = 681, full_process_online = 454, partial_received = 682,
                    partial_online = 455, dossiers_received = 1820, online_reported = null
                where unit_id = 3 and month = date '2024-02-01'
                """);

        for (String address : List.of(
                "/dashboard/units/3?year=2024&span=MONTH&month=2",
                "/dashboard/units/3?year=2024",
                "/dashboard/map?year=2024",
                "/trace/2024/overall/units/3")) {
            assertThat(page(address, "lanhdao")
                            .select("tr:contains(909/1.820), tr:contains(1.820)")
                            .text())
                    .as(address)
                    .contains("49,945")
                    .doesNotContain("49,95");
        }
    }

    @Test
    void theLetterNamesThePointsThatTheRateBrings() throws Exception {
        jdbc.update("""
                insert into target (id, code, label, indicator, rule, threshold, scope, valid_from, position)
                overriding system value values (9002, 'TT', 'Điểm', 'OVERALL', 'BANDS', 90, 'DISTRICT_AND_UNITS', date '2024-01-01', 91)
                """);
        jdbc.update(
                "insert into target_step (target_id, unit_id, percent, points) values (9002, null, 90, 2), (9002, null, 10, 1)");

        assertThat(page("/dashboard/units/3/letter?year=2024&month=9", "vanphong")
                        .select(".letter")
                        .text())
                .containsPattern(
                        "Điểm \\(TT, điểm tối đa từ 90%\\): [\\d./]+ hồ sơ, bằng [\\d,]+%, 1/2 điểm, tạm tính chưa đạt, còn thiếu");
    }

    @Test
    void namesTheSamePeriodWhereAFigureComesFrom() throws Exception {
        Document trace = page("/trace/2024/overall/units/3", "lanhdao");

        assertThat(trace.select("h1").text()).isEqualTo("Tổng thể của Xã Phước Thắng, 9 tháng đầu năm 2024");
        assertThat(trace.select(".facts-line").text())
                .isEqualTo("Từ ngày 01/01/2024 đến ngày 30/09/2024, theo tháng dương lịch");
        assertThat(page("/trace/2024/overall?span=QUARTER&month=9", "lanhdao")
                        .select("h1, .facts-line")
                        .eachText())
                .containsExactly(
                        "Tổng thể của huyện Tuy Phước, từ tháng 07/2024 đến tháng 09/2024",
                        "Từ ngày 01/07/2024 đến ngày 30/09/2024, theo tháng dương lịch");
        assertThat(trace.select("#parts-title").text()).isEqualTo("Các phần cộng thành số này");
        assertThat(page("/trace/2023/overall", "lanhdao").select("#parts-title").text())
                .as("published totals need not be the sum of the units")
                .isEqualTo("Số của từng đơn vị, cộng từ báo cáo tháng");
        assertThat(page("/trace/2023/overall", "lanhdao").select("h1").text())
                .isEqualTo("Tổng thể của huyện Tuy Phước, cả năm 2023");
    }

    @Test
    void saysWhichPartOfTheGapIsItsOwnToThoseWhoSeeAll() throws Exception {
        assertThat(page("/dashboard/units/5?year=2024", "lanhdao")
                        .select(".unit-part")
                        .text())
                .contains("So với chỉ tiêu QĐ2679 (60%): thiếu 122 hồ sơ, chiếm", "Nộp trực tiếp bằng bản giấy");
        assertThat(page("/dashboard/units/1?year=2023", "lanhdao").select(".line-point circle"))
                .hasSize(12);

        Document own = page("/dashboard/units/2?year=2024", "dieutri");
        assertThat(own.select(".unit-part").text()).doesNotContain("So với chỉ tiêu");
        assertThat(own.select("a[href*=letter], a[href*=contribution]")).isEmpty();
    }

    @Test
    void showsWhatTheOfficeAskedAndWhetherItWasAnswered() throws Exception {
        jdbc.update("""
                insert into return_remark (return_id, version, measure, text, made_by, made_by_name, made_at)
                select r.id, 100, 'PARTIAL_ONLINE', '<b>Kiểm tra</b> lại', p.id, 'Nguyễn Thị Văn Phòng', now()
                from monthly_return r, app_user p where r.unit_id = 4 and r.month = date '2024-05-01' and p.username = 'vanphong'
                """);

        Document page = page("/dashboard/units/4?year=2024", "lanhdao");
        assertThat(page.select(".unit-remarks li").text())
                .contains("Tháng 05/2024, ô “Một phần – trực tuyến”", "chưa nộp lại", "<b>Kiểm tra</b> lại");
        assertThat(page("/dashboard/units/4?year=2024&span=MONTH&month=6", "lanhdao")
                        .select(".unit-remarks"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/details", "/dashboard/contribution", "/dashboard/paper", "/dashboard/compare"})
    void keepsThePeriodOnTheWayToAUnitAndToAnotherYear(String path) throws Exception {
        Document page = page(path + "?year=2024&span=MONTH&month=7", "vanphong");
        assertThat(page.select("main a[href*=/units/]:not([href*=/trace/])").eachAttr("href"))
                .hasSizeGreaterThan(20)
                .allMatch(href -> href.endsWith("?year=2024&span=MONTH&month=7"));
        assertThat(page.select(".switcher a").eachAttr("href")).containsExactly(path + "?span=MONTH&month=7&year=2023");
    }

    @Test
    void beginsAUnitsOwnPageWithTheUnit() throws Exception {
        assertThat(page("/dashboard?year=2024", "dieutri").select(".own-units").text())
                .startsWith("Đơn vị của bạn Thị trấn Diêu Trì 1.220/2.038 59,86%")
                .contains("QĐ2679 60%: Chưa đạt (sơ bộ) thiếu 3");
        assertThat(page("/dashboard?year=2024", "vanphong").select(".own-units"))
                .isEmpty();
    }

    @Test
    void writesALetterWithWhatIsMissingAndWhatIsAsked() throws Exception {
        Document letter = page("/dashboard/units/3/letter?year=2024&month=9", "vanphong");
        String text = letter.select(".letter").text();

        assertThat(text)
                .contains(
                        "Kính gửi: Ủy ban nhân dân xã Phước Thắng",
                        "từ ngày 01/01/2024 đến ngày 30/09/2024",
                        "1. Về báo cáo: còn thiếu 1 báo cáo tháng (09/2024); báo cáo tháng 09/2024 có hạn ngày 05/10/2024",
                        "(QĐ2679, tối thiểu 60%): 1.037/1.612 hồ sơ, bằng 64,33%, tạm tính đạt chỉ tiêu.",
                        "a) Gửi đủ các báo cáo tháng còn thiếu chậm nhất ngày ",
                        "nghiêm túc triển khai thực hiện./.",
                        "Nơi nhận:");
        assertThat(letter.select(".notice")).isEmpty();
        assertThat(page("/dashboard/units/17/letter?year=2024", "vanphong")
                        .select(".letter")
                        .text())
                .contains("Kính gửi: Phòng ", "chưa đạt, còn thiếu ");
    }

    @Test
    void asksInTheLetterForAnAnswerByTheDayThatIsTyped() throws Exception {
        String day = Formats.date(LocalDate.now(Formats.ZONE).plusDays(20));
        Document letter = page("/dashboard/units/3/letter?year=2024&due=" + day, "vanphong");
        assertThat(letter.select(".letter").text())
                .contains("còn thiếu chậm nhất ngày " + day, ") chậm nhất ngày " + day)
                .doesNotContain("trước ngày " + day);
        assertThat(letter.select("#due").val()).isEqualTo(day);
        assertThat(letter.select(".letter-due [name=year]").val()).isEqualTo("2024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2027", "05/10/2024", "mai", "01/01/2099", "<b>1</b>"})
    void saysBesideTheFieldWhatIsNoDayToAnswerBy(String typed) throws Exception {
        Document letter = Jsoup.parse(browser.perform(get("/dashboard/units/3/letter?year=2024")
                        .queryParam("due", typed)
                        .with(people.as("vanphong")))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(letter.select("#due").val()).isEqualTo(typed);
        assertThat(letter.select("#due-problem").text()).contains("từ hôm nay trở đi");
        assertThat(letter.select(".letter").text())
                .contains("chậm nhất ngày "
                        + Formats.date(LocalDate.now(Formats.ZONE).plusDays(7)));
    }

    @Test
    void theLetterIsTheOfficesAndOfUnitsThatAre() throws Exception {
        browser.perform(get("/dashboard/units/2/letter?year=2024").with(people.as("dieutri")))
                .andExpect(status().isForbidden());
        browser.perform(get("/dashboard/units/999/letter?year=2024").with(people.as("vanphong")))
                .andExpect(status().isNotFound());
        browser.perform(get("/dashboard/units/3?year=2024").with(people.as("dieutri")))
                .andExpect(status().isNotFound());
    }

    private Document page(String address, String who) throws Exception {
        Document page = Jsoup.parse(browser.perform(get(address).with(people.as(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("[style]")).isEmpty();
        assertThat(page.text()).doesNotContain("??");
        return page;
    }
}
