package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.Formats;

/** Who has reported what, and the texts that remind those who have not. Reads the demonstration only. */
@ProgramTest(world = OWN)
class CompletenessPagesTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    private Document open(String address, String person) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void theMatrixShowsEveryUnitAndMonthWithItsStateAndALink() throws Exception {
        Document page = open("/figures?year=2024", "vanphong");

        assertThat(page.select("tbody tr")).hasSize(23);
        Element dieuTri = page.select("tbody tr:contains(Thị trấn Diêu Trì)").first();
        assertThat(dieuTri).isNotNull();
        assertThat(dieuTri.select("td")).hasSize(13);
        assertThat(dieuTri.select("td").get(7).text()).isEqualTo("Duyệt Đã duyệt");
        assertThat(dieuTri.select("td").get(8).select(".matrix-word").text()).isEqualTo("Nộp");
        assertThat(dieuTri.select("td").get(8).select(".matrix-full").text()).isEqualTo("Đã nộp");
        assertThat(dieuTri.select("td").get(8).select("a").attr("href")).isEqualTo("/figures/2024-09");
        assertThat(dieuTri.select("td").get(11).select(".matrix-full").text())
                .matches("Chưa báo cáo · quá hạn [0-9]+ ngày");
        assertThat(dieuTri.select("td").get(12).text()).isEqualTo(sumOf(dieuTri.select(".matrix-late")));
        assertThat(page.select("tfoot td").get(8).text()).isEqualTo("20/23 Còn thiếu đơn vị");
        assertThat(page.select("tfoot td").get(7).text()).isEqualTo("23/23 Đã chốt");
    }

    private static String sumOf(Elements late) {
        return Formats.count(late.eachText().stream()
                .mapToLong(text -> Long.parseLong(text.substring(1)))
                .sum());
    }

    @Test
    void leadsToTheReconciliationWhoeverMayReadIt() throws Exception {
        String link = ".facts-line a[href='/reconciliation?year=2024']";

        assertThat(open("/figures?year=2024", "vanphong").select(link).text()).isEqualTo("Đối chiếu số liệu");
        assertThat(open("/figures?year=2024", "quantri").select(link)).isEmpty();
    }

    @Test
    void staffSeeTheirOwnUnitAlone() throws Exception {
        Document page = open("/figures?year=2024", "dieutri");

        assertThat(page.select("tbody tr th").eachText()).containsExactly("Thị trấn Diêu Trì");
        assertThat(page.select("tfoot td").get(8).text()).startsWith("1/1");
    }

    @Test
    void remindsExactlyTheUnitsThatHaveNotSubmitted() throws Exception {
        Document page = open("/figures/2024-09/reminders", "vanphong");

        assertThat(page.select("textarea[readonly]")).hasSize(4);
        assertThat(page.select("#reminder-all").text())
                .contains(
                        "tháng 09/2024 hạn nộp ngày 05/10/2024",
                        "còn 3 đơn vị chưa nộp: Xã Phước Thắng, Xã Phước Nghĩa, Phòng Y tế.");
        assertThat(page.select("textarea").get(1).text())
                .contains("tháng 09/2024", "Chưa báo cáo", "Hạn nộp là ngày 05/10/2024", "đã quá hạn");
        assertThat(page.select("input[type=email], form[action*=reminders]"))
                .as("without a mail server")
                .isEmpty();
        Document locked = open("/figures/2024-08/reminders", "vanphong");
        assertThat(locked.select("textarea")).isEmpty();
        assertThat(locked.select(".notice").text())
                .contains("Tháng này đã chốt hoặc không phải nộp")
                .doesNotContain("Mọi đơn vị đã nộp");
        browser.perform(get("/figures/2024-09/reminders").with(people.as("dieutri")))
                .andExpect(status().isForbidden());
        browser.perform(get("/figures/2024-09/reminders").with(people.as("lanhdao")))
                .andExpect(status().isForbidden());
    }
}
