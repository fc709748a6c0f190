package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.BrowserWithCookie;
import vn.hoso.Meanwhile;
import vn.hoso.ProgramTest;
import vn.hoso.fields.ReturnFields;
import vn.hoso.indicators.Indicators;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.security.SignInStep;
import vn.hoso.shared.Formats;

/** What an administrator changes holds from the very next request on, in every session. */
@ProgramTest(world = OWN)
class ImmediateEffectTest {

    private static final long DIEU_TRI = 2;
    private static final long TUY_PHUOC = 1;

    /** A page that is open to the role and to no role that the test changes it to. */
    private static final Map<Role, String> OWN_PAGE = Map.of(
            Role.ADMINISTRATOR, "/accounts",
            Role.REVIEWER, "/figures/2024-09/review",
            Role.LEADER, "/reports/2024",
            Role.REPORT_CLERK, "/reports/2023",
            Role.UNIT_STAFF, "/dashboard/units/2?year=2024");

    @Autowired
    private ReturnFields fields;

    @Autowired
    private Indicators indicators;

    @Autowired
    private MockMvc browser;

    private Newcomers newcomers;

    @BeforeEach
    void meet(@Autowired AccountService accounts) {
        newcomers = new Newcomers(accounts);
    }

    @Autowired
    private UserQueries people;

    @Autowired
    private UserService changes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private BrowserWithCookie signedIn(CurrentUser user) throws Exception {
        BrowserWithCookie theirs = new BrowserWithCookie(browser);
        theirs.signIn(user.username(), Newcomers.PASSWORD).andExpect(redirectedUrl("/"));
        return theirs;
    }

    private CurrentUser newcomer(Role role) {
        return role == Role.UNIT_STAFF ? newcomers.make(role, DIEU_TRI) : newcomers.make(role);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void refusesTheNextRequestOfSomebodyDisabled(Role role) throws Exception {
        CurrentUser user = newcomer(role);
        BrowserWithCookie desk = signedIn(user);
        BrowserWithCookie phone = signedIn(user);
        desk.open(OWN_PAGE.get(role)).andExpect(status().isOk());
        BrowserWithCookie administrator = signedIn(newcomers.make(Role.ADMINISTRATOR));

        administrator.post("/accounts/" + user.id() + "/disabling").andExpect(redirectedUrl("/accounts/" + user.id()));
        desk.open(OWN_PAGE.get(role)).andExpect(redirectedUrl("/login"));
        phone.post("/figures/2024-09").andExpect(redirectedUrl("/login"));
        new BrowserWithCookie(browser)
                .signIn(user.username(), Newcomers.PASSWORD)
                .andExpect(redirectedUrl("/login?error"));

        administrator.post("/accounts/" + user.id() + "/enabling");
        desk.open(OWN_PAGE.get(role)).andExpect(redirectedUrl("/login"));
        signedIn(user).open(OWN_PAGE.get(role)).andExpect(status().isOk());
    }

    /** A row changed behind the program's back, as by another copy of it, counts as well. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void asksTheDatabaseNotTheSession(Role role) throws Exception {
        CurrentUser user = newcomer(role);
        BrowserWithCookie desk = signedIn(user);
        jdbc.sql("update app_user set enabled = false where id = ?")
                .param(user.id())
                .update();
        desk.open(OWN_PAGE.get(role)).andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "UNIT_STAFF", mode = EnumSource.Mode.EXCLUDE)
    void takesAChangedRoleFromTheNextRequestOn(Role role) throws Exception {
        CurrentUser user = newcomer(role);
        BrowserWithCookie desk = signedIn(user);
        desk.open(OWN_PAGE.get(role)).andExpect(status().isOk());
        change(user, "UNIT_STAFF", "unitIds", "1").andExpect(status().isFound());
        desk.open(OWN_PAGE.get(role)).andExpect(status().isForbidden());
        desk.open("/dashboard/units/1?year=2024").andExpect(status().isOk());
    }

    @Test
    void takesAwayAUnitFromTheNextRequestOn() throws Exception {
        CurrentUser user = newcomers.make(Role.UNIT_STAFF, DIEU_TRI, TUY_PHUOC);
        BrowserWithCookie desk = signedIn(user);
        desk.open("/dashboard/units/2?year=2024").andExpect(status().isOk());
        change(user, "UNIT_STAFF", "unitIds", "1").andExpect(status().isFound());
        desk.open("/dashboard/units/2?year=2024").andExpect(status().isNotFound());
        desk.open("/dashboard/units/1?year=2024").andExpect(status().isOk());
        assertThat(Jsoup.parse(desk.open("/figures/2024-09")
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                        .select("tbody tr"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-2, -1, 404", "-1, 0, 200", "0, 0, 200", "0, 1, 200", "1, 2, 404"})
    void letsAStandInWorkFromTheFirstDayToTheLast(int from, int to, int answer) throws Exception {
        CurrentUser user = newcomers.make(Role.UNIT_STAFF, TUY_PHUOC);
        LocalDate today = LocalDate.now(clock);
        change(
                        user,
                        "UNIT_STAFF",
                        "unitIds",
                        "1",
                        "standInUnit",
                        "2",
                        "standInFrom",
                        Formats.date(today.plusDays(from)),
                        "standInTo",
                        Formats.date(today.plusDays(to)))
                .andExpect(status().isFound());
        signedIn(user).open("/dashboard/units/2?year=2024").andExpect(status().is(answer));
    }

    /** At both ends in the middle of a session: nothing but the clock moves. */
    @Test
    void givesAStandInTheUnitFromMidnightToMidnight() throws Exception {
        CurrentUser user = newcomers.make(Role.UNIT_STAFF, TUY_PHUOC);
        change(
                        user,
                        "UNIT_STAFF",
                        "unitIds",
                        "1",
                        "standInUnit",
                        "2",
                        "standInFrom",
                        "10/03/2025",
                        "standInTo",
                        "14/03/2025")
                .andExpect(status().isFound());
        assertThat(List.of(
                        unitsAt(user, "2025-03-09T23:59:59"),
                        unitsAt(user, "2025-03-10T00:00:00"),
                        unitsAt(user, "2025-03-14T23:59:59"),
                        unitsAt(user, "2025-03-15T00:00:00")))
                .containsExactly(
                        Set.of(TUY_PHUOC), Set.of(TUY_PHUOC, DIEU_TRI), Set.of(TUY_PHUOC, DIEU_TRI), Set.of(TUY_PHUOC));
        assertThat(at(user, "2025-03-12T08:00:00").standIns()).containsExactly(DIEU_TRI);
        assertThat(at(user, "2025-03-12T08:00:00").nameFor(Set.of(DIEU_TRI))).isEqualTo("Người Mới (làm thay)");
    }

    private CurrentUser at(CurrentUser user, String moment) {
        Clock then =
                Clock.fixed(LocalDateTime.parse(moment).atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        return new StoredUserAccess(jdbc, new AccountSignInSettings(false, 12, false, 0), fields, indicators, then)
                .byId(user.id())
                .orElseThrow()
                .user();
    }

    private Set<Long> unitsAt(CurrentUser user, String moment) {
        return at(user, moment).unitIds();
    }

    private ResultActions change(CurrentUser user, String role, String... more) throws Exception {
        String[] form = Stream.concat(
                        Stream.of(
                                "displayName",
                                "Người Mới",
                                "role",
                                role,
                                "version",
                                String.valueOf(
                                        people.byId(user.id()).orElseThrow().version())),
                        Arrays.stream(more))
                .toArray(String[]::new);
        return signedIn(newcomers.make(Role.ADMINISTRATOR)).post("/accounts/" + user.id(), form);
    }

    @Test
    void refusesAFormThatSomebodyElseOvertookAndOneThatMakesNoSense() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        change(user, "REVIEWER").andExpect(status().isFound());
        BrowserWithCookie administrator = signedIn(newcomers.make(Role.ADMINISTRATOR));
        Document refused = Jsoup.parse(administrator
                .post("/accounts/" + user.id(), "displayName", "Tên Cũ", "role", "LEADER", "version", "0")
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(refused.select(".notice-warning").text()).contains("Đang lưu: Người Mới; Văn phòng");
        assertThat(refused.getElementById("displayName").val()).isEqualTo("Tên Cũ");
        assertThat(refused.select("[name=version]").val()).isEqualTo("1");
        change(user, "UNIT_STAFF").andExpect(status().isUnprocessableContent());
        change(user, "UNIT_STAFF", "unitIds", "987654").andExpect(status().isUnprocessableContent());
        change(user, "UNIT_STAFF", "standInUnit", "1", "standInFrom", "31/02/2024", "standInTo", "01/03/2024")
                .andExpect(status().isUnprocessableContent());
        change(user, "UNIT_STAFF", "standInUnit", "1", "standInFrom", "02/03/2024", "standInTo", "01/03/2024")
                .andExpect(status().isUnprocessableContent());
        administrator.open("/accounts/987654").andExpect(status().isNotFound());
        assertThat(people.byId(user.id()).orElseThrow().role()).isEqualTo(Role.REVIEWER);
    }

    /** A change of the user that is being stored is waited for, whatever is done to the user next. */
    @Test
    void whoeverChangesAUserTogetherWithSomebodyElseComesSecond(
            @Autowired TransactionTemplate transactions, @Autowired AccountService accounts) throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        BrowserWithCookie administrator = signedIn(newcomers.make(Role.ADMINISTRATOR));
        BrowserWithCookie theirs = signedIn(user);
        Runnable change =
                () -> jdbc.sql("update app_user set display_name = 'Tên Khác', version = version + 1 where id = ?")
                        .param(user.id())
                        .update();
        String page = "/accounts/" + user.id();
        Meanwhile.press(
                        transactions,
                        jdbc,
                        change,
                        () -> administrator.post(page, "displayName", "Tên Cũ", "role", "LEADER", "version", "0"))
                .andExpect(status().isConflict());
        Meanwhile.press(
                        transactions,
                        jdbc,
                        change,
                        () -> theirs.post(
                                "/accounts/me/password",
                                "present",
                                Newcomers.PASSWORD,
                                "password",
                                "đò ngang bến cũ Gò Bồi",
                                "repeated",
                                "đò ngang bến cũ Gò Bồi"))
                .andExpect(redirectedUrl("/accounts/me"));
        Meanwhile.press(transactions, jdbc, change, () -> administrator.post(page + "/disabling"))
                .andExpect(redirectedUrl(page));

        String token = accounts.newLink(user.id(), user).orElseThrow().token();
        PasswordRules.NewPassword chosen = new PasswordRules.NewPassword(Newcomers.PASSWORD, Newcomers.PASSWORD);
        assertThat(Meanwhile.press(transactions, jdbc, change, () -> accounts.choosePassword(token, chosen)))
                .isEmpty();

        UserQueries.UserSummary stored = people.byId(user.id()).orElseThrow();
        assertThat(stored.displayName()).isEqualTo("Tên Khác");
        assertThat(stored.enabled()).isFalse();
    }

    /** Units and their days count as a change like any other. */
    @Test
    void refusesUnitsThatSomebodyElseHasGivenMeanwhile() throws Exception {
        CurrentUser user = newcomers.make(Role.UNIT_STAFF, TUY_PHUOC);
        BrowserWithCookie administrator = signedIn(newcomers.make(Role.ADMINISTRATOR));
        String[] form = {"displayName", "Người Mới", "role", "UNIT_STAFF", "version", "0", "unitIds", "1"};
        String[] standIn = Stream.concat(Arrays.stream(form), Stream.of("standInUnit", "2", "standInTo", "31/12/2030"))
                .toArray(String[]::new);
        administrator.post("/accounts/" + user.id(), standIn).andExpect(status().isFound());
        assertThat(administrator
                        .post("/accounts/" + user.id(), form)
                        .andExpect(status().isConflict())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("31/12/2030");
        assertThat(people.assignments(user.id())).hasSize(2);
    }

    @Test
    void keepsTheLastAdministratorWhoCanSignIn() {
        List<Long> administrators = jdbc.sql(
                        "select id from app_user where role = 'ADMINISTRATOR' and enabled order by id")
                .query(Long.class)
                .list();
        long last = administrators.get(0);
        CurrentUser by = new CurrentUser(last, "quantri", "Lê Quản Trị", Role.ADMINISTRATOR, Set.of());
        for (long other : administrators.subList(1, administrators.size())) {
            assertThat(changes.enable(other, false, by)).isEmpty();
        }
        assertThat(changes.enable(last, false, by))
                .extracting(AccountProblem::messageKey)
                .containsExactly("accounts.problem.lastAdministrator");
        UserDraft demoted = new UserDraft("quantri", "Lê Quản Trị", Role.LEADER, List.of());
        assertThat(changes.change(last, demoted, people.byId(last).orElseThrow().version(), by))
                .extracting(AccountProblem::messageKey)
                .containsExactly("accounts.problem.lastAdministrator");
        assertThat(people.byId(last).orElseThrow().enabled()).isTrue();
    }

    @Test
    void asksForASecondFactorAndForANewPasswordWhereTheOfficeWantsThem() {
        StoredUserAccess strict =
                new StoredUserAccess(jdbc, new AccountSignInSettings(true, 12, false, 90), fields, indicators, clock);
        for (Role role : Role.values()) {
            CurrentUser user = newcomer(role);
            assertThat(strict.byId(user.id()).orElseThrow().owed())
                    .isEqualTo(
                            role == Role.ADMINISTRATOR || role == Role.REVIEWER
                                    ? List.of(SignInStep.ENROLMENT)
                                    : List.of());
        }
        CurrentUser second = newcomer(Role.LEADER);
        jdbc.sql("update app_user set second_approver = true where id = ?")
                .param(second.id())
                .update();
        assertThat(strict.byId(second.id()).orElseThrow().owed()).containsExactly(SignInStep.ENROLMENT);
        CurrentUser user = newcomer(Role.LEADER);
        jdbc.sql("update app_user set password_changed_at = now() - interval '91 days' where id = ?")
                .param(user.id())
                .update();
        assertThat(strict.byId(user.id()).orElseThrow().owed()).containsExactly(SignInStep.NEW_PASSWORD);
    }

    @Test
    void findsPeopleWithoutDiacritics() {
        assertThat(people.search("  DIEU tri ", 1).users())
                .extracting(UserQueries.UserSummary::username)
                .contains("dieutri");
        assertThat(people.search("Quản Trị", 1).users())
                .extracting(UserQueries.UserSummary::username)
                .containsExactly("quantri");
        assertThat(people.search("%' or '1'='1", 1).users()).isEmpty();
        assertThat(people.search("", 10_000).users()).isEmpty();
    }
}
