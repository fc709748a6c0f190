package vn.hoso.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/**
 * Every printed number opens its trace: for a month, a quarter, six and nine months and the year, each percentage, fraction
 * and number of dossiers stands in a row, line or sentence that leads to where it comes from, or repeats one that does.
 */
@ProgramTest
class TracedNumbersTest {

    /** 78%, 10.682/11.212 (no date, and no months of a year), 1.553 hồ sơ. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d/.,])(?:\\d[\\d.]*(?:,\\d+)?%"
            + "|(?!\\d\\d/20\\d\\d)\\d[\\d.]*/\\d[\\d.]*(?![\\d/]| tháng)|\\d[\\d.]*(?= hồ sơ))");

    /** What a target asks, and the fewest dossiers that give a unit a place: no figures of the period. */
    private static final Pattern RULES = Pattern.compile("chỉ tiêu \\S+ \\(\\d+%\\)|Dưới 30 hồ sơ");

    private static final String PLACES = "tr, li, dd, article, .traced, .last-year, .letter";

    /**
     * What is no figure of the period, or is drawn from figures printed beside it: what targets ask, forms and what is assumed in
     * them, how many returns there are, drawings.
     */
    private static final String OTHER =
            ".verdict-asked, .verdict-label, form, .rest, .what-if, .facts-line, svg, .legend, .heat-legend, th,"
                    + " caption, .panel-note, nav, .hint, .source, .basis, .line-table td:last-child";

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    private Document page(String address) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?year=2024&span=MONTH&month=5",
                "?year=2024&span=QUARTER&month=5",
                "?year=2024&span=SIX_MONTHS",
                "?year=2024&span=NINE_MONTHS",
                "?year=2024",
                "?year=2023"
            })
    void everyNumberOpensItsTrace(String period) throws Exception {
        Map<String, Set<String>> untraced = new LinkedHashMap<>();
        for (String path : List.of(
                "/dashboard",
                "/dashboard/details",
                "/dashboard/units/2",
                "/dashboard/contribution",
                "/dashboard/compare",
                "/dashboard/map",
                "/dashboard/paper",
                "/dashboard/units/2/letter")) {
            Document page = page(path + period);
            Set<String> found = untraced(page);
            if (!found.isEmpty()) {
                untraced.put(path, found);
            }
            opened(page);
        }
        assertThat(untraced).isEmpty();
    }

    private static Set<String> untraced(Document page) {
        Element content = page.selectFirst("main");
        Set<String> traced = new TreeSet<>();
        content.select(PLACES).stream()
                .filter(TracedNumbersTest::leadsToATrace)
                .flatMap(place -> numbers(place.text()).stream())
                .forEach(number -> {
                    traced.add(number);
                    traced.addAll(List.of(number.split("/")));
                });
        content.select(OTHER).remove();
        Set<String> untraced = new TreeSet<>();
        for (Element each : content.getAllElements()) {
            if (each.closest(PLACES) == null || !leadsToATrace(each.closest(PLACES))) {
                for (String number : numbers(each.ownText())) {
                    if (!traced.contains(number)) {
                        untraced.add(number + " in: " + each.ownText());
                    }
                }
            }
        }
        return untraced;
    }

    private static boolean leadsToATrace(Element place) {
        return !place.select("a[href^=/trace/]").isEmpty()
                || (place.hasClass("letter")
                        && !place.parent().select("nav a[href^=/trace/]").isEmpty());
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = NUMBER.matcher(RULES.matcher(text).replaceAll(""));
        while (matcher.find()) {
            // A sentence drops the zeros that a column keeps.
            numbers.add(matcher.group().replaceFirst("(,\\d*?)0+%$", "$1%").replace(",%", "%"));
        }
        return numbers;
    }

    /** A fraction that leads to its trace is the figure of the page it leads to; paper is what that figure leaves of its whole. */
    private void opened(Document page) throws Exception {
        List<Element> links = page.select("a.traced[href^=/trace/2]").stream()
                .filter(each ->
                        each.closest(".paper-table") == null && each.text().matches("[\\d.]+/[\\d.]+"))
                .limit(6)
                .toList();
        for (Element link : links) {
            assertThat(page(link.attr("href")).select(".trace-figure strong").text())
                    .as(link.attr("href"))
                    .isEqualTo(link.text());
        }
    }
}
