package vn.hoso.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** Whoever asks first, everybody's page is the one that would have been drawn for them alone. */
@ProgramTest(world = OWN)
class CachedFragmentDialectTest {

    private static final List<String> READERS = List.of("lanhdao", "vanphong", "quantri", "vanthu", "dieutri");

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/details?year=2023",
                "/details?year=2024",
                "/details?year=2024&span=MONTH&month=7",
                "/details?year=2024&rest=5000",
                "/details?year=2024&known=2024-08-01",
                "?year=2023",
                "?year=2024",
                "?year=2024&span=MONTH&month=7",
                "?year=2024&known=2024-08-01"
            })
    void drawsForEveryReaderWhatTheReaderWouldHaveAlone(String period) throws Exception {
        for (String language : List.of("vi", "en")) {
            Map<String, String> alone = new HashMap<>();
            for (String reader : READERS) {
                forgetAnswers();
                alone.put(reader, page(period, reader, language));
            }
            for (String first : READERS) {
                forgetAnswers();
                page(period, first, language.equals("vi") ? "en" : "vi");
                page(period, first, language);
                String second = READERS.get((READERS.indexOf(first) + 1) % READERS.size());
                assertThat(page(period, second, language))
                        .as("%s in %s after %s", second, language, first)
                        .isEqualTo(alone.get(second));
            }
        }
    }

    @Test
    void drawsAnewWhatChanged() throws Exception {
        page("/details?year=2024", "lanhdao", "vi");
        jdbc.sql("update unit_version set name = 'Xã Phước An <i>mới</i>' where name = 'Xã Phước An'")
                .update();
        try {
            assertThat(page("/details?year=2024", "lanhdao", "vi"))
                    .contains("Xã Phước An &lt;i&gt;mới&lt;/i&gt;</a></th>");
        } finally {
            jdbc.sql("update unit_version set name = 'Xã Phước An' where name = 'Xã Phước An <i>mới</i>'")
                    .update();
        }
        assertThat(page("/details?year=2024", "lanhdao", "vi")).contains("Xã Phước An</a></th>");
    }

    /** An address that asks for the same in other words has the same answer; only an administrator is led to enter contacts. */
    @Test
    void namesWhomToCallAsTheyAreNowAndLeadsOnlyAdministratorsToEnterThem() throws Exception {
        jdbc.sql("update unit set contact_name = null, contact_phone = null").update();
        assertThat(page("?known=", "lanhdao", "vi")).contains("calls-title").doesNotContain("/contact\"");
        assertThat(page("", "quantri", "vi")).contains("/contact\"");
        jdbc.sql("update unit set contact_name = 'Nguyễn Văn Gọi'").update();
        assertThat(page("", "lanhdao", "vi")).contains("Nguyễn Văn Gọi");
        assertThat(page("?span=YEAR_TO_DATE&geography=AS_REPORTED", "vanphong", "vi"))
                .contains("Nguyễn Văn Gọi");
        assertThat(page("", "dieutri", "vi")).doesNotContain("calls-title", "Nguyễn Văn Gọi");
        jdbc.sql("update unit set contact_name = null").update();
        assertThat(page("", "lanhdao", "vi")).contains("calls-title").doesNotContain("Nguyễn Văn Gọi");
    }

    /** Whoever asks after whom, a menu is the reader's own, in the reader's language, at the page's place, of the agency as it is. */
    @Test
    void givesTheMenuAgainOnlyToThoseWhoseMenuIsTheSame() throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            assertThat(menu("", "lanhdao", "vi"))
                    .contains("Tổng quan*", "Chỉ tiêu")
                    .doesNotContain("Nhập số liệu", "Nhật ký", "Thiết lập", "Overview");
            assertThat(menu("", "lanhdao", "en")).contains("Overview*").doesNotContain("Tổng quan*");
            assertThat(menu("", "vanphong", "vi")).contains("Tổng quan*").doesNotContain("Thiết lập");
            assertThat(menu("", "quantri", "vi")).contains("Tổng quan*", "Thiết lập");
            assertThat(menu("/targets", "lanhdao", "vi")).contains("Chỉ tiêu*").doesNotContain("Tổng quan*");
        }
    }

    private List<String> menu(String page, String reader, String language) throws Exception {
        return Jsoup.parse(page.isEmpty() ? page("", reader, language) : at(page, reader, language))
                .select(".main-nav a")
                .stream()
                .map(each -> each.select("span").first() == null
                        ? each.text()
                        : each.selectFirst("span").text() + (each.hasAttr("aria-current") ? "*" : ""))
                .toList();
    }

    private void forgetAnswers() {
        jdbc.sql("update target set label = label").update();
    }

    private String page(String period, String reader, String language) throws Exception {
        return at("/dashboard" + period, reader, language);
    }

    private String at(String address, String reader, String language) throws Exception {
        return browser.perform(get(address).with(people.as(reader)).cookie(new Cookie("hoso_language", language)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("name=\"_(csrf|once)\" value=\"[^\"]*\"", "");
    }
}
