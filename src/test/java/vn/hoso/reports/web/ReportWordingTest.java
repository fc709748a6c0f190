package vn.hoso.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

@ProgramTest(world = OWN)
class ReportWordingTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nobodyWroteAnything() {
        jdbc.sql("delete from report_wording").update();
    }

    @Test
    void startsFromTheProposalForEveryPart() throws Exception {
        Document page = page("/reports/2023/wording");

        assertThat(page.select("textarea")).hasSize(9);
        assertThat(words(page, "RESULTS")).contains("{toan_trinh.truc_tuyen}/{toan_trinh.phat_sinh}");
        assertThat(page.select(".data-table td").eachText()).contains("95,27%");
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void putsTheOfficesWordsIntoTheReportAndLeavesALineInTheTrail() throws Exception {
        MockHttpServletResponse response =
                write("2023", "SHORTCOMINGS", "- Còn **{chua_phan_loai}** hồ sơ <b>chưa</b> phân loại.", "0");

        assertThat(response.getRedirectedUrl()).isEqualTo("/reports/2023/wording#SHORTCOMINGS");
        Document report = page("/reports/2023");
        assertThat(report.select(".paper").text()).contains("- Còn 290 hồ sơ <b>chưa</b> phân loại.");
        assertThat(report.select(".paper .paper-strong").eachText()).contains("290");
        assertThat(page("/reports/2024").select(".paper").text()).doesNotContain("<b>chưa</b>");
        assertThat(lines("III. Tồn tại, hạn chế")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Đạt {toan_trinh.sai}.", "Đạt **95%.", "   "})
    void savesNothingThatCannotBeUnderstoodAndKeepsWhatWasTyped(String words) throws Exception {
        MockHttpServletResponse response = write("2023", "RESULTS", words, "0");

        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(words(page, "RESULTS")).isEqualTo(words.strip());
        assertThat(page.select("#RESULTS .error-summary").text()).startsWith("Chưa lưu");
        assertThat(page.select("#RESULTS [aria-invalid]").size()).isEqualTo(words.isBlank() ? 0 : 1);
        assertThat(stored()).isZero();
    }

    @Test
    void refusesWordsTypedOverOthersThatCameSince() throws Exception {
        write("2023", "OPENING", "Câu của người thứ nhất:", "0");

        MockHttpServletResponse late = write("2023", "OPENING", "Câu của người thứ hai:", "0");

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(words(Jsoup.parse(late.getContentAsString(StandardCharsets.UTF_8)), "OPENING"))
                .isEqualTo("Câu của người thứ hai:");
        assertThat(page("/reports/2023").select(".paper").text())
                .contains("người thứ nhất")
                .doesNotContain("thứ hai");
    }

    @Test
    void keepsLastingWordsForTheYearsAfterButNotForThoseBefore() throws Exception {
        browser.perform(post("/reports/2024/wording/RECIPIENTS")
                .param("words", "- Sở Nội vụ;\n- Lưu: VT.")
                .param("lasting", "true")
                .param("seen", "0")
                .with(csrf())
                .with(people.as("vanphong")));
        jdbc.sql("update report_wording set year = 2023, last_month = '2023-12-01'")
                .update();

        assertThat(page("/reports/2024").select(".paper-recipients").text()).contains("Sở Nội vụ");
        jdbc.sql("update report_wording set year = 2024, last_month = '2024-12-01'")
                .update();
        assertThat(page("/reports/2023").select(".paper-recipients").text()).doesNotContain("Sở Nội vụ");
    }

    @Test
    void goesBackToTheProposal() throws Exception {
        write("2023", "SOLUTIONS", "Giải pháp riêng.", "0");
        String seen = page("/reports/2023/wording")
                .select("#SOLUTIONS input[name=seen]")
                .attr("value");

        browser.perform(post("/reports/2023/wording/SOLUTIONS/proposal")
                .param("seen", seen)
                .with(csrf())
                .with(people.as("vanphong")));

        assertThat(stored()).isZero();
        assertThat(page("/reports/2023").select(".paper").text()).doesNotContain("Giải pháp riêng");
    }

    @Test
    void isForTheOfficeAlone() throws Exception {
        for (String name : List.of("dieutri", "lanhdao", "quantri")) {
            assertThat(browser.perform(get("/reports/2023/wording").with(people.as(name)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
            assertThat(browser.perform(post("/reports/2023/wording/OPENING")
                                    .param("words", "x")
                                    .with(csrf())
                                    .with(people.as(name)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(write("2023", "NOTHING", "x", "0").getStatus()).isEqualTo(404);
        assertThat(stored()).isZero();
    }

    private MockHttpServletResponse write(String year, String part, String words, String seen) throws Exception {
        return browser.perform(post("/reports/" + year + "/wording/" + part)
                        .param("words", words)
                        .param("seen", seen)
                        .with(csrf())
                        .with(people.as("vanphong")))
                .andReturn()
                .getResponse();
    }

    private Document page(String address) throws Exception {
        MockHttpServletResponse response = browser.perform(get(address).with(people.as("vanphong")))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private static String words(Document page, String part) {
        Element typed = page.getElementById("words-" + part);
        return typed == null ? "" : typed.wholeText().strip();
    }

    private long stored() {
        return jdbc.sql("select count(*) from report_wording").query(Long.class).single();
    }

    private long lines(String detail) {
        return jdbc.sql("""
                        select count(*) from audit_event
                        where action = 'report.worded' and subject = '2023' and detail = ? and changes::text like '%chua_phan_loai%'
                        """).param(detail).query(Long.class).single();
    }
}
