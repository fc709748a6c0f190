package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest.World;
import vn.hoso.SignedIn.People;

/** Pages of an organisation of 223 units, which is more than stand on one page; what they add up is still all of them. */
@ProgramTest(world = World.OWN)
class LongListsTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @BeforeAll
    static void manyUnits(@Autowired JdbcClient jdbc) {
        jdbc.sql("""
                        with grown as (insert into unit (version) select 0 from generate_series(1, 200) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'Q' || id, 'Xã thứ ' || id, '[2022-01-01,)' from grown
                        """).update();
    }

    private Document open(String address) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as("vanphong")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void aTraceNamesFiftyUnitsAndAddsUpAll() throws Exception {
        Document first = open("/trace/2024/overall");
        Document last = open("/trace/2024/overall?page=5");

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(first.select(".switcher-pages").text()).contains("1–50 trong 223 đơn vị");
        assertThat(first.select(".switcher-pages [rel=next]").attr("href")).isEqualTo("/trace/2024/overall?page=2");
        assertThat(last.select("tbody tr")).hasSize(23);
        assertThat(last.select(".switcher-pages [rel=next]")).isEmpty();
        assertThat(last.select("tfoot").text())
                .isEqualTo(first.select("tfoot").text())
                .contains("22.431 37.736");
    }

    @Test
    void aDraftShowsAPageOfItsAnnexWithTheTotal() throws Exception {
        Document first = open("/reports/2024");
        Document last = open("/reports/2024?page=5");

        assertThat(first.select(".paper-table").first().select("tbody tr")).hasSize(51);
        assertThat(last.select(".paper-table").first().select("tbody tr")).hasSize(24);
        assertThat(last.select(".paper-table").first().select("tbody tr").last().text())
                .isEqualTo(first.select(".paper-table")
                        .first()
                        .select("tbody tr")
                        .last()
                        .text())
                .contains("22.431", "37.736");
        assertThat(first.select(".switcher-pages").text()).contains("1–50 trong 223 đơn vị");
        assertThat(first.text()).contains("Phụ lục dưới đây chỉ là một phần");
    }
}
