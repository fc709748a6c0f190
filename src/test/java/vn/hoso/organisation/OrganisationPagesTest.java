package vn.hoso.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.hoso.ProgramTest.World.OWN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** A renamed organisation, from the page that renames it to what the dashboard and the documents of a period say. */
@ProgramTest(world = OWN)
class OrganisationPagesTest {

    private static final String PAGE = "/settings/organisation";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Organisations organisations;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void asTheDemonstrationHasIt() {
        jdbc.sql("delete from organisation_version where valid_from > date '2020-01-01'")
                .update();
        jdbc.sql("update organisation_version set agency = 'UBND huyện Tuy Phước', version = 0")
                .update();
        organisations.forget(new Organisations.OrganisationChanged());
    }

    @AfterEach
    void leavesNoNameBehind() {
        asTheDemonstrationHasIt();
        organisations.all();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(people.as("quantri")))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String office(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(people.as("vanphong")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .body()
                .text();
    }

    private static Map<String, String> typed(Document page) {
        Element form = page.selectFirst("form[method=post][action=" + PAGE + "]");
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name], textarea[name]").forEach(each -> fields.put(each.attr("name"), each.val()));
        form.select("select[name]")
                .forEach(each -> fields.put(
                        each.attr("name"), each.select("option[selected]").val()));
        return fields;
    }

    private MockHttpServletResponse send(Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(PAGE).with(people.as("quantri")).with(csrf());
        fields.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    @Test
    void keepsWhatWasTypedBesideADayThatCannotBeRead() throws Exception {
        Map<String, String> fields = typed(page(PAGE));
        fields.put("from", "2026-13-40");
        fields.put("place", "Diêu Trì");
        MockHttpServletResponse refused = send(fields);
        assertThat(refused.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(refused.getContentAsString());
        assertThat(typed(page)).containsEntry("from", "2026-13-40").containsEntry("place", "Diêu Trì");
        assertThat(page.select("#from-problem").text()).isNotEmpty();
    }

    @Test
    void fillsInWhatIsUsualForAChosenProvinceOrCommune() throws Exception {
        Map<String, String> province = typed(page(PAGE + "?province=52"));
        assertThat(province)
                .containsEntry("agency", "UBND tỉnh Gia Lai")
                .containsEntry("whole", "toàn tỉnh")
                .containsEntry("level", "PROVINCE")
                .containsEntry("letterheadBottom", "TỈNH GIA LAI");

        Map<String, String> commune = typed(page(PAGE + "?province=52&commune=21970"));
        assertThat(commune)
                .containsEntry("agency", "UBND xã Tuy Phước Đông")
                .containsEntry("whole", "toàn xã")
                .containsEntry("superior", "UBND tỉnh Gia Lai")
                .containsEntry("unitsBelow", "");
    }

    @Test
    void aProvincesCommunesAreProposedAsUnitsAndBegunInOneStep() throws Exception {
        Map<String, String> fields = typed(page(PAGE + "?province=52"));
        fields.put("from", "2024-01-01");
        assertThat(send(fields).getStatus()).isEqualTo(302);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("delete from unit_version").update();
            assertThatCode(this::beginsWhatIsProposed).doesNotThrowAnyException();
        });
    }

    private void beginsWhatIsProposed() throws Exception {
        Document proposed = page("/units/list");
        assertThat(proposed.select("[role=status]").text()).isEqualTo("Sẽ thêm 135 đơn vị. Đã có sẵn: 0.");
        mvc.perform(post("/units/list")
                .with(people.as("quantri"))
                .with(csrf())
                .param("from", "2025-07-01")
                .param("lines", proposed.selectFirst("#lines").wholeText())
                .param("apply", "true"));
        assertThat(jdbc.sql("select code || ' ' || name || ', ' || kind from unit_at(date '2025-07-01') order by code")
                        .query(String.class)
                        .list())
                .hasSize(135)
                .contains("21952 Xã Tuy Phước, COMMUNE", "21970 Xã Tuy Phước Đông, COMMUNE");
        assertThat(page("/units/list").select("[role=status]").text())
                .isEqualTo("Tất cả các đơn vị này đã có; không có gì để thêm.");
    }

    @Test
    void aNewNameHoldsFromItsDayAndTheYearsBeforeKeepTheirs() throws Exception {
        Map<String, String> fields = typed(page(PAGE + "?province=52"));
        fields.put("from", "2024-01-01");
        assertThat(send(fields).getStatus()).isEqualTo(302);

        assertThat(office("/dashboard/details?year=2024")).contains("Toàn tỉnh").doesNotContain("Toàn huyện");
        assertThat(office("/dashboard/details?year=2023"))
                .contains("Toàn huyện")
                .doesNotContain("Toàn tỉnh");
        assertThat(office("/reports/2024")).contains("TỈNH GIA LAI", "- UBND các xã, phường, đặc khu;");
        assertThat(office("/reports/2023")).contains("HUYỆN TUY PHƯỚC", "- UBND các xã, thị trấn;");
        assertThat(office("/dashboard/units/3/letter?year=2024"))
                .contains("Ủy ban nhân dân tỉnh Gia Lai", "qua Văn phòng UBND tỉnh");
        assertThat(jdbc.sql("select detail from audit_event where action = 'install.named'")
                        .query(String.class)
                        .list())
                .contains("UBND tỉnh Gia Lai");
    }

    @Test
    void correctsTheNameOfADayAndTellsWhoeverWasSlower() throws Exception {
        Map<String, String> first = typed(page(PAGE));
        Map<String, String> second = new LinkedHashMap<>(first);
        first.put("agency", "UBND huyện Tuy Phước (cũ)");
        assertThat(send(first).getStatus()).isEqualTo(302);

        second.put("agency", "UBND huyện khác");
        MockHttpServletResponse slower = send(second);

        assertThat(slower.getStatus()).isEqualTo(409);
        Document told = Jsoup.parse(slower.getContentAsString());
        assertThat(told.select("[role=alert]").text()).contains("UBND huyện Tuy Phước (cũ)");
        assertThat(typed(told)).containsEntry("agency", "UBND huyện khác").containsEntry("seen", "1");
        assertThat(organisations.current().agency()).isEqualTo("UBND huyện Tuy Phước (cũ)");
        assertThat(send(typed(told)).getStatus()).isEqualTo(302);
        assertThat(organisations.current().agency()).isEqualTo("UBND huyện khác");
    }

    @Test
    void anotherDayTypedOverThePresentNameIsANewNameAndCorrectsNoneUnseen() throws Exception {
        Map<String, String> fields = typed(page(PAGE));
        assertThat(fields).containsEntry("seen", "0").containsEntry("seenDay", "2020-01-01");
        fields.put("from", "2025-07-01");
        fields.put("agency", "UBND xã Tuy Phước");
        assertThat(send(fields).getStatus()).isEqualTo(302);
        assertThat(organisations.all())
                .extracting(each -> each.organisation().agency())
                .containsExactly("UBND huyện Tuy Phước", "UBND xã Tuy Phước");

        fields.put("agency", "UBND xã khác");
        MockHttpServletResponse unseen = send(fields);
        assertThat(unseen.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(unseen.getContentAsString())
                        .select("[role=alert]")
                        .text())
                .contains("UBND xã Tuy Phước");
        assertThat(organisations.current().agency()).isEqualTo("UBND xã Tuy Phước");
    }

    @Test
    void refusesAnEmptyNameAndKeepsWhatWasTyped() throws Exception {
        Map<String, String> fields = typed(page(PAGE));
        fields.put("agency", "  ");
        fields.put("place", "Diêu Trì");

        MockHttpServletResponse answer = send(fields);

        assertThat(answer.getStatus()).isEqualTo(422);
        Document told = Jsoup.parse(answer.getContentAsString());
        assertThat(told.select("#agency-problem").text()).isEqualTo("Hãy nhập tên cơ quan báo cáo.");
        assertThat(typed(told)).containsEntry("place", "Diêu Trì");
        assertThat(organisations.current().agency()).isEqualTo("UBND huyện Tuy Phước");
    }

    @Test
    void samePressTwiceIsOneChange() throws Exception {
        Map<String, String> fields = typed(page(PAGE));
        fields.put("place", "Diêu Trì");
        long before = changes();
        send(fields);
        assertThat(send(fields).getStatus()).isEqualTo(302);
        assertThat(changes() - before).isEqualTo(1);
    }

    /** Another copy of the program renames it: the next look at results tells this one. */
    @Test
    void aChangeMadeElsewhereIsSeenWithTheNextResults() throws Exception {
        assertThat(office("/dashboard?year=2024")).contains("UBND huyện Tuy Phước");
        jdbc.sql("update organisation_version set agency = 'UBND nơi khác', version = version + 1")
                .update();
        office("/dashboard?year=2024");
        assertThat(office("/dashboard?year=2024")).contains("UBND nơi khác");
    }

    /** Figures of a district's years stay the district's when a province keeps the program. */
    @Test
    void aPastPeriodIsOfTheOrganisationOfThatTime() throws Exception {
        Map<String, String> fields = typed(page(PAGE + "?province=52"));
        fields.put("from", "2024-01-01");
        assertThat(send(fields).getStatus()).isEqualTo(302);

        for (String past : List.of(
                "/reconciliation?year=2023",
                "/reconciliation/2023/all/ONLINE_REPORTED",
                "/reconciliation/totals?year=2023",
                "/targets?year=2023",
                "/follow-ups/new?month=2023-05")) {
            assertThat(office(past)).as(past).contains("Toàn huyện").doesNotContain("Toàn tỉnh");
        }
        for (String now :
                List.of("/reconciliation/totals?year=2024", "/targets?year=2024", "/follow-ups/new?month=2024-05")) {
            assertThat(office(now)).as(now).contains("Toàn tỉnh").doesNotContain("Toàn huyện");
        }
        assertThat(office("/reconciliation/totals/list")).contains("tất cả thì ghi Toàn huyện / Toàn tỉnh");
    }

    private long changes() {
        return jdbc.sql("select count(*) from audit_event where action like 'install.%'")
                .query(Long.class)
                .single();
    }
}
