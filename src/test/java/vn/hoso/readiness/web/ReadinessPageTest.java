package vn.hoso.readiness.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import vn.hoso.CountedStatements.Statements;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.readiness.Equipment;
import vn.hoso.readiness.Quarter;
import vn.hoso.readiness.ReadinessQueries;
import vn.hoso.readiness.ReadinessService;
import vn.hoso.security.CurrentUser;

/** The page of the one-stop shops and the form of each unit; unit 2 is the staff's own. */
@ProgramTest(world = OWN)
class ReadinessPageTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Statements statements;

    @Autowired
    private ReadinessQueries readiness;

    @Autowired
    private ReadinessService service;

    private Document open(String page, String person) throws Exception {
        return Jsoup.parse(browser.perform(get(page).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ResultActions send(String person, String address, int seen, String shop, String... numbers)
            throws Exception {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        List<String> names = List.of("officials", "withComputer", "withSignature", "line", "scanners", "lacking");
        for (int i = 0; i < numbers.length; i++) {
            fields.add(names.get(i), numbers[i]);
        }
        return browser.perform(post("/readiness/" + address)
                .with(people.as(person))
                .with(csrf())
                .param("seen", String.valueOf(seen))
                .param("shop", shop)
                .params(fields));
    }

    private long stored(long unit, String quarter) {
        return jdbc.sql("select count(*) from unit_readiness where unit_id = ? and quarter = cast(? as date)")
                .param(unit)
                .param(quarter)
                .query(Long.class)
                .single();
    }

    @Test
    void addsUpWhatWasReportedAndKeepsTheRestApart() throws Exception {
        Document page = open("/readiness?quarter=2024-Q3", "lanhdao");

        long officials = jdbc.sql("select sum(officials) from unit_readiness where quarter = '2024-07-01'")
                .query(Long.class)
                .single();
        long computers = jdbc.sql("select sum(with_computer) from unit_readiness where quarter = '2024-07-01'")
                .query(Long.class)
                .single();
        assertThat(page.select(".facts-line").text())
                .isEqualTo("15/18 đơn vị đã báo cáo. 5 đơn vị không có Bộ phận Một cửa.");
        assertThat(page.select(".verdict").get(0).text())
                .contains("Chưa đạt", computers + "/" + officials, "Còn " + (officials - computers) + " công chức");
        assertThat(page.select(".readiness-table tbody tr")).hasSize(23);
        // The largest lack first; what was not reported is no 0 and stands behind.
        assertThat(page.select(".readiness-table tbody th").get(0).text()).isEqualTo("Thị trấn Diêu Trì");
        assertThat(page.select(".readiness-table tbody tr").get(15).text()).isEqualTo("Xã Phước Thắng chưa báo cáo");
        assertThat(page.select(".readiness-table tbody tr").get(22).text()).endsWith("không có Bộ phận Một cửa");
        assertThat(open("/readiness?quarter=2024-Q3&only=OWING", "lanhdao").select(".readiness-table tbody th"))
                .extracting(each -> each.text())
                .containsExactly("Xã Phước Thắng", "Xã Phước Nghĩa", "Phòng Y tế");
        // The last row of quarters is this one, from the same sums.
        assertThat(page.select("section[aria-labelledby=trend-title] tbody tr")
                        .get(0)
                        .text())
                .startsWith("Quý III/2024 15/18 " + computers + "/" + officials);
    }

    /** One unit alone has everything: that is no verdict on all, and no quarter to report once it was taken back. */
    @Test
    void isProvisionalWhileUnitsHaveNotReported() throws Exception {
        send("vanphong", "2024-Q4/3", 0, "yes", "5", "5", "5").andExpect(status().isFound());

        Document page = open("/readiness?quarter=2024-Q4", "lanhdao");
        assertThat(page.select(".facts-line").text()).startsWith("1/18 đơn vị đã báo cáo.");
        assertThat(page.select(".verdict")).hasSize(2).allSatisfy(card -> assertThat(card.text())
                .contains("Đạt (tạm tính)", "5/5", "Còn 17 đơn vị chưa báo cáo."));

        Quarter fourth = Quarter.read("2024-Q4").orElseThrow();
        assertThat(readiness.findLatest(fourth, fourth)).contains(fourth);
        send("vanphong", "2024-Q4/3", 1, "no").andExpect(status().isFound());
        assertThat(readiness.findLatest(fourth, fourth)).isEmpty();
    }

    /** Staff see their own unit alone: it has reported that there is nothing to report. */
    @Test
    void aUnitWithoutAShopIsNotToldThatNobodyReported() throws Exception {
        send("dieutri", "2025-Q4/2", 0, "no").andExpect(status().isFound());

        Document page = open("/readiness?quarter=2025-Q4", "dieutri");

        assertThat(page.select(".facts-line").text()).isEqualTo("1 đơn vị không có Bộ phận Một cửa.");
        assertThat(page.select(".verdict")).hasSize(2).allSatisfy(card -> assertThat(card.text())
                .contains("Không có Bộ phận Một cửa nào để đánh giá.")
                .doesNotContain("Chưa đơn vị nào báo cáo"));
    }

    @Test
    void fillsInTheQuarterBeforeAndStoresNothingUntilItIsSent() throws Exception {
        Document form = open("/readiness/2025-Q1/2", "dieutri");

        assertThat(form.select(".notice").text()).contains("Điền sẵn theo quý III/2024, chưa lưu");
        assertThat(form.select("#officials").val()).isEqualTo("6");
        assertThat(form.select("[name=seen]").val()).isEqualTo("0");
        assertThat(stored(2, "2025-01-01")).isZero();
        assertThat(open("/readiness?quarter=2025-Q1", "dieutri")
                        .select(".facts-line")
                        .text())
                .isEqualTo("0/1 đơn vị đã báo cáo.");
    }

    /** Who acted in whose place stays with the form, as with returns. */
    @Test
    @Transactional
    void saysThatSomebodyStoodIn() {
        CurrentUser own = people.staff();
        CurrentUser standIn = new CurrentUser(
                own.id(), own.username(), own.displayName(), own.role(), Set.of(2L, 3L), Set.of(3L), false);
        Quarter quarter = Quarter.read("2025-Q3").orElseThrow();
        service.save(2, quarter, 0, Equipment.NO_SHOP, standIn);
        service.save(3, quarter, 0, Equipment.NO_SHOP, standIn);

        entities.flush();
        assertThat(jdbc.sql("select written_by_name from unit_readiness where quarter = '2025-07-01' order by unit_id")
                        .query(String.class)
                        .list())
                .containsExactly(own.displayName(), own.displayName() + " (làm thay)");
    }

    @Test
    void keepsEveryVersionAndTellsWhoeverWasSlower() throws Exception {
        send("dieutri", "2025-Q2/2", 0, "yes", "7", "6", "5", "", "", "")
                .andExpect(redirectedUrl("/readiness?quarter=2025-Q2"));
        send("vanphong", "2025-Q2/2", 1, "yes", "7", "7", "6", "150", "0", "Ghế")
                .andExpect(status().isFound());

        ResultActions slower = send("dieutri", "2025-Q2/2", 1, "yes", "8", "8", "8", "", "", "");
        Document page = Jsoup.parse(slower.andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select(".error-summary").text())
                .contains(
                        "Trần Văn Phòng vừa lưu",
                        "7 công chức; 7 có máy tính; 6 có chữ ký số; đường truyền 150 Mbit/s; 0 máy quét",
                        "Ghế");
        assertThat(page.select("#officials").val()).isEqualTo("8");
        assertThat(page.select("[name=seen]").val()).isEqualTo("2");
        assertThat(page.select("section[aria-labelledby=versions-title] tbody tr"))
                .hasSize(2);
        assertThat(stored(2, "2025-04-01")).isEqualTo(2);
        // What is not known is no 0.
        assertThat(page.select("section[aria-labelledby=versions-title] tbody tr")
                        .get(1)
                        .text())
                .contains("7 6 5 — —");
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'shop.reported' and subject = 'II/2025'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        // The same press again is the same.
        send("vanphong", "2025-Q2/2", 1, "yes", "7", "7", "6", "150", "0", "Ghế")
                .andExpect(status().isFound());
        assertThat(stored(2, "2025-04-01")).isEqualTo(2);
    }

    @Test
    void refusesWhatBreaksARuleAndKeepsWhatWasTyped() throws Exception {
        ResultActions answer = send("dieutri", "2025-Q3/2", 0, "yes", "5", "6", "3,5", "nhanh", "", "Bàn");

        Document page = Jsoup.parse(answer.andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("#withComputer-problem").text()).contains("không thể nhiều hơn số công chức");
        assertThat(page.select("#withSignature-problem").text()).contains("một số nguyên từ 0 đến 1.000");
        assertThat(page.select("#line-problem").text()).contains("từ 0 đến 100.000");
        assertThat(page.select("#withSignature").val()).isEqualTo("3,5");
        assertThat(page.select("#lacking").val()).isEqualTo("Bàn");
        assertThat(stored(2, "2025-07-01")).isZero();
        send("dieutri", "2025-Q3/2", 0, "maybe", "5").andExpect(status().isUnprocessableContent());
        send("dieutri", "2025-Q3/3", 0, "yes", "5", "5", "5").andExpect(status().isNotFound());
        send("lanhdao", "2025-Q3/2", 0, "yes", "5", "5", "5").andExpect(status().isForbidden());
        assertThat(stored(2, "2025-07-01")).isZero();
    }

    @Test
    void asksAUnitWithoutAShopNoMore() throws Exception {
        send("vanphong", "2025-Q1/4", 0, "no", "3", "2", "1").andExpect(status().isFound());

        assertThat(open("/readiness?quarter=2025-Q3&q=hung", "vanphong")
                        .select(".readiness-table tbody tr")
                        .text())
                .isEqualTo("Xã Phước Hưng không có Bộ phận Một cửa");
        assertThat(open("/readiness?quarter=2024-Q4&q=hung", "vanphong")
                        .select(".readiness-table tbody tr")
                        .text())
                .isEqualTo("Xã Phước Hưng chưa báo cáo");
    }

    @Test
    void handsOutTheListAsAFile() throws Exception {
        String csv = browser.perform(
                        get("/readiness/list.csv?quarter=2024-Q3&only=LACKING").with(people.as("vanthu")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                .isEqualTo(
                        "Thị trấn Diêu Trì;đã báo cáo;6;5;83,33;1;5;83,33;1;200;2;Một máy tính mua năm 2014, chạy chậm");
        browser.perform(get("/readiness/list.xlsx?quarter=2024-Q3").with(people.as("dieutri")))
                .andExpect(status().isOk())
                .andExpect(answer -> assertThat(
                                MediaType.parseMediaType(answer.getResponse().getContentType()))
                        .asString()
                        .endsWith("spreadsheetml.sheet"));
    }

    @Test
    void showsALongListOnPagesWithTheSameStatements() throws Exception {
        statements.reset();
        open("/readiness?quarter=2024-Q2", "vanphong");
        int few = statements.seen().size();
        jdbc.sql("""
                        with grown as (insert into unit (version) select 0 from generate_series(1, 300) returning id)
                        insert into unit_version (unit_id, kind, code, name, valid)
                        select id, 'COMMUNE', 'Y-' || id, 'Xã mới ' || id, daterange('2021-01-01', '2024-07-01') from grown
                        """).update();
        statements.reset();

        Document page = open("/readiness?quarter=2024-Q2&page=2", "vanphong");

        assertThat(statements.seen()).hasSizeLessThanOrEqualTo(few);
        assertThat(page.select(".readiness-table tbody tr")).hasSize(50);
        assertThat(page.select(".switcher-pages").get(0).text()).contains("51–100 trong 323 đơn vị");
        assertThat(open("/readiness?quarter=2024-Q2&page=7", "vanphong").select(".readiness-table tbody tr"))
                .hasSize(23);
    }
}
