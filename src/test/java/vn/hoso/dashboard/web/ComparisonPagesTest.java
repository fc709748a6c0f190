package vn.hoso.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** The comparison on a real PostgreSQL with the demonstration's years. */
@ProgramTest(world = OWN)
class ComparisonPagesTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Test
    void ranksTheUnitsOfTheYearToDateAndSaysHowTheyMoved() throws Exception {
        Document page = page("year=2024");

        assertThat(page.select(".rank-table caption strong").eachText())
                .containsExactly("Xã, thị trấn", "Phòng chuyên môn");
        for (Element peers : page.select(".rank-table")) {
            assertThat(peers.select(".rank-place").eachText().stream().map(Integer::valueOf))
                    .isSorted()
                    .startsWith(1);
        }
        assertThat(page.select(".rank-table").first().select("tbody th").eachText())
                .hasSize(13)
                .allMatch(it -> it.matches("(Xã|Thị trấn) .*"));
        assertThat(page.select(".rank-table").last().select("tbody th").eachText())
                .allMatch(it -> it.startsWith("Phòng "));
        assertThat(page.select(".rank-place").size()
                        + page.select(".rank-apart dd").size())
                .isEqualTo(23);
        assertThat(page.select(".rank-caption").text()).contains("8 tháng đầu năm 2024");
        assertThat(page.select(".rank-move").eachText()).allMatch(it -> it.matches("(=|[▲▼]\\d+|mới) .*"));
        assertThat(page.select("h1").text()).startsWith("Xã, thị trấn: ").contains(" đứng đầu với ");
    }

    @Test
    void keepsThoseWhoDidNotReportApart() throws Exception {
        Document page = page("year=2024&span=MONTH&month=9");

        assertThat(page.select(".rank-apart dt").eachText()).contains("Chưa báo cáo số liệu này");
        assertThat(page.select(".rank-apart > dl > div").last().select("dd")).hasSize(3);
        assertThat(page.select(".rank-caption").text()).contains("Tháng 08/2024");
    }

    @Test
    void saysHowManyUnitsThePartsOfTheGapLack() throws Exception {
        String silent = "đơn vị chưa báo cáo nên không có trong bảng";
        Document september = Jsoup.parse(body("/dashboard/contribution?year=2024&span=MONTH&month=9"));

        assertThat(september.select(".gap-table tbody tr:not(.row-rest)")).hasSize(20);
        assertThat(september.select(".panel-note").text()).contains("3 " + silent);
        assertThat(Jsoup.parse(body("/dashboard/contribution?year=2024")).text())
                .as("each has reported some month of the year")
                .doesNotContain(silent);
    }

    @Test
    void comparesTheSamePeriodLikeForLike() throws Exception {
        Document page = page("year=2024");

        assertThat(page.select(".last-year h2").text()).endsWith("9 tháng đầu năm 2023");
        assertThat(page.select(".last-year .panel-note").text()).contains("23 đơn vị, 204 báo cáo tháng");
        assertThat(page.select(".last-year-change").text())
                .startsWith("Tổng thể từ ")
                .contains("(22.431/37.736)");
        assertThat(page.select(".left-out summary").text()).contains("3 đơn vị");
        assertThat(page.select(".left-out li").eachText())
                .hasSize(3)
                .allMatch(it -> it.endsWith("1 tháng chỉ có số liệu năm trước"));
    }

    @Test
    void splitsTheChangeIntoPartsThatAddUp() throws Exception {
        List<Integer> points = page("year=2024").select(".split-table td.num").eachText().stream()
                .map(it -> it.replace("−", "-").replace("+", "").replace(",", ""))
                .map(Integer::valueOf)
                .toList();

        assertThat(points).hasSize(3);
        assertThat(points.get(0) + points.get(1)).isEqualTo(points.get(2));
    }

    @Test
    void setsThePublishedYearBesideItsMonths() throws Exception {
        Document page = page("year=2023");

        assertThat(page.select(".published-table tbody tr").eachText())
                .contains("Tổng số hồ sơ 48.254 48.254 0", "Tổng trực tuyến 22.574 22.574 0");
        assertThat(page.select(".explanations").text()).contains("290 hồ sơ trực tuyến chưa phân loại");
        assertThat(page("year=2024").select(".published-table")).isEmpty();
        assertThat(page.select(".last-year .panel-note").text()).startsWith("Không đơn vị nào");
        assertThat(page.select(".last-year").text())
                .as("nothing is known of 2022: every unit is left out, on screen and on paper")
                .doesNotContain("Không đưa vào so sánh", "Thị trấn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FULL_PROCESS", "PARTIAL", "ELIGIBLE_ONLINE", "ONLINE_PAYMENT"})
    void ranksByAnyIndicator(String indicator) throws Exception {
        Document page = page("year=2024&span=QUARTER&month=9&indicator=" + indicator);

        assertThat(page.select("#indicator option[selected]").val()).isEqualTo(indicator);
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void leadsToItFromTheLeadersPageWithThePeriod() throws Exception {
        Document leaders = Jsoup.parse(body("/dashboard?year=2024&span=QUARTER&month=6"));

        assertThat(leaders.select("a[href^=/dashboard/compare]").attr("href"))
                .isEqualTo("/dashboard/compare?year=2024&span=QUARTER&month=6");
        assertThat(page("year=2024&span=QUARTER&month=6")
                        .select(".rank-table tbody a")
                        .attr("href"))
                .endsWith("?year=2024&span=QUARTER&month=6");
    }

    @Test
    void drawsTheThirteenAndLeadsToThem() throws Exception {
        Document page = Jsoup.parse(body("/dashboard/map?year=2024"));

        assertThat(page.select("[style]")).isEmpty();
        assertThat(page.select(".district-map a")).hasSize(13);
        assertThat(page.select(".district-map a").attr("href")).startsWith("/dashboard/units/1?year=2024");
        assertThat(page.select(".district-map title").first().text())
                .matches("Thị trấn Tuy Phước: [\\d.]+/[\\d.]+ \\d+,\\d\\d%");
        assertThat(page.select(".district-map").attr("aria-label"))
                .startsWith("Bản đồ 13 đơn vị tô theo tỷ lệ Tổng thể: ");
        assertThat(page.text()).contains("MIT © 2017 Marc Choisy, censusVN2009");
        assertThat(page.select(".heat-legend li").eachText())
                .containsExactly(
                        "dưới 25%",
                        "từ 25% đến dưới 50%",
                        "từ 50% đến dưới 60%",
                        "từ 60% đến dưới 80%",
                        "từ 80% trở lên",
                        "chưa báo cáo",
                        "không phát sinh");
    }

    @Test
    void everyMonthOfEveryUnitHasATileWithItsFraction() throws Exception {
        Document page = Jsoup.parse(body("/dashboard/map?year=2024"));

        assertThat(page.select(".matrix-table tbody tr")).hasSize(23);
        assertThat(page.select(".heat-tile")).hasSize(23 * 9);
        assertThat(page.select(".heat-tile.heat-missing").eachText())
                .containsExactly("— chưa báo cáo", "— chưa báo cáo", "— chưa báo cáo");
        assertThat(page.select(".heat-tile:not(.heat-missing)").eachText())
                .allSatisfy(tile -> assertThat(tile).matches("\\d{1,3},\\d\\d% [\\d.]+/[\\d.]+"));
        // The sign belongs to the number, without a blank between them for who copies or hears it.
        assertThat(page.select(".heat-tile .visually-hidden").eachText())
                .allSatisfy(hidden -> assertThat(hidden).doesNotContain("%"));
        assertThat(page.select(".matrix-table tfoot").text()).contains("22.431/37.736 59,44%");
    }

    @Test
    void aMonthThatNobodyReportedHasNoMap() throws Exception {
        assertThat(Jsoup.parse(body("/dashboard/map?year=2024&span=MONTH&month=11"))
                        .select("h1")
                        .text())
                .isEqualTo("Kỳ được chọn của năm 2024 chưa có số liệu");
    }

    @Test
    void isForThoseWhoSeeTheWholeDistrict() throws Exception {
        browser.perform(get("/dashboard/compare?year=2024").with(people.as("dieutri")))
                .andExpect(status().isForbidden());
        browser.perform(get("/dashboard/compare?year=2024&indicator=NONE").with(people.as("lanhdao")))
                .andExpect(status().isBadRequest());
    }

    private Document page(String query) throws Exception {
        Document page = Jsoup.parse(body("/dashboard/compare?" + query));
        assertThat(page.select("[style]")).isEmpty();
        return page;
    }

    private String body(String address) throws Exception {
        return Objects.requireNonNull(browser.perform(get(address).with(people.as("lanhdao")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    /** Once it lies in a folder, the list of a month must not be taken for that of the year. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /dashboard/details.csv?year=2024                                | don-vi-2024-01-den-2024-09-minh-hoa.csv
            /dashboard/details.xlsx?year=2024&span=QUARTER&month=5          | don-vi-2024-04-den-2024-06-minh-hoa.xlsx
            /dashboard/compare.csv?year=2024&span=MONTH&month=8             | xep-hang-2024-08-den-2024-08-minh-hoa.csv
            /dashboard/map.csv?year=2024                                    | cac-thang-2024-01-den-2024-09-minh-hoa.csv
            /dashboard/paper.xlsx?year=2024&geography=TODAY                 | nop-truc-tiep-2024-01-den-2024-09-don-vi-hien-nay-minh-hoa.xlsx
            /dashboard/contribution.csv?year=2024&month=6                   | phan-thieu-2024-01-den-2024-06-minh-hoa.csv
            /reconciliation/list.csv?year=2023                              | doi-chieu-2023.csv
            """)
    void namesAListsFileAfterItsPeriod(String address, String file) throws Exception {
        assertThat(browser.perform(get(address).with(people.as("vanphong")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + file + "\"");
    }
}
