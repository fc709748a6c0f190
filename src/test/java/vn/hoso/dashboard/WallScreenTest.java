package vn.hoso.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import vn.hoso.CountedStatements.Statements;
import vn.hoso.ProgramTest;
import vn.hoso.SignedIn.People;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Sha256;

/** Links to the wall screen, from being made to being revoked, and what the screen gives away. */
@ProgramTest(world = OWN)
class WallScreenTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Statements statements;

    @Autowired
    private Clock clock;

    private String make(String name) throws Exception {
        MvcResult answer = browser.perform(
                        post("/wall").with(people.as("quantri")).with(csrf()).param("name", name))
                .andExpect(redirectedUrl("/wall"))
                .andReturn();
        String link = String.valueOf(Objects.requireNonNull(answer.getFlashMap().get("link")));
        return link.substring(link.indexOf("/wall/"));
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return browser.perform(get(path)).andReturn().getResponse();
    }

    private void revoke(long id) throws Exception {
        browser.perform(post("/wall/" + id + "/revocation")
                        .with(people.as("quantri"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/wall"));
    }

    private long idOf(String name) {
        return jdbc.sql("select id from wall_link where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    @Test
    void showsAtMostSixNumbersWithTheirVerdictsToWhoeverHoldsTheLink() throws Exception {
        String path = make("Sảnh");
        MockHttpServletResponse answer = open(path);
        Document page = Jsoup.parse(answer.getContentAsString());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(page.select(".wall-tile")).hasSize(6);
        assertThat(page.select(".wall-value").size())
                .isEqualTo(page.select(".wall-tile").size());
        assertThat(page.select(".wall-tile .status").eachText())
                .containsExactly(
                        "Dự kiến đạt, chờ xác nhận (tạm tính)",
                        "Dự kiến đạt, chờ xác nhận (tạm tính)",
                        "Chưa đạt (tạm tính)",
                        "Đạt (tạm tính)");
        assertThat(page.select(".wall-tile .status.glyph")).hasSameSizeAs(page.select(".wall-tile .status"));
        assertThat(page.select(".wall-foot strong").text()).startsWith("Số liệu cập nhật lúc ");
        assertThat(page.select(".wall-demonstration").text()).isEqualTo("DỮ LIỆU MINH HỌA");
        assertThat(page.select("a, form, script, iframe")).isEmpty();
        assertThat(page.select("link[href]").eachAttr("href")).allMatch(href -> href.startsWith("/assets/"));
    }

    /** The full-process rate has arisen, which one target asks for, and is below what the other one does. */
    @Test
    void marksARateByTheTargetThatIsMissed() throws Exception {
        String path = make("Phòng chờ");
        jdbc.sql("""
                        insert into target (code, label, indicator, rule, threshold, scope, valid_from, position)
                        values ('TT', 'Toàn trình', 'FULL_PROCESS', 'AT_LEAST', 100, 'DISTRICT', '2024-01-01', 99)
                        """).update();
        try {
            Document page = Jsoup.parse(open(path).getContentAsString());

            assertThat(page.select(".wall-tile").get(1).text()).containsIgnoringCase("toàn trình");
            assertThat(page.select(".wall-tile").get(1).select(".status").text())
                    .isEqualTo("Chưa đạt (tạm tính)");
        } finally {
            jdbc.sql("delete from target where code = 'TT'").update();
            revoke(idOf("Phòng chờ"));
        }
    }

    /** Nothing is asked of all together: the wall says of how many, and what if needs no target. */
    @Test
    void tellsOfNamedUnitsWhereNothingElseIsAsked() throws Exception {
        String path = make("Phòng khách");
        jdbc.sql(
                        "update target set valid_until = '2024-06-01' where valid_until is null and threshold is not null and valid_from < '2024-06-01'")
                .update();
        jdbc.sql("""
                        insert into target (code, label, indicator, rule, threshold, scope, valid_from, position)
                        values ('RIENG', 'Giao riêng', 'OVERALL', 'AT_LEAST', null, 'NAMED_UNITS', '2024-01-01', 99)
                        """).update();
        jdbc.sql(
                        "insert into target_step (target_id, unit_id, percent)"
                                + " select id, unit, level from target, (values (2, 1), (3, 100)) named (unit, level) where code = 'RIENG'")
                .update();
        try {
            Document page = Jsoup.parse(open(path).getContentAsString());
            assertThat(page.select(".wall-tile").eachText())
                    .anyMatch(tile -> tile.contains("RIENG: giao riêng cho 2 đơn vị") && tile.contains("1/2"));
            assertThat(page.select(".wall-tile").size()).isLessThanOrEqualTo(6);

            Document gap = Jsoup.parse(browser.perform(get("/dashboard/contribution?year=2024&level=ALL_ELIGIBLE")
                            .with(people.as("lanhdao")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            assertThat(gap.select("h1, .headline, main").text()).contains("không có chỉ tiêu giao chung");
            assertThat(gap.select("#what-if .what-if-answer").text()).startsWith("Kết quả chung sẽ đạt ");
            assertThat(gap.select("#what-if .what-if-answer ul")).isEmpty();
        } finally {
            jdbc.sql("delete from target_step where target_id in (select id from target where code = 'RIENG')")
                    .update();
            jdbc.sql("delete from target where code = 'RIENG'").update();
            jdbc.sql("update target set valid_until = null where valid_until = '2024-06-01'")
                    .update();
            revoke(idOf("Phòng khách"));
        }
    }

    @Test
    void saysTheSameAsTheDashboard() throws Exception {
        Document wall = Jsoup.parse(open(make("Phòng họp")).getContentAsString());
        Document dashboard = Jsoup.parse(browser.perform(get("/dashboard").with(people.as("lanhdao")))
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(wall.select(".wall-value").eachText().subList(0, 3))
                .containsExactlyInAnyOrderElementsOf(
                        dashboard.select(".rate .rate-percent").eachText());
        for (String fraction : dashboard.select(".rate .rate-fraction strong").eachText()) {
            assertThat(wall.text()).contains(fraction);
        }
    }

    @Test
    void makesNoSessionSetsNoCookieAndIsKeptNowhere() throws Exception {
        String path = make("Hành lang");
        int sessions = jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
        for (String each : new String[] {path, "/wall/khong-co"}) {
            MvcResult answer = browser.perform(get(each)).andReturn();
            MockHttpServletResponse response = answer.getResponse();
            assertThat(answer.getRequest().getSession(false)).as(each).isNull();
            assertThat(response.getCookies()).as(each).isEmpty();
            assertThat(response.getHeader("Set-Cookie")).as(each).isNull();
            assertThat(response.getHeader("Cache-Control")).as(each).contains("no-store");
            assertThat(response.getHeader("Referrer-Policy")).as(each).isEqualTo("no-referrer");
            assertThat(response.getHeader("Content-Security-Policy"))
                    .as(each)
                    .contains("default-src 'none'")
                    .doesNotContain("script-src");
        }
        assertThat(open(path).getHeader("Refresh")).isEqualTo("300");
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Integer.class)
                        .single())
                .isEqualTo(sessions);
    }

    @Test
    void aRevokedLinkLooksLikeOneThatNeverWasFromTheNextRequestOn() throws Exception {
        String path = make("Cửa sổ");
        assertThat(open(path).getStatus()).isEqualTo(200);
        revoke(idOf("Cửa sổ"));

        MockHttpServletResponse revoked = open(path);
        MockHttpServletResponse unknown = open("/wall/" + "A".repeat(43));
        assertThat(revoked.getStatus()).isEqualTo(404);
        assertThat(unknown.getStatus()).isEqualTo(404);
        assertThat(revoked.getContentAsString()).isEqualTo(unknown.getContentAsString());
        assertThat(revoked.getHeaderNames()).containsExactlyInAnyOrderElementsOf(unknown.getHeaderNames());
        browser.perform(post("/wall/" + idOf("Cửa sổ") + "/revocation")
                        .with(people.as("quantri"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void keepsTheHashAloneAndTellsTheTrail() throws Exception {
        String token = make("Quầy số 3").substring("/wall/".length());
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(jdbc.sql("select token_hash from wall_link where name = 'Quầy số 3'")
                        .query(String.class)
                        .single())
                .isEqualTo(Sha256.of(token));
        String list = browser.perform(get("/wall").with(people.as("quantri")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(list).contains("Quầy số 3", "chưa dùng").doesNotContain(token);
        open("/wall/" + token);
        assertThat(jdbc.sql("select count(*) from wall_use where link_id = ?")
                        .param(idOf("Quầy số 3"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        revoke(idOf("Quầy số 3"));
        assertThat(jdbc.sql("select action from audit_event where subject = 'Quầy số 3' order by sequence")
                        .query(String.class)
                        .list())
                .containsExactly("wall.made", "wall.revoked");
    }

    /** Which of two links of one name hangs where nobody could tell when one has to be revoked. */
    @Test
    void refusesANameThatALinkInUseHas() throws Exception {
        make("Tầng 2");
        Document refused = Jsoup.parse(browser.perform(
                        post("/wall").with(people.as("quantri")).with(csrf()).param("name", " TẦNG  2 "))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(refused.select("#name-problem").text()).startsWith("Đã có một liên kết đang dùng mang tên này.");
        assertThat(refused.select("#name").val().strip()).isEqualTo("TẦNG  2");
        revoke(idOf("Tầng 2"));
        make("TẦNG 2");
        revoke(idOf("TẦNG 2"));
    }

    /** A link that nobody renews ends on its last day, after its screen has said so for two weeks. */
    @Test
    void worksUntilItsLastDayAndSaysSoBefore() throws Exception {
        String path = make("Cầu thang");
        long id = idOf("Cầu thang");
        LocalDate today = LocalDate.now(clock);
        assertThat(jdbc.sql("select last_day from wall_link where id = ?")
                        .param(id)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today.plusYears(1));
        assertThat(seen("/wall").select("tr:contains(Cầu thang)").text())
                .contains(Formats.date(today.plusYears(1)))
                .doesNotContain("Gia hạn");

        ends(id, today.plusDays(15));
        assertThat(open(path).getContentAsString()).doesNotContain("gia hạn");
        ends(id, today);
        assertThat(open(path).getContentAsString())
                .contains("Liên kết của màn hình này dùng đến hết ngày " + Formats.date(today));
        ends(id, today.minusDays(1));
        MockHttpServletResponse ended = open(path);
        assertThat(ended.getStatus()).isEqualTo(404);
        assertThat(ended.getContentAsString()).isEqualTo(open("/wall/khong-co").getContentAsString());
        assertThat(ended.getHeader("Refresh")).as("comes back by itself").isEqualTo("300");
        assertThat(seen("/wall").select("tr:contains(Cầu thang)").text()).contains("đã hết hạn");
        assertThat(seen("/").text()).contains("1 liên kết màn hình treo tường", "Có liên kết hết hạn");

        renew(id, 302);
        assertThat(open(path).getStatus()).isEqualTo(200);
        assertThat(seen("/").text()).doesNotContain("1 liên kết màn hình treo tường");
        renew(id, 404);
        assertThat(jdbc.sql("select detail from audit_event where subject = 'Cầu thang' order by sequence")
                        .query(String.class)
                        .list())
                .containsExactly(Formats.date(today.plusYears(1)), Formats.date(today.plusYears(1)));
        revoke(id);
        renew(id, 404);
    }

    private void ends(long id, @Nullable LocalDate day) {
        jdbc.sql("update wall_link set last_day = ?, made_at = made_at - interval '1 year' where id = ?")
                .params(day, id)
                .update();
    }

    private void renew(long id, int status) throws Exception {
        browser.perform(post("/wall/" + id + "/renewal")
                        .with(people.as("quantri"))
                        .with(csrf()))
                .andExpect(status().is(status));
    }

    @Test
    void refusesATimeThatIsNoneOfTheChoices() throws Exception {
        for (String wrong : List.of("0", "13", "x", "")) {
            Document refused = Jsoup.parse(browser.perform(post("/wall")
                            .with(people.as("quantri"))
                            .with(csrf())
                            .param("name", "Sân sau")
                            .param("months", wrong))
                    .andExpect(status().isUnprocessableContent())
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
            assertThat(refused.select("#months-problem").text())
                    .as(wrong)
                    .isEqualTo("Hãy chọn một trong các thời hạn.");
            assertThat(refused.select("#name").val()).isEqualTo("Sân sau");
        }
    }

    /** A link from before links ended goes on, until somebody gives it an end. */
    @Test
    void aLinkFromBeforeHasNoEnd() throws Exception {
        String path = make("Nhà kho");
        long id = idOf("Nhà kho");
        ends(id, null);
        assertThat(open(path).getStatus()).isEqualTo(200);
        assertThat(seen("/wall").select("tr:contains(Nhà kho)").text())
                .contains("không có hạn", "Gia hạn đến hết ngày");
        renew(id, 302);
        assertThat(seen("/wall").select("tr:contains(Nhà kho)").text()).doesNotContain("không có hạn");
        revoke(id);
    }

    @Test
    void marksALinkWhoseMakerManagesNoAccountsAnyMore() throws Exception {
        make("Cổng sau");
        long id = idOf("Cổng sau");
        assertThat(seen("/wall").select("tr:contains(Cổng sau)").text()).doesNotContain("không còn là");
        jdbc.sql("update wall_link set made_by = (select id from app_user where username = 'vanthu') where id = ?")
                .param(id)
                .update();
        assertThat(seen("/wall").select("tr:contains(Cổng sau)").text()).contains("(không còn là người quản trị)");
        revoke(id);
    }

    @Test
    void tellsWhatAStoppedAccountLeavesOpen() throws Exception {
        make("Nhà để xe");
        long id = idOf("Nhà để xe");
        long maker = jdbc.sql("select id from app_user where username = 'vanphong'")
                .query(Long.class)
                .single();
        jdbc.sql("update wall_link set made_by = ?, made_by_name = 'Trần Thị Bình' where id = ?")
                .params(maker, id)
                .update();
        String told = "Người này đã tạo 1 liên kết màn hình treo tường còn dùng được";
        try {
            assertThat(seen("/accounts/" + maker).select(".person-action").text())
                    .contains(told);
            browser.perform(post("/accounts/" + maker + "/disabling")
                            .with(people.as("quantri"))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());

            Document person = seen("/accounts/" + maker);
            assertThat(person.select(".notice-warning").text()).startsWith(told);
            assertThat(person.select(".notice-warning a").attr("href")).isEqualTo("/wall");
            assertThat(seen("/wall").select("tr:contains(Nhà để xe)").text())
                    .contains("Trần Thị Bình (tài khoản đã ngừng)");
            revoke(id);
            assertThat(seen("/accounts/" + maker).select(".notice-warning")).isEmpty();
        } finally {
            jdbc.sql("update app_user set enabled = true where id = ?")
                    .param(maker)
                    .update();
        }
        assertThat(seen("/wall").text()).contains("Trần Thị Bình").doesNotContain("tài khoản đã ngừng");
    }

    private Document seen(String address) throws Exception {
        return Jsoup.parse(browser.perform(get(address).with(people.as("quantri")))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void refusesANamelessLinkAndKeepsWhatWasTyped() throws Exception {
        int before =
                jdbc.sql("select count(*) from wall_link").query(Integer.class).single();
        for (String wrong : new String[] {"", " \u00a0 ", "a\nb", "x".repeat(121)}) {
            browser.perform(post("/wall")
                            .with(people.as("quantri"))
                            .with(csrf())
                            .param("name", wrong))
                    .andExpect(status().isUnprocessableContent());
        }
        browser.perform(post("/wall").with(people.as("vanphong")).with(csrf()).param("name", "Sảnh"))
                .andExpect(status().isForbidden());
        assertThat(jdbc.sql("select count(*) from wall_link")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void costsEightStatementsAtMost() throws Exception {
        String path = make("Đếm câu lệnh");
        open(path);
        statements.reset();
        open(path);
        assertThat(statements.seen()).hasSizeBetween(1, 8);
        System.out.printf(
                "%-32s %d statements%n", "/wall/{token}", statements.seen().size());
    }
}
