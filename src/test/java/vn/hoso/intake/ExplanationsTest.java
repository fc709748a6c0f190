package vn.hoso.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;

/** Explanations of paper: proposed, decided by a second person, apart from the counts and never off them. */
@ProgramTest(world = OWN)
class ExplanationsTest {

    private static final String LIST = "/dashboard/paper/explanations";
    private static final String OCTOBER = "?year=2024&span=MONTH&month=10";

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private String official(String person) throws Exception {
        return open("/dashboard/paper/people" + OCTOBER + "&unit=2", person)
                .select(".intake-table tbody a:containsOwn(Hồ Quốc Khánh)")
                .attr("href");
    }

    private Document open(String address, String person) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document send(String person, int answer, String address, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(people.as(person)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return Jsoup.parse(browser.perform(request)
                .andExpect(status().is(answer))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private Document propose(String person, int answer, String dossiers, String code, String reason, String words)
            throws Exception {
        return send(
                person,
                answer,
                official("vanphong").replace("?", "/explanations?"),
                "about",
                "2024-10",
                "dossiers",
                dossiers,
                "code",
                code,
                "reason",
                reason,
                "words",
                words);
    }

    private long last() {
        return jdbc.sql("select max(id) from paper_explanation")
                .query(Long.class)
                .single();
    }

    private void decide(String person, int answer, boolean accepted, String said) throws Exception {
        send(person, answer, LIST + "/" + last() + "/decision", "accepted", String.valueOf(accepted), "answer", said);
    }

    private List<String> counts() throws Exception {
        return open(official("lanhdao"), "lanhdao")
                .select("#months-title ~ table tbody tr")
                .first()
                .select("td.num")
                .eachText();
    }

    @Test
    void explainedDossiersStandApartAndStayCounted() throws Exception {
        IntakeRows.sample(jdbc, "2024-10");
        assertThat(counts().subList(0, 4)).containsExactly("56", "5", "0", "5");

        assertThat(propose("dieutri", 422, "6", "", "ELDERLY", "")
                        .select("#dossiers-problem")
                        .text())
                .contains("Nhiều hơn số hồ sơ");
        String one = jdbc.sql(
                        "select min(code) from received_dossier where received_by = 'Hồ Quốc Khánh' and channel = 'PAPER'")
                .query(String.class)
                .single();
        assertThat(propose("dieutri", 422, "2", one, "ELDERLY", "")
                        .select("#dossiers-problem")
                        .text())
                .isEqualTo("Chỉ ghi một trong hai: số hồ sơ, hoặc mã của một hồ sơ.");
        assertThat(propose("dieutri", 422, "2", "", "OTHER", "").select("#words-problem"))
                .hasSize(1);
        assertThat(propose("dieutri", 422, "", "H08.không-có", "ELDERLY", "Mất điện")
                        .select("#words")
                        .text())
                .isEqualTo("Mất điện");
        send(
                "dieutri",
                404,
                LIST.replace("explanations", "people/3/unstated/explanations"),
                "about",
                "2024-10",
                "dossiers",
                "1");
        assertThat(jdbc.sql("select count(*) from paper_explanation")
                        .query(Long.class)
                        .single())
                .isZero();

        jdbc.sql("""
                update extract_dossier set code = code || :mark where (extract_id, row_number) = (
                    select extract_id, row_number from received_dossier
                    where received_by = 'Hồ Quốc Khánh' and channel = 'PAPER' order by row_number limit 1)
                """).param("mark", "\u202E").update();
        String turned = jdbc.sql("select code from received_dossier where code like '%' || :mark")
                .param("mark", "\u202E")
                .query(String.class)
                .single();
        assertThat(propose("dieutri", 422, "", turned, "ELDERLY", "").select("#code-problem"))
                .as("a code that only looks like another one")
                .hasSize(1);

        propose("dieutri", 302, "3", "", "ELDERLY", "Bốn cụ trên 80 tuổi");
        assertThat(counts().subList(0, 4)).containsExactly("56", "5", "0", "5 đang chờ quyết định: 3");
        assertThat(open("/", "vanphong").text()).contains("1 giải trình hồ sơ bản giấy chờ quyết định");
        decide("lanhdao", 403, true, "");
        decide("vanphong", 302, true, "");
        assertThat(counts().subList(0, 4)).containsExactly("56", "5", "3", "2");
        assertThat(send(
                                "chanhvanphong",
                                409,
                                LIST + "/" + last() + "/decision",
                                "accepted",
                                "false",
                                "answer",
                                "Đã muộn")
                        .select(".error-summary")
                        .text())
                .contains("đã được quyết định", "Đã muộn");

        String code = jdbc.sql("""
                        select min(code) from received_dossier where received_by = 'Hồ Quốc Khánh' and channel = 'POST'
                        """).query(String.class).single();
        propose("vanphong", 302, "", code, "SYSTEM_DOWN", "");
        propose("dieutri", 422, "", code, "ELDERLY", "");
        decide("vanphong", 409, true, "");
        decide("chanhvanphong", 422, false, " ");
        decide("chanhvanphong", 302, false, "Ngày đó hệ thống chạy");
        assertThat(counts().subList(0, 4)).containsExactly("56", "5", "3", "2");
        assertThat(open("/", "dieutri").text())
                .contains("Giải trình 1 hồ sơ bản giấy tháng 10/2024 của Thị trấn Diêu Trì không được chấp nhận")
                .contains("Ngày đó hệ thống chạy");

        propose("dieutri", 302, "", code, "VULNERABLE", "");
        assertThat(open(LIST, "vanphong").select("#explanation-" + last()).text())
                .contains("còn 3 hồ sơ được giải trình chung (không nêu mã) và 0 hồ sơ");
        decide("vanphong", 302, true, "");
        assertThat(counts().subList(0, 4)).containsExactly("56", "5", "4", "1");
        send("dieutri", 409, LIST + "/" + last() + "/withdrawal");
        send("vanphong", 302, LIST + "/" + last() + "/withdrawal");
        assertThat(counts().subList(0, 4)).containsExactly("56", "5", "3", "2");
        assertThat(open(LIST, "dieutri").select("tbody tr")).hasSize(3);
        assertThat(jdbc.sql(
                                "select string_agg(action, ' ' order by sequence) from audit_event where action like 'explanation.%'")
                        .query(String.class)
                        .single())
                .isEqualTo("explanation.proposed explanation.accepted explanation.proposed explanation.refused"
                        + " explanation.proposed explanation.accepted explanation.withdrawn");
        assertThat(jdbc.sql("select subject || ' ' || detail || coalesce(reason, '') from audit_event"
                                + " where action like 'explanation.%' order by sequence limit 3")
                        .query(String.class)
                        .list())
                .as("neither the official, the dossier, the number nor the words")
                .containsExactly(
                        "#" + (last() - 2) + " Người cao tuổi",
                        "#" + (last() - 2) + " Người cao tuổi",
                        "#" + (last() - 1) + " Hệ thống lỗi");

        propose("dieutri", 302, "2", "", "VULNERABLE", "");
        assertThat(propose("dieutri", 422, "", code, "ELDERLY", "")
                        .select("#code-problem")
                        .text())
                .as("all five are in explanations of a number")
                .contains("Mọi hồ sơ bản giấy của tháng này");
        send("dieutri", 302, LIST + "/" + last() + "/withdrawal");
        jdbc.sql("""
                insert into paper_explanation (unit_id, month, received_by_key, received_by, dossier_code, dossiers, reason, state,
                    proposed_by, proposed_by_name, proposed_at)
                select 2, date '2024-10-01', 'hồ quốc khánh', 'Hồ Quốc Khánh', 'H08.cũ-' || i, 1, 'ELDERLY', 'PROPOSED', u.id, 'A',
                    now() - interval '1 day' from app_user u, generate_series(1, 120) i where u.username = 'quantri'
                """).update();
        propose("dieutri", 302, "2", "", "VULNERABLE", "");
        Document list = send(
                "vanphong", 422, LIST + "/" + last() + "/decision", "accepted", "false", "answer", "A".repeat(501));
        assertThat(list.select("tbody tr")).hasSize(100);
        assertThat(list.text()).contains("Hiện 100 trong 125 giải trình");
        assertThat(list.select("tbody tr").first().select("textarea.is-invalid").text())
                .isEqualTo("A".repeat(501));
    }
}
