package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.figures.domain.Measure;

/** A province of 135 units: the pages on which entering begins show fifty at a time and count them all. */
@ProgramTest
@Transactional
class ManyUnitsPagesTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private People people;

    @Autowired
    private EntityManager entities;

    private void growTo135() {
        jdbc.sql("""
                        with grown as (insert into unit (version) select 0 from generate_series(24, 135) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'X-' || id, 'Xã Đắk Rông ' || id, daterange('2021-01-01', null) from grown
                        """).update();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static List<String> units(Document page) {
        return page.select("table.matrix tbody th").eachText();
    }

    @Test
    void theMonthAsItWasKnownShowsFiftyUnitsAtATimeAndSumsAll() throws Exception {
        String address = "/figures/2024-08?known=08/10/2024";
        Document few = page(address);
        String sum = few.select("main tfoot").text();
        assertThat(few.select("main tbody tr")).hasSize(23);
        assertThat(few.select("form[role=search]")).isEmpty();
        growTo135();

        Document second = page(address + "&page=2");
        assertThat(second.select("main tbody tr")).hasSize(50);
        assertThat(second.select("main tfoot").text()).isEqualTo(sum);
        assertThat(page(second.select("a[rel=next]").attr("href")).select("main tbody tr"))
                .hasSize(35);
        assertThat(second.select("form[role=search] input[name=known]").val()).isEqualTo("08/10/2024");
        String name = second.select("main tbody th").last().text();
        Document found = page(address + "&q=" + name.replace("Xã Đắk Rông", "xa dak rong"));
        assertThat(found.select("main tbody th").eachText()).containsExactly(name);
        assertThat(page(found.select("a.btn-link").attr("href")).select("main tbody tr"))
                .hasSize(50);
    }

    @Test
    void theYearShowsFiftyUnitsAtATimeAndCountsAll() throws Exception {
        Document few = page("/figures?year=2024");
        List<String> before = few.select("table.matrix tfoot a").eachText();
        assertThat(before).isNotEmpty().allMatch(text -> text.endsWith("/23"));
        assertThat(few.select("form[role=search], nav.switcher a[href*=page]")).isEmpty();
        growTo135();

        List<String> all = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            Document page = page("/figures?year=2024&page=" + number);
            assertThat(units(page)).hasSize(number == 3 ? 35 : 50);
            assertThat(page.select("table.matrix tfoot a").eachText())
                    .containsExactlyElementsOf(before.stream()
                            .map(text -> text.replace("/23", "/135"))
                            .toList());
            assertThat(page.select("table.matrix tfoot th").text()).isEqualTo("Cả tháng, tất cả 135 đơn vị");
            all.addAll(units(page));
        }

        assertThat(new HashSet<>(all)).hasSize(135);
        assertThat(units(page("/figures?year=2024&page=99"))).isEqualTo(all.subList(100, 135));
        assertThat(page("/figures?year=2024&page=2").text()).contains("51–100 trong 135 đơn vị");
    }

    @Test
    void aUnitIsFoundWithoutItsAccents() throws Exception {
        growTo135();

        Document found = page("/figures?year=2024&q=dak RONG&kind=COMMUNE&page=2");
        assertThat(units(found)).hasSize(50).allMatch(name -> name.startsWith("Xã Đắk Rông"));
        assertThat(found.text()).contains("51–100 trong 112 đơn vị");
        assertThat(found.select("nav.switcher a[rel=next][href*=page]").attr("href"))
                .contains("year=2024", "kind=COMMUNE", "page=3");
        assertThat(units(page("/figures?year=2024&q=x-&kind=TOWNSHIP"))).isEmpty();
        assertThat(page("/figures?year=2024&q=x-&kind=TOWNSHIP").text()).contains("Không có đơn vị nào như vậy.");
    }

    private static final String MONTH = "/figures/2024-09";

    private static List<String> rows(Document page) {
        return page.select("table.entry-grid tbody tr").eachAttr("id");
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(".", ""));
    }

    @Test
    void theGridShowsFiftyUnitsAndCountsAll() throws Exception {
        Document few = page(MONTH);
        List<String> totals =
                few.select("table.entry-grid tfoot td[data-label]").eachText();
        String reported = few.select(".facts-line li").first().text();
        assertThat(rows(few)).hasSize(23);
        assertThat(few.select("form[role=search], .group-head, [data-rest], [data-rest-online]"))
                .isEmpty();
        growTo135();

        List<String> all = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            Document page = page(MONTH + "?page=" + number);
            assertThat(rows(page)).hasSize(number == 3 ? 35 : 50);
            assertThat(page.select("table.entry-grid tfoot td[data-label]").eachText())
                    .isEqualTo(totals);
            assertThat(page.select("table.entry-grid tfoot tr:first-child th").text())
                    .isEqualTo("Cả tháng, tất cả 135 đơn vị");
            assertThat(page.select(".facts-line li").first().text()).isEqualTo(reported.replace("/23", "/135"));
            all.addAll(rows(page));
        }
        assertThat(new HashSet<>(all)).hasSize(135);

        assertThat(page(MONTH).select(".group-head").eachText()).containsExactly("Thị trấn", "Xã");

        // All that the script cannot see on the last page is what is stored on the others.
        Document last = page(MONTH + "?page=3");
        List<String> rest = last.select("table.entry-grid tfoot td[data-label]").eachAttr("data-rest");
        assertThat(rest.get(0))
                .isEqualTo(String.valueOf(number(totals.get(0))
                        - Stream.concat(
                                        last
                                                .select("table.entry-grid tbody td:nth-child(2) [data-figure]")
                                                .eachText()
                                                .stream(),
                                        last
                                                .select("table.entry-grid tbody td:nth-child(2) input")
                                                .eachAttr("value")
                                                .stream())
                                .filter(text -> text.matches("[0-9.]+"))
                                .mapToLong(ManyUnitsPagesTest::number)
                                .sum()));
    }

    @Test
    void aSaveStaysOnItsPageAndKeepsTheOthersAsTheyAre() throws Exception {
        growTo135();
        String row = rows(page(MONTH + "?q=x-&page=2")).get(3);
        String unit = row.substring("row-".length());
        Document page = page(MONTH + "?unit=" + unit);
        assertThat(rows(page)).contains(row);
        String action = page(MONTH + "?q=x-&page=2").select("form[data-draft]").attr("action");
        assertThat(action).isEqualTo(MONTH + "?q=x-&page=2");

        browser.perform(post(action).with(people.as("vanphong")).with(csrf()).params(typed(unit, "5")))
                .andExpect(redirectedUrl(MONTH + "?q=x-&page=2"));
        entities.flush();
        assertThat(page(MONTH + "?unit=" + unit)
                        .select("#u" + unit + "-dossiersReceived")
                        .attr("value"))
                .isEqualTo("9");

        // What is refused stands on whatever page was asked for.
        String refused = browser.perform(post(MONTH + "?page=1")
                        .with(people.as("vanphong"))
                        .with(csrf())
                        .params(typed(rows(page(MONTH + "?page=3")).get(1).substring(4), "10")))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(rows(Jsoup.parse(refused))).hasSize(51);
    }

    /** Nine dossiers, so many of them in full process. */
    private static MultiValueMap<String, String> typed(String unit, String fullProcess) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (Measure measure : Measure.OWN) {
            fields.add("u" + unit + "." + measure.field(), "");
        }
        fields.set("u" + unit + ".fullProcessReceived", fullProcess);
        fields.set("u" + unit + ".fullProcessOnline", "3");
        fields.set("u" + unit + ".partialReceived", "0");
        fields.set("u" + unit + ".partialOnline", "0");
        fields.set("u" + unit + ".dossiersReceived", "9");
        fields.add("u" + unit + ".note", "");
        fields.add("u" + unit + ".version", "0");
        return fields;
    }

    @Test
    void theReviewersDeskHasPagesAndCountsAll() throws Exception {
        growTo135();
        jdbc.sql("""
                        insert into monthly_return (id, unit_id, month, version, status, source, changed_by_name, changed_at,
                            full_process_received, full_process_online, partial_received, partial_online, dossiers_received, entered_by)
                        select 900000 + v.unit_id, v.unit_id, date '2024-09-01', 1, 'SUBMITTED', 'FORM', 'Xã', now(), 7, 6, 0, 0, 9, 3
                        from unit_at(date '2024-09-01') v where v.code like 'X-%' on conflict do nothing
                        """).update();
        Document first = page(MONTH + "/review");
        Document third = page(MONTH + "/review?page=3");
        assertThat(first.select("table.desk tbody tr")).hasSize(50);
        assertThat(third.select("table.desk tbody tr")).hasSizeBetween(1, 50);
        assertThat(third.select(".facts-line").text())
                .isEqualTo(first.select(".facts-line").text());
        String name = third.select("table.desk tbody th a").first().text();
        assertThat(page(MONTH + "/review?q=" + name.replace("Xã Đắk Rông", "xa dak rong"))
                        .select("table.desk tbody th a")
                        .eachText())
                .containsExactly(name);

        // What is decided on a page comes back to it, refused or not.
        String sought = MONTH + "/review?q=x-&page=2";
        Document second = page(sought);
        String approval = second.select("#approvals").attr("action");
        assertThat(approval).isEqualTo(MONTH + "/approvals?q=x-&page=2");
        Document refused = Jsoup.parse(
                browser.perform(post(approval).with(people.as("vanphong")).with(csrf()))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        assertThat(refused.select("table.desk tbody th a").eachText())
                .isEqualTo(second.select("table.desk tbody th a").eachText());
        Element approved = second.selectFirst("input[name=approve]");
        browser.perform(post(approval).with(people.as("vanphong")).with(csrf()).param("approve", approved.val()))
                .andExpect(redirectedUrl(sought));
        entities.flush();
        Element back = page(sought).selectFirst("form[action*=/returns]");
        browser.perform(post(back.attr("action"))
                        .with(people.as("vanphong"))
                        .with(csrf())
                        .param("unit", back.select("input[name=unit]").val())
                        .param("remark", "Xem lại tổng số"))
                .andExpect(redirectedUrl(sought));
    }
}
