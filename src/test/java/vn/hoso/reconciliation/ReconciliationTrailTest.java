package vn.hoso.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** What the trail keeps of totals and differences. */
@ProgramTest(world = OWN)
class ReconciliationTrailTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Document page(String address, String person) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private record Trailed(String action, String month, String detail) {}

    private List<Trailed> trailed() {
        return jdbc.sql("""
                        select action, to_char(month, 'MM/YYYY') as month, detail from audit_event
                        where month = '2023-06-01' and action similar to '(difference|outside).%' order by id
                        """).query(Trailed.class).list();
    }

    /** Whoever filters the trail by a month finds what was said in it: who was asked, which source was taken back. */
    @Test
    void theTrailNamesTheMonthTheSourceAndWhoeverIsAsked() throws Exception {
        jdbc.sql("update monthly_return set partial_na = true, partial_received = null, partial_online = null,"
                        + " online_reported = null where unit_id = 2 and month = '2023-06-01'")
                .update();
        browser.perform(post("/reconciliation/totals")
                        .with(people.as("vanphong"))
                        .with(csrf())
                        .param("unit", "2")
                        .param("year", "2023")
                        .param("month", "6")
                        .param("measure", "PARTIAL_ONLINE")
                        .param("source", "PORTAL")
                        .param("value", "7")
                        .param("sourceText", "Trang thống kê")
                        .param("sourceDate", "2024-01-15"))
                .andExpect(status().isFound());
        browser.perform(post("/reconciliation/2023-06/2/PARTIAL_ONLINE/decisions")
                        .with(people.as("vanphong"))
                        .with(csrf())
                        .param("seen", "PORTAL=7 TYPED=na")
                        .param("decision", "ASSIGNED")
                        .param("owner", "OFFICE")
                        .param("person", "Lê An"))
                .andExpect(status().isFound());
        String id = page("/reconciliation/totals?year=2023", "vanphong")
                .select("form[action$=/withdrawal]")
                .attr("action");
        browser.perform(post(id).with(people.as("vanphong"))
                        .with(csrf())
                        .param("year", "2023")
                        .param("reason", "Nhầm"))
                .andExpect(status().isFound());

        String source = "Cổng dịch vụ công (biểu 766): Trang thống kê, ngày 15/01/2024";
        assertThat(trailed())
                .containsExactly(
                        new Trailed("outside.entered", "06/2023", source),
                        new Trailed(
                                "difference.assigned",
                                "06/2023",
                                "Một phần – trực tuyến – Đã nhập: không áp dụng; Cổng dịch vụ công (biểu 766): 7;"
                                        + " người giải trình: Văn phòng (Lê An)"),
                        new Trailed("outside.withdrawn", "06/2023", source));
        assertThat(page("/audit?month=06/2023", "quantri").text()).contains("người giải trình: Văn phòng (Lê An)");
    }
}
