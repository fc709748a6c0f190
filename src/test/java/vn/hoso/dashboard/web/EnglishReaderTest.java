package vn.hoso.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoso.Messages;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** Who chose English reads English pages, and takes away the same Vietnamese documents as everybody. */
@ProgramTest(world = OWN)
class EnglishReaderTest {

    /** What units wrote in the demonstration, which sentences and lists of changes quote. */
    private static final String NOTE = "Báo cáo nguồn có hồ sơ trực tuyến chưa phân loại (dữ liệu minh họa)";

    private static final Cookie ENGLISH = new Cookie("hoso_language", "en");

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse english(String address, String person) throws Exception {
        return answer(get(address).cookie(ENGLISH).with(people.as(person)));
    }

    private MockHttpServletResponse vietnamese(String address, String person) throws Exception {
        return answer(get(address).with(people.as(person)));
    }

    private static Document page(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource({
        "/dashboard?year=2024, lanhdao",
        "/dashboard/details?year=2024, lanhdao",
        "/dashboard/contribution?year=2024&level=MEDIAN, lanhdao",
        "/dashboard/compare?year=2024, lanhdao",
        "/dashboard/paper?year=2024, lanhdao",
        "/dashboard/map?year=2024, lanhdao",
        "/dashboard/units/2?year=2024, dieutri",
        "/dashboard/units/3/letter?year=2024, vanphong",
        "/figures?year=2024, vanphong",
        "/figures/2024-09, dieutri",
        "/figures/2024-09/review, vanphong",
        "/figures/2024-09/reminders, vanphong",
        "/figures/2024-08/2/corrections, dieutri",
        "/figures/2024-08/2/notes, dieutri",
        "/imports, dieutri",
        "/targets?year=2023, vanthu",
        "/follow-ups, vanphong",
        "/follow-ups/new?target=4&month=2024-09&unit=2, vanphong",
        "/reports/2024, vanthu",
        "/accounts, quantri",
        "/accounts/me, quantri",
        "/wall, quantri",
        "/audit, quantri",
        "/trace/2024/overall/units/2, dieutri",
        "/trace/returns/2/2024-08, dieutri"
    })
    void saysEverythingInEnglish(String address, String person) throws Exception {
        MockHttpServletResponse response = english(address, person);
        Document page = page(response);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.html()).doesNotContain("??");
        page.select("body [lang=vi]").remove();
        assertThat(vietnameseMessages(texts(page))).isEmpty();
    }

    @Test
    void namesWhoLaidOutTheDemonstrationInEnglish() throws Exception {
        for (String address : List.of("/figures/2024-08", "/trace/2024/overall/units/2", "/trace/returns/2/2024-08")) {
            assertThat(page(english(address, "vanphong")).text())
                    .as(address)
                    .contains("Demonstration data")
                    .doesNotContain("Dữ liệu minh họa");
        }
        assertThat(page(vietnamese("/trace/returns/2/2024-08", "vanphong")).text())
                .contains("Dữ liệu minh họa");
    }

    @Test
    void refusesInEnglish() throws Exception {
        MockHttpServletResponse refused = english("/dashboard?year=1800", "lanhdao");

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(page(refused).select("main").text()).contains("There is no year 1800.");
    }

    /** What a page says, piece by piece, and what it says to who cannot see it. */
    private static List<String> texts(Document page) {
        List<String> texts = new ArrayList<>();
        for (Element each : page.select("*")) {
            each.textNodes().forEach(text -> texts.add(text.text().strip()));
            Stream.of("aria-label", "data-label", "title", "placeholder", "alt")
                    .map(each::attr)
                    .forEach(texts::add);
        }
        texts.removeIf(text -> text.isEmpty() || text.contains(NOTE));
        return texts;
    }

    /** The Vietnamese messages, or the longest pieces of their patterns, that stand in these texts. */
    private static List<String> vietnameseMessages(List<String> texts) {
        List<String> found = new ArrayList<>();
        Messages.VIETNAMESE.all().forEach((key, whole) -> {
            String piece = Stream.of(whole.split("\\{\\d+}"))
                    .max(Comparator.comparing(String::length))
                    .orElse("")
                    .strip();
            boolean telling = piece.chars().filter(each -> each > 127).count() >= 3 && piece.length() >= 10;
            texts.stream()
                    .filter(text -> telling
                            ? text.contains(piece)
                            : text.equals(whole)
                                    && whole.chars().anyMatch(each -> each > 0xBF && Character.isLetter(each)))
                    .forEach(text -> found.add(key + " in: " + text));
        });
        // The language's own name stands at the foot of every page.
        found.removeIf(each -> each.startsWith("frame.language.vi"));
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/2023/report.docx",
                "/reports/2023/report.pdf",
                "/reports/2024/annex.xlsx",
                "/exports/results.csv?year=2024",
                "/exports/results.json?year=2024",
                "/audit/trail.csv?action=report.downloaded&to=01/01/2024"
            })
    void whatIsTakenAwayIsTheSameForEverybody(String file) throws Exception {
        MockHttpServletResponse theirs = english(file, "vanphong");

        assertThat(theirs.getStatus()).isEqualTo(200);
        assertThat(theirs.getContentAsByteArray())
                .isNotEmpty()
                .isEqualTo(vietnamese(file, "vanphong").getContentAsByteArray());
    }

    @Test
    void keepsTheTrailsFileInVietnamese() throws Exception {
        english("/exports/results.csv?year=2024", "vanphong");

        assertThat(english("/audit/trail.csv?action=results.exported", "vanphong")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Tải kết quả năm 2024")
                .doesNotContain("Downloaded the results");
    }

    @Test
    void headsTheTemplateWithTheWordsItIsRecognisedBy() throws Exception {
        byte[] template = english("/imports/template?month=2024-09", "dieutri").getContentAsByteArray();

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(3).getStringCellValue())
                    .isEqualTo("Toàn trình – phát sinh");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboard/units/3/letter?year=2024, .letter",
        "/reports/2024, article.paper",
        "/reports/2024/wording, textarea",
        "/figures/2024-09/reminders, textarea"
    })
    void showsDocumentsAsTheyAre(String address, String document) throws Exception {
        Document theirs = page(english(address, "vanphong"));

        assertThat(theirs.select(document)).isNotEmpty().allSatisfy(each -> assertThat(each.attr("lang"))
                .isEqualTo("vi"));
        assertThat(theirs.select(document).eachText())
                .isEqualTo(
                        page(vietnamese(address, "vanphong")).select(document).eachText());
    }
}
