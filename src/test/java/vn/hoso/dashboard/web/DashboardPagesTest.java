package vn.hoso.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Installations;
import vn.hoso.shared.KnownDay;

@WebMvcTest({DashboardController.class, UnitController.class, HomeController.class, LoginController.class})
@Import({SliceConfiguration.class, Wording.class, YearAsked.class, EntryWindows.class, KnownDay.class})
class DashboardPagesTest {

    private static final CurrentUser REVIEWER = SliceConfiguration.person(Role.REVIEWER);
    private static final CurrentUser DIEU_TRI = SliceConfiguration.person(Role.UNIT_STAFF, 2L);

    @Autowired
    private MockMvc mvc;

    @MockitoBean
    private Installations installations;

    @BeforeEach
    void theOfficeOfTuyPhuoc() {
        when(installations.current()).thenReturn(SliceConfiguration.TUY_PHUOC);
    }

    @Test
    void homeLeadsToTheDashboard() throws Exception {
        assertThat(mvc.perform(get("/").with(user(REVIEWER)))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/dashboard");
    }

    @Test
    void saysThePlansAnswerInTheHeading() throws Exception {
        Document page = page("/dashboard?year=2023", REVIEWER, "dashboard-2023");

        assertThat(page.select("h1").text())
                .isEqualTo("Huyện đạt 46,78% hồ sơ trực tuyến, chưa đạt chỉ tiêu 50%, còn thiếu 1.553 hồ sơ");
        assertThat(page.title()).isEqualTo("Tổng quan 2023 – Hồ sơ trực tuyến");
        assertThat(page.select(".facts-line").text()).contains("Từ ngày 01/01/2023 đến ngày 31/12/2023");
    }

    @Test
    void everyRateStandsWithItsFraction() throws Exception {
        Document page = page("/dashboard?year=2023", REVIEWER, null);

        assertThat(page.select(".rate .rate-percent").eachText()).containsExactly("95,27%", "78%", "46,78%");
        assertThat(page.select(".rate .rate-fraction strong").eachText())
                .containsExactly("10.682/11.212", "11.602/14.874", "22.574/48.254");
    }

    @Test
    void drawsTheBarInAttributesOnly() throws Exception {
        Document page = page("/dashboard?year=2023", REVIEWER, null);

        Element bar = page.expectFirst("svg.gauge-drawing");
        assertThat(bar.expectFirst("rect.gauge-fill").attr("width")).isEqualTo("46.78%");
        assertThat(bar.select(".gauge-tick line").eachAttr("x1")).containsExactly("50%", "60%");
        assertThat(bar.expectFirst(".gauge-ceiling line").attr("x1")).isEqualTo("54.06%");
        assertThat(bar.attr("aria-label"))
                .isEqualTo("Đã đạt 46,78%; chỉ tiêu NQ17 50%; chỉ tiêu QĐ2679 60%; Trần 54,06%");
    }

    @Test
    void obeysAStrictContentSecurityPolicy() throws Exception {
        for (String path : new String[] {"/dashboard?year=2023", "/dashboard", "/dashboard/units/2", "/login"}) {
            Document page = page(path, REVIEWER, null);
            assertThat(page.select("[style], style, script:not([src]), [onclick], [onsubmit]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.text()).as("message keys on %s", path).doesNotContain("??");
        }
    }

    @Test
    void listsEveryUnitWithItsShortfall() throws Exception {
        Document page = page("/dashboard?year=2024", REVIEWER, "dashboard-2024");

        assertThat(page.select(".units-table tbody tr")).hasSize(23);
        assertThat(page.select(".units-table thead th").eachText())
                .containsExactly("Đơn vị", "Toàn trình", "Một phần", "Tổng thể", "NQ17 50%", "QĐ2679 60%", "Báo cáo");
        assertThat(page.select(".units-table tbody tr").get(0).text()).contains("9/9");
        assertThat(page.select(".open-items").text()).contains("Tháng 09/2024: 3 đơn vị chưa báo cáo – ");
        assertThat(page.select(".page-head").text()).contains("20/23 đơn vị tháng 9", "tạm tính");
    }

    @Test
    void showsStaffTheirOwnUnitAndNoDownloads() throws Exception {
        Document page = page("/dashboard?year=2024", DIEU_TRI, "dashboard-staff");

        assertThat(page.select(".units-table tbody th").eachText()).containsExactly("Thị trấn Diêu Trì");
        assertThat(page.select("a[href^=/exports], a[href^=/reports]")).isEmpty();
        assertThat(page.select(".main-nav a").eachText())
                .containsExactly("Tổng quan", "Nhập số liệu", "Nhập từ tệp", "Chỉ tiêu");
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
    @CsvSource({"/dashboard?year=2020", "/dashboard?year=2025", "/dashboard?year=abc", "/dashboard/units/x?year=2024"})
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
