package vn.hoso.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.database.DatabaseOutage;
import vn.hoso.figures.CompletenessQueries;
import vn.hoso.figures.ReviewRemarkQueries;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.followups.FollowUpQueries;
import vn.hoso.followups.VerdictNotices;
import vn.hoso.notes.UnitNoteQueries;
import vn.hoso.once.Presses;
import vn.hoso.organisation.Organisations;
import vn.hoso.reconciliation.DifferenceQueries;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.AsOfDay;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Installation;
import vn.hoso.shared.Installations;
import vn.hoso.shared.PageMessages;
import vn.hoso.site.web.SitePages;
import vn.hoso.units.ContactPerson;
import vn.hoso.units.ContactPersons;

@WebMvcTest({DashboardController.class, ContributionController.class, UnitResultsController.class})
@Import({
    SliceConfiguration.class,
    SitePages.class,
    PageMessages.class,
    DashboardPeriodPages.class,
    EntryWindows.class,
    AsOfDay.class
})
class DashboardPagesTest {

    private static final CurrentUser REVIEWER = SliceConfiguration.person(Role.REVIEWER);
    private static final CurrentUser LEADER = SliceConfiguration.person(Role.LEADER);
    private static final CurrentUser DIEU_TRI = SliceConfiguration.person(Role.UNIT_STAFF, 2L);

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private DatabaseOutage outage;

    @MockitoBean
    private Presses presses;

    @MockitoBean
    private Installations installations;

    /** Asked for an administrator's set-up only, and never in a demonstration. */
    @MockitoBean
    private JdbcClient jdbc;

    @MockitoBean
    private Organisations organisations;

    @MockitoBean
    private SubmissionDeadlineQueries deadlines;

    @MockitoBean
    private UnitNoteQueries notes;

    @MockitoBean
    private ReviewRemarkQueries remarks;

    @MockitoBean
    private ContactPersons contacts;

    @MockitoBean
    private CompletenessQueries completeness;

    @MockitoBean
    private FollowUpQueries followUps;

    @MockitoBean
    private DifferenceQueries differences;

    @MockitoBean
    private VerdictNotices notices;

    @BeforeEach
    void theOfficeOfTuyPhuoc() {
        when(deadlines.deadlines())
                .thenReturn(
                        new SubmissionDeadlines(List.of(new SubmissionDeadlines.Setting(YearMonth.of(2021, 1), 5))));
        when(contacts.find(anyLong())).thenReturn(ContactPerson.UNKNOWN);
        when(installations.current()).thenReturn(new Installation(true, null, 0));
        when(organisations.find(any())).thenReturn(Optional.of(SliceConfiguration.TUY_PHUOC));
    }

    @Test
    void saysThePlansAnswerInTheHeading() throws Exception {
        Document page = page("/dashboard?year=2023", REVIEWER, "dashboard-2023");

        assertThat(page.select("h1").text())
                .isEqualTo("Huyện đạt 46,78% hồ sơ trực tuyến, chưa đạt chỉ tiêu 50%, còn thiếu 1.553 hồ sơ");
        assertThat(page.title()).isEqualTo("Tổng quan 2023 – Hồ sơ trực tuyến");
        assertThat(page("/dashboard/details?year=2023", REVIEWER, null)
                        .select(".facts-line")
                        .text())
                .contains("Từ ngày 01/01/2023 đến ngày 31/12/2023");
    }

    @Test
    void everyRateStandsWithItsFraction() throws Exception {
        Document page = page("/dashboard/details?year=2023", REVIEWER, null);

        assertThat(page.select(".rate .rate-percent").eachText()).containsExactly("95,27%", "78%", "46,78%");
        assertThat(page.select(".rate .rate-fraction strong").eachText())
                .containsExactly("10.682/11.212", "11.602/14.874", "22.574/48.254");
    }

    @Test
    void theFirstPageSaysWhatIsMissedFirst() throws Exception {
        Document page = page("/dashboard?year=2023", LEADER, null);

        assertThat(page.select(".rate-cards .rate h3").eachText())
                .containsExactly("Tổng thể", "Toàn trình", "Một phần");
        assertThat(page.select(".rate-cards .rate-percent").eachText()).containsExactly("46,78%", "95,27%", "78%");
        assertThat(page.select(".rate-cards .rate-fraction strong").eachText())
                .containsExactly("22.574/48.254", "10.682/11.212", "11.602/14.874");
        assertThat(page.select(".rate-overall .rate-verdicts li").eachText())
                .containsExactly(
                        "Chưa đạt thiếu 1.553 hồ sơ NQ17 tối thiểu 50%",
                        "Chưa đạt thiếu 6.379 hồ sơ QĐ2679 tối thiểu 60%");
        assertThat(page("/dashboard?year=2024", LEADER, null)
                        .select(".rate-overall .rate-verdicts li")
                        .first()
                        .text())
                .isEqualTo("Chưa đạt (tạm tính) thiếu 211 hồ sơ QĐ2679 tối thiểu 60%");
        assertThat(page.select(".glance-more a").eachAttr("href"))
                .contains("/dashboard/details?year=2023", "/dashboard/details?year=2023#units")
                .hasSizeGreaterThan(6);
    }

    @Test
    void drawsTheBarInAttributesOnly() throws Exception {
        Document page = page("/dashboard/details?year=2023", REVIEWER, null);

        Element bar = page.expectFirst("svg.gauge-drawing");
        assertThat(bar.expectFirst("rect.gauge-fill").attr("width")).isEqualTo("46.78%");
        assertThat(bar.select(".gauge-tick line").eachAttr("x1")).containsExactly("50%", "60%");
        assertThat(bar.expectFirst(".gauge-ceiling line").attr("x1")).isEqualTo("54.06%");
        assertThat(bar.attr("aria-label"))
                .isEqualTo("Đã đạt 46,78%; chỉ tiêu NQ17 50%; chỉ tiêu QĐ2679 60%; Trần 54,06%");
    }

    @Test
    void obeysAStrictContentSecurityPolicy() throws Exception {
        for (String path :
                new String[] {"/dashboard?year=2023", "/dashboard", "/dashboard/details", "/dashboard/units/2", "/login"
                }) {
            Document page = page(path, REVIEWER, null);
            assertThat(page.select("[style], style, script:not([src]), [onclick], [onsubmit]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.text()).as("message keys on %s", path).doesNotContain("??");
        }
    }

    @Test
    void listsEveryUnitWithItsShortfall() throws Exception {
        Document page = page("/dashboard/details?year=2024", REVIEWER, "dashboard-2024");

        assertThat(page.select(".units-table tbody tr")).hasSize(23);
        assertThat(page.select(".units-table thead th").eachText())
                .containsExactly("Đơn vị", "Toàn trình", "Một phần", "Tổng thể", "NQ17 50%", "QĐ2679 60%", "Báo cáo");
        assertThat(page.select(".units-table tbody tr").get(0).text()).contains("9/9");
        assertThat(page.select(".open-items").text()).contains("Tháng 09/2024: 3 đơn vị chưa báo cáo – ");
        assertThat(page.select(".page-head").text()).contains("20/23 đơn vị, đến 30/09/2024", "ước tính");
    }

    @Test
    void saysWhatIsNeededFromNowOnAndWhetherItCanBeDone() throws Exception {
        Document page = page("/dashboard/details?year=2024", LEADER, null);

        assertThat(page.select(".verdict-outlook").eachText())
                .containsExactly(
                        "Đúng tiến độ Từ nay cần 2.928/12.982 hồ sơ trực tuyến (22,55%).",
                        "Phải tăng tốc Từ nay cần 8.000/12.982 hồ sơ trực tuyến (61,62%).");
        assertThat(page.select(".rest p").text())
                .startsWith("Dự kiến 3 báo cáo tháng còn thiếu và tháng 10 đến tháng 12/2024 có 12.982 hồ sơ phát sinh:"
                        + " 72 báo cáo tính bằng cùng tháng năm trước. ")
                .contains("8.750 hồ sơ có thể nộp trực tuyến", "67,41%");
        assertThat(page.select("#rest-dossiers").val()).isEqualTo("12.982");
    }

    @Test
    void reckonsWithWhatTheReaderExpects() throws Exception {
        Document page = page("/dashboard/details?year=2024&rest=5.000", LEADER, null);

        assertThat(page.select(".rest p").text())
                .startsWith(
                        "Bạn giả định 3 báo cáo tháng còn thiếu và tháng 10 đến tháng 12/2024 có 5.000 hồ sơ phát sinh.");
        assertThat(page.select(".verdict-outlook").last().text()).contains("cần 3.211/5.000 hồ sơ");
        assertThat(page.select(".rest a").attr("href")).isEqualTo("/dashboard/details?year=2024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-5", "1.5", "1e3", "999999999", "１２"})
    void refusesARestThatIsNoNumberAndKeepsIt(String typed) throws Exception {
        MockHttpServletResponse response = mvc.perform(get("/dashboard/details")
                        .param("year", "2024")
                        .param("rest", typed)
                        .with(user(LEADER)))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(422);
        Document page = parsed(response, null);
        assertThat(page.select("#rest-problem").text()).startsWith("Hãy nhập số hồ sơ");
        assertThat(page.select("#rest-dossiers").val()).isEqualTo(typed);
        assertThat(page.select(".rest p").text()).contains("12.982");
    }

    @Test
    void saysWhomToCallAndWhy() throws Exception {
        Document page = page("/dashboard?year=2024", LEADER, null);

        assertThat(page.select(".call-name").eachText())
                .containsExactly(
                        "Phòng Tài chính - Kế hoạch",
                        "Phòng Lao động - Thương binh và Xã hội",
                        "Phòng Tài nguyên và Môi trường");
        assertThat(page.select(".calls li").first().text()).contains("thiếu 265 hồ sơ, đạt 45,75% (851/1.860)");
        assertThat(page.select(".call-contact").eachText()).containsOnly("Chưa có người liên hệ");
        assertThat(page("/dashboard?year=2024", SliceConfiguration.person(Role.ADMINISTRATOR), null)
                        .select(".call-contact a")
                        .first()
                        .attr("href"))
                .matches("/units/\\d+/contact");
        assertThat(page("/dashboard?year=2024", DIEU_TRI, null).select(".calls"))
                .isEmpty();
    }

    @Test
    void saysWhatChangedWithItsFigures() throws Exception {
        Document page = page("/dashboard/details?year=2024", LEADER, null);

        assertThat(page.select(".since li").eachText())
                .contains(
                        "Lũy kế đến hết tháng 09/2024 đạt 59,44% (22.431/37.736), tăng 0,36 điểm % so với đến hết tháng 08/2024 (59,08%, 19.719/33.374).",
                        "Tạm tính: Chỉ tiêu QĐ2679 (60%) vẫn chưa đạt, số thiếu giảm từ 306 xuống 211 hồ sơ.",
                        "Tháng 09/2024 mới có 20/23 đơn vị báo cáo, nên so sánh chưa đầy đủ.");
    }

    @Test
    void drawsTwelveMonthsWithATableBeside() throws Exception {
        Document page = page("/dashboard?year=2024", LEADER, null);

        assertThat(page.select(".line-point circle")).hasSize(12);
        assertThat(page.select(".line-segment")).hasSize(11);
        assertThat(page.select(".line-incomplete")).hasSize(1);
        assertThat(page.select(".line-month")).hasSize(12);
        assertThat(page.select(".line-month").last().attr("aria-label")).isEqualTo("09/2024: 62,17% (2.712/4.362)");
        assertThat(page.select("svg.line-drawing").attr("aria-label"))
                .contains("từ 49,27% tháng 10/2023 đến 62,17% tháng 09/2024");
        assertThat(page.select(".line-table tbody tr").last().text()).isEqualTo("09/2024 2.712/4.362 62,17% 20/23");
    }

    @Test
    void splitsTheGapOfThePlansYearExactly() throws Exception {
        Document page = page("/dashboard/contribution?year=2023", LEADER, "contribution-2023");

        assertThat(page.select(".gap-table tbody tr")).hasSize(24);
        assertThat(page.select(".gap-table .row-rest th").text()).isEqualTo("Do làm tròn từng đơn vị");
        assertThat(page.select(".gap-table tfoot").text()).contains("637.840", "6.379");
        assertThat(page.select(".gap-table td[data-label=Quy ra hồ sơ]").eachText())
                .allMatch(it -> it.matches("−?[\\d.]+"));
        assertThat(page.text()).contains("60 × 48.254 − 100 × 22.574 = 637.840");
        assertThat(response("/dashboard/contribution", DIEU_TRI).getStatus()).isEqualTo(403);
    }

    @Test
    void answersWhatIf() throws Exception {
        Document page = page("/dashboard/contribution?year=2023&unit=&level=ALL_ELIGIBLE&percent=", LEADER, null);

        assertThat(page.select(".what-if-answer").text())
                .contains(
                        "Kết quả chung sẽ đạt 54,06% (26.086/48.254) thay vì 46,78% (22.574/48.254): thêm 3.512 hồ sơ");
        assertThat(page.select(".what-if-answer .status").eachText()).containsExactly("Đạt", "Chưa đạt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "100,1", "-1", "1.5"})
    void refusesARateThatIsNone(String percent) throws Exception {
        MockHttpServletResponse response = mvc.perform(get("/dashboard/contribution")
                        .param("year", "2023")
                        .param("level", "PERCENT")
                        .param("percent", percent)
                        .with(user(LEADER)))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(parsed(response, null).select("#percent-problem").text()).startsWith("Hãy nhập tỷ lệ từ 0 đến 100");
    }

    @Test
    void showsStaffTheirOwnUnitAndNoDownloads() throws Exception {
        Document page = page("/dashboard/details?year=2024", DIEU_TRI, "dashboard-staff");

        assertThat(page.select(".units-table tbody th").eachText()).containsExactly("Thị trấn Diêu Trì");
        assertThat(page.select("a[href^=/exports], a[href^=/reports]")).isEmpty();
        assertThat(page.select(".main-nav a").eachText())
                .containsExactly(
                        "Bàn làm việc",
                        "Tổng quan",
                        "Nhập số liệu",
                        "Nhập từ tệp",
                        "Chỉ tiêu",
                        "Việc cần làm",
                        "Của tôi");
    }

    @Test
    void hidesAUnitThatIsNotTheReadersOwn() throws Exception {
        MockHttpServletResponse response = response("/dashboard/units/3?year=2024", DIEU_TRI);

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("Phước Thắng");
    }

    @Test
    void showsAUnitMonthByMonth() throws Exception {
        Document page = page("/dashboard/units/2?year=2024", DIEU_TRI, "unit-2024");

        assertThat(page.select("h1").text()).startsWith("Thị trấn Diêu Trì đạt ");
        assertThat(page.select(".months-table tbody tr")).hasSize(12);
        assertThat(page.select(".months-table tbody tr").get(11).text()).contains("12/2024", "chưa đến kỳ");
    }

    @Test
    void anEmptyYearIsFriendly() throws Exception {
        Document page = page("/dashboard?year=2022", REVIEWER, "dashboard-empty");

        assertThat(page.select("h1").text()).isEqualTo("Năm 2022 chưa có số liệu");
        assertThat(page.select(".switcher a").eachAttr("href")).containsExactly("/dashboard?year=2023");
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard?year=2020",
        "/dashboard?year=2025",
        "/dashboard?year=abc",
        "/dashboard?year=2024&month=13",
        "/dashboard?year=2024&span=WEEK",
        "/dashboard/units/x?year=2024"
    })
    void refusesAnAddressNobodyCanAnswer(String path) throws Exception {
        MockHttpServletResponse response = response(path, REVIEWER);

        assertThat(response.getStatus()).isEqualTo(400);
        Document page = parsed(response, "refused");
        assertThat(page.select("h1").text()).isEqualTo("Yêu cầu không đọc được");
        assertThat(page.select(".brand-agency").text()).isEqualTo("UBND huyện Tuy Phước");
        assertThat(page.select("main").text()).doesNotContain("Exception", "java");
    }

    @Test
    void withoutAYearShowsTheLatestThatHoldsFigures() throws Exception {
        assertThat(page("/dashboard", REVIEWER, null).select(".switcher-now").text())
                .isEqualTo("2024");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyPageSaysThatItsFiguresAreMadeUp(Role role) throws Exception {
        Document page = page("/dashboard", SliceConfiguration.person(role), null);

        assertThat(page.select(".demonstration").text()).startsWith("DỮ LIỆU MINH HỌA");
    }

    @Test
    void signsOutWithAProtectedForm() throws Exception {
        Document page = page("/dashboard", REVIEWER, null);

        Element form = page.expectFirst("form[action=/logout][method=post]");
        assertThat(form.select("input[name=_csrf]").val()).isNotEmpty();
    }

    @Test
    void signInAsksForNothingButNameAndPassword() throws Exception {
        Document page = parsed(mvc.perform(get("/login")).andReturn().getResponse(), "login");

        assertThat(page.select("form[action=/login] input:not([type=hidden])").eachAttr("name"))
                .containsExactly("username", "password");
        assertThat(page.select("input[type=password]").val()).isEmpty();
        assertThat(page.select(".main-nav, .sign-out")).isEmpty();
        assertThat(page.select(".sign-in-demo dt").eachText())
                .containsExactly("vanphong", "chanhvanphong", "lanhdao", "vanthu", "dieutri", "quantri");
    }

    @Test
    void signInSaysWhyItFailed() throws Exception {
        Document page = parsed(mvc.perform(get("/login?error")).andReturn().getResponse(), "login-error");

        assertThat(page.select("[role=alert]").text())
                .contains("Không đăng nhập được. Hãy kiểm tra tên đăng nhập và mật khẩu");
    }

    @Test
    void theFrameStandsWithoutTheDatabase() throws Exception {
        when(installations.current()).thenThrow(new DataAccessResourceFailureException("down"));

        Document page = parsed(mvc.perform(get("/login")).andReturn().getResponse(), null);

        assertThat(page.select(".brand-name").text()).isEqualTo("Hồ sơ trực tuyến");
    }

    private Document page(String path, CurrentUser reader, String name) throws Exception {
        MockHttpServletResponse response = response(path, reader);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return parsed(response, name);
    }

    private MockHttpServletResponse response(String path, CurrentUser reader) throws Exception {
        return mvc.perform(get(path).with(user(reader))).andReturn().getResponse();
    }

    /** Also keeps the page under target/pages, to be looked at. */
    private static Document parsed(MockHttpServletResponse response, String name) throws IOException {
        String html = response.getContentAsString(StandardCharsets.UTF_8);
        if (name != null) {
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            Files.writeString(folder.resolve(name + ".html"), html);
        }
        return Jsoup.parse(html);
    }
}
