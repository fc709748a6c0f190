package vn.hoso.figures.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

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
}
