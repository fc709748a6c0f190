package vn.hoso.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.AsOfDay;

/**
 * Forty units over three years of random figures: every figure of the leaders' pages is that of an independent
 * recomputation in exact fractions, for any period and for what was known on a day gone by.
 */
@ProgramTest
@Transactional
class GeneratedWorldPagesTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private People people;

    @Test
    void everyFigureOfEveryPageIsTheExactOne() throws Exception {
        GeneratedWorld world = GeneratedWorld.fill(jdbc);

        compare(world, "year=2023", "2023-01", "2023-12", Instant.MAX);
        compare(world, "year=2022&span=QUARTER&month=8", "2022-07", "2022-09", Instant.MAX);
        Recomputed summer = new Recomputed(world, YearMonth.parse("2022-07"), YearMonth.parse("2022-09"), Instant.MAX);
        assertThat(new RecomputedOverview(summer).units())
                .as("units that owe, units that wait for approval, units whose verdicts are final")
                .anyMatch(row -> row.contains("(tạm tính)"))
                .anyMatch(row -> row.contains("(sơ bộ)"))
                .anyMatch(row -> row.endsWith(" 3/3") && !row.contains("("));
        compare(world, "year=2021&span=SIX_MONTHS&month=2", "2021-01", "2021-06", Instant.MAX);
        compare(world, "year=2022&known=15/09/2022", "2022-01", "2022-08", end("2022-09-15"));

        // Nothing is known of the year before: the rest of the year is expected as in its mean month.
        String firstSpring = "year=2021&known=20/05/2021";
        Recomputed exact =
                new Recomputed(world, YearMonth.parse("2021-01"), YearMonth.parse("2021-04"), end("2021-05-20"));
        leaders(exact, firstSpring);
        ahead(page("/dashboard/details?" + firstSpring), exact, firstSpring);
    }

    private static Instant end(String day) {
        return AsOfDay.end(LocalDate.parse(day));
    }

    private void compare(GeneratedWorld world, String query, String from, String to, Instant before) throws Exception {
        Recomputed exact = new Recomputed(world, YearMonth.parse(from), YearMonth.parse(to), before);
        leaders(exact, query);
        if (query.contains("known")) {
            ahead(page("/dashboard/details?" + query), exact, query);
        }

        RecomputedGap parts = new RecomputedGap(exact);
        Document gap = page("/dashboard/contribution?level=MEDIAN&" + query);
        assertThat(rows(gap, ".gap-table", ".gap-cell")).as(query).isEqualTo(parts.gaps());
        assertThat(gap.select(".what-if-answer strong").text()).as(query).isEqualTo(parts.atTheMedian());

        assertThat(rows(page("/dashboard/paper?" + query), ".paper-table", ".none-such"))
                .as(query)
                .isEqualTo(new RecomputedPaper(exact).paper());
        beside(exact, query);
    }

    /** The ranking, the months of every unit, and one unit's own page. */
    private void beside(Recomputed sums, String query) throws Exception {
        RecomputedRanking exact = new RecomputedRanking(sums);
        Document ranked = page("/dashboard/compare?" + query);
        assertThat(rows(ranked, ".rank-table", ".rank-move, .verdict-cell"))
                .as(query)
                .isEqualTo(exact.ranking());
        if (sums.from.getYear() > 2021) {
            assertThat(ranked.select(".split-table td.num").eachText())
                    .as(query)
                    .isEqualTo(exact.changes());
        }
        assertThat(page("/dashboard/map?" + query).select(".matrix-table tbody tr").stream()
                        .map(row -> row.select("th, td").stream()
                                .map(cell -> cell.select(".heat-tile").isEmpty()
                                        ? cell.text()
                                        : cell.expectFirst(".heat-tile").ownText())
                                .collect(Collectors.joining(" | "))))
                .as(query)
                .isEqualTo(exact.matrix());
        GeneratedWorld.Member member = sums.present().get(sums.present().size() / 2);
        assertThat(rows(
                                page("/dashboard/units/" + member.id() + "?" + query),
                                ".months-table",
                                ".none, .note, td:nth-child(6)")
                        .stream()
                        .map(row -> row.replaceFirst("^Tháng ", ""))
                        .filter(row -> row.split(" \\| ").length > 2))
                .as(query)
                .isEqualTo(exact.monthsOf(member));
    }

    private void leaders(Recomputed sums, String query) throws Exception {
        RecomputedOverview exact = new RecomputedOverview(sums);
        Document first = page("/dashboard?" + query);
        Document page = page("/dashboard/details?" + query);
        assertThat(rates(page)).as(query).isEqualTo(exact.rates());
        assertThat(rates(first)).as(query).containsExactlyInAnyOrderElementsOf(exact.rates());
        assertThat(page.select(".facts dd").eachText()).as(query).isEqualTo(exact.facts());
        assertThat(page.select(".leader-top .verdict").stream()
                        .filter(each -> each.select(".verdict-asked").size() == 1)
                        .map(each -> each.select(".verdict-mark").text() + " "
                                + each.select(".verdict-finding > p:first-child")
                                        .text() + " "
                                + each.select(".verdict-more").text()))
                .as(query)
                .isEqualTo(exact.verdicts());
        assertThat(rows(page, ".units-table", "tfoot td"))
                .as(query)
                .startsWith(exact.units().toArray(String[]::new));
        assertThat(rows(page, ".line-table", ".none-such")).as(query).isEqualTo(exact.line());
        assertThat(first.select(".calls li").stream()
                        .map(each -> each.select(".call-name").text() + " "
                                + String.join(
                                        " ",
                                        each.select(".call-reason").eachText().subList(0, 2))))
                .as(query)
                .isEqualTo(new RecomputedGap(sums).calls());
        assertThat(page.select(".facts-line").text()).as(query).contains(exact.coverage());
        if (!query.contains("QUARTER")) {
            assertThat(page.select(".since").text()).as(query).contains(exact.change());
        }
    }

    private static List<String> rates(Document page) {
        return page.select(".rate").stream()
                .map(each -> each.select(".rate-percent").text() + " "
                        + each.select(".rate-fraction strong").text())
                .toList();
    }

    private static void ahead(Document page, Recomputed sums, String query) {
        RecomputedOverview exact = new RecomputedOverview(sums);
        assertThat(page.select(".verdict-outlook").eachText()).as(query).isEqualTo(exact.outlooks());
        assertThat(page.select(".rest p").text()).as(query).contains(exact.assumed());
    }

    /** Each row of a table as its cells, without those that only draw. */
    private static List<String> rows(Document page, String table, String drawn) {
        return page.select(table + " tbody tr, " + table + " tfoot tr").stream()
                .map(row -> row.select("th, td").stream()
                        .filter(cell -> !cell.is(drawn))
                        .map(Element::text)
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as("lanhdao")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
