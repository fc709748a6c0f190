package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.hoso.BrowserWithCookie;
import vn.hoso.ProgramTest;
import vn.hoso.ProgramTest.World;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** An Office with one reviewer: it is told so, names a second person, and what the reviewer entered is approved by them. */
@ProgramTest(world = World.OWN)
class SecondApproverTest {

    private static final String MONTH = "/figures/2024-09";

    @Autowired
    private MockMvc browser;

    @Autowired
    private AccountService accounts;

    @Autowired
    private UserQueries users;

    @Autowired
    private JdbcClient jdbc;

    private BrowserWithCookie signedIn(CurrentUser user) throws Exception {
        BrowserWithCookie theirs = new BrowserWithCookie(browser);
        theirs.signIn(user.username(), Newcomers.PASSWORD).andExpect(redirectedUrl("/"));
        return theirs;
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(
                answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }

    private long id(String username) {
        return jdbc.sql("select id from app_user where username = ?")
                .param(username)
                .query(Long.class)
                .single();
    }

    @Test
    void isToldSoAndLetsASecondPersonApproveWhatItsReviewerEntered() throws Exception {
        Newcomers newcomers = new Newcomers(accounts);
        BrowserWithCookie administrator = signedIn(newcomers.make(Role.ADMINISTRATOR));
        CurrentUser leader = newcomers.make(Role.LEADER);
        BrowserWithCookie desk = signedIn(leader);
        assertThat(page(administrator.open("/accounts")).getElementById("second-title"))
                .isNull();

        administrator
                .post("/accounts/" + id("chanhvanphong") + "/disabling")
                .andExpect(redirectedUrl("/accounts/" + id("chanhvanphong")));
        assertThat(users.approvers().lackSecond()).isTrue();
        assertThat(page(administrator.open("/accounts"))
                        .select("section:has(#second-title)")
                        .text())
                .contains("Trần Văn Phòng", leader.displayName());
        desk.open(MONTH + "/review").andExpect(status().isForbidden());
        assertThat(page(desk.open("/dashboard?year=2024")).select("nav a[href=/figures]"))
                .isEmpty();

        administrator
                .post(
                        "/accounts/" + leader.id(),
                        "displayName",
                        leader.displayName(),
                        "role",
                        "LEADER",
                        "approves",
                        "true",
                        "version",
                        "0")
                .andExpect(status().isFound());
        assertThat(users.approvers().lackSecond()).isFalse();
        assertThat(page(administrator.open("/accounts")).getElementById("second-title"))
                .isNull();
        assertThat(page(administrator.open("/accounts/" + leader.id())).select("#approves[checked]"))
                .hasSize(1);

        List<String> handedIn = jdbc.sql(
                        "select unit_id || ':' || version from monthly_return where month = ? and status = 'SUBMITTED' order by unit_id limit 2")
                .param(LocalDate.of(2024, 9, 1))
                .query(String.class)
                .list();
        long unit = Long.parseLong(handedIn.get(0).split(":")[0]);
        jdbc.sql("update monthly_return set entered_by = ? where unit_id = ? and month = ?")
                .params(id("vanphong"), unit, LocalDate.of(2024, 9, 1))
                .update();
        Document review = page(desk.open(MONTH + "/review"));
        assertThat(review.select("input[name=approve]")).hasSize(1);
        assertThat(review.select("form[action$=/returns], form[action$=/lock], form[action$=/reopening]"))
                .isEmpty();
        String offices = review.select("input[name=approve]").val();
        assertThat(offices).isEqualTo(handedIn.get(0));

        assertThat(desk.post(MONTH + "/approvals", "approve", handedIn.get(1))
                        .andExpect(status().isConflict())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("người duyệt của Văn phòng phải duyệt");
        desk.post(MONTH + "/returns", "unit", offices, "remark", "Xem lại").andExpect(status().isForbidden());
        desk.post(MONTH + "/lock").andExpect(status().isForbidden());
        desk.post(MONTH + "/approvals", "approve", offices).andExpect(redirectedUrl(MONTH + "/review"));
        assertThat(jdbc.sql("select status || ' ' || changed_by from monthly_return where unit_id = ? and month = ?")
                        .params(unit, LocalDate.of(2024, 9, 1))
                        .query(String.class)
                        .single())
                .isEqualTo("APPROVED " + leader.id());
    }

    @Test
    void leavesTheRightOutForRolesThatCannotHaveIt() throws Exception {
        Newcomers newcomers = new Newcomers(accounts);
        CurrentUser staff = newcomers.make(Role.UNIT_STAFF, 2L);
        signedIn(newcomers.make(Role.ADMINISTRATOR))
                .post(
                        "/accounts/" + staff.id(),
                        "displayName",
                        "Người Mới",
                        "role",
                        "UNIT_STAFF",
                        "unitIds",
                        "2",
                        "approves",
                        "true",
                        "version",
                        "0")
                .andExpect(status().isFound());
        assertThat(users.byId(staff.id()).orElseThrow().secondApprover()).isFalse();
    }
}
