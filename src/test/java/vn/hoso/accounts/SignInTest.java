package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.BrowserWithCookie;
import vn.hoso.ProgramTest;
import vn.hoso.audit.AuditTrail;
import vn.hoso.database.StartupFailure;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.security.SecondFactorKey;
import vn.hoso.security.SessionOrigin;

/** Who gets in, who does not, and how little they learn from it. */
@ProgramTest(world = OWN)
class SignInTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AccountThrottles throttles;

    @Autowired
    private TransactionTemplate transaction;

    private Newcomers newcomers;

    @BeforeEach
    void meet(@Autowired AccountService accounts) {
        newcomers = new Newcomers(accounts);
    }

    @Autowired
    private Clock clock;

    private ResultActions wrong(String username, String address) throws Exception {
        return new BrowserWithCookie(browser, address).signIn(username, "không phải mật khẩu này");
    }

    private ResultActions right(String username, String address) throws Exception {
        return new BrowserWithCookie(browser, address).signIn(username, Newcomers.PASSWORD);
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }

    @Test
    void refusesTheRightPasswordAfterFiveWrongOnesUntilTheLockEnds() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        for (int i = 1; i <= 4; i++) {
            wrong(user.username(), "10.1.0." + i).andExpect(redirectedUrl("/login?error"));
        }
        right(user.username(), "10.1.0.5").andExpect(redirectedUrl("/"));
        for (int i = 1; i <= 5; i++) {
            wrong(user.username(), "10.1.1." + i).andExpect(redirectedUrl("/login?error"));
        }
        right(user.username(), "10.1.1.6").andExpect(redirectedUrl("/login?error"));
        assertThat(jdbc.sql("select count(*) from audit_event where action = 'account.locked' and actor_id = ?")
                        .param(user.id())
                        .query(Integer.class)
                        .single())
                .isOne();
        // The owner's usual place is counted apart, and cannot be named by whoever types something like it.
        for (int i = 1; i <= 6; i++) {
            wrong(user.username() + "@10.1.0.5", "10.1.2." + i).andExpect(redirectedUrl("/login?error"));
        }
        right(user.username(), "10.1.0.5").andExpect(redirectedUrl("/"));

        passLock(user);
        right(user.username(), "10.1.1.7").andExpect(redirectedUrl("/"));
    }

    private void passLock(CurrentUser user) {
        jdbc.sql("update sign_in_throttle set locked_until = now() - interval '1 second' where user_id = ?")
                .param(user.id())
                .update();
    }

    @Test
    void locksLongerAfterTheTenthWrongTryAndForgetsNothingWhenRestarted() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        for (int i = 1; i <= 10; i++) {
            wrong(user.username(), "10.2.0." + i);
            if (i < 10) {
                passLock(user);
            }
        }
        assertThat(jdbc.sql("""
                        select failures = 10 and locked_until > now() + interval '14 minutes'
                            and locked_until < now() + interval '16 minutes'
                        from sign_in_throttle where user_id = ?
                        """).param(user.id()).query(Boolean.class).single()).isTrue();
        AccountRateLimiter afterARestart = new AccountRateLimiter(throttles, clock);
        assertThat(transaction
                        .execute(status -> afterARestart.tryAcquire(List.of(new AccountRateLimiter.Counter(
                                AccountThrottle.Kind.ACCOUNT, user.username(), user.id()))))
                        .allowed())
                .isFalse();
    }

    @Test
    void anAdministratorUnlocksAtOnce() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        for (int i = 1; i <= 5; i++) {
            wrong(user.username(), "10.3.0." + i);
        }
        BrowserWithCookie administrator = signedIn(newcomers.make(Role.ADMINISTRATOR));
        assertThat(page(administrator.open("/accounts/" + user.id()))
                        .select(".facts-line")
                        .text())
                .contains("Tạm khóa");
        administrator.post("/accounts/" + user.id() + "/unlocking").andExpect(redirectedUrl("/accounts/" + user.id()));
        right(user.username(), "10.3.0.9").andExpect(redirectedUrl("/"));
    }

    /** As at eight o'clock, behind one address: while a password is checked its try counts as a failure. */
    @Test
    void letsEverybodyInWhoArrivesAtOnce(
            @Autowired UserAddresses addresses,
            @Autowired AccountRateLimiter limiter,
            @Autowired StoredUserAccess access,
            @Autowired Users users,
            @Autowired AuditTrail audit)
            throws Exception {
        SlowHashes hashes = new SlowHashes();
        PasswordAuthenticationProvider door =
                new PasswordAuthenticationProvider(jdbc, addresses, hashes, limiter, access, users, audit, clock);
        List<Callable<Authentication>> arrivals = IntStream.range(0, 40)
                .<Callable<Authentication>>mapToObj(each -> {
                    var typed = UsernamePasswordAuthenticationToken.unauthenticated(
                            newcomers.make(Role.LEADER).username(), "đúng");
                    typed.setDetails(new WebAuthenticationDetails("10.9.8.7", null));
                    return () -> door.authenticate(typed);
                })
                .toList();
        ExecutorService office = Executors.newFixedThreadPool(arrivals.size());
        try {
            for (Future<Authentication> arrived : office.invokeAll(arrivals)) {
                assertThat(arrived.get().isAuthenticated()).isTrue();
            }
        } finally {
            office.shutdownNow();
        }
        assertThat(hashes.most.get()).isLessThanOrEqualTo(4);
    }

    /** Every password is right, after as long as a slow computer takes. */
    private static final class SlowHashes implements PasswordEncoder {

        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            now.decrementAndGet();
            return true;
        }
    }

    @Test
    void slowsAnAddressThatTriesManyNames() throws Exception {
        for (int i = 1; i <= 20; i++) {
            wrong("ten.khong.co." + i, "10.4.0.1");
        }
        CurrentUser user = newcomers.make(Role.LEADER);
        right(user.username(), "10.4.0.1").andExpect(redirectedUrl("/login?error"));
        right(user.username(), "10.4.0.2").andExpect(redirectedUrl("/"));
    }

    @Test
    void answersUnknownWrongLockedAndDisabledAlike() throws Exception {
        CurrentUser locked = newcomers.make(Role.LEADER);
        for (int i = 1; i <= 5; i++) {
            wrong(locked.username(), "10.5.0." + i);
        }
        CurrentUser disabled = newcomers.make(Role.LEADER);
        jdbc.sql("update app_user set enabled = false where id = ?")
                .param(disabled.id())
                .update();
        CurrentUser known = newcomers.make(Role.LEADER);

        List<String> answers = List.of(
                everything(wrong("khong.ai.ca", "10.5.1.1")),
                everything(wrong(known.username(), "10.5.1.2")),
                everything(wrong(locked.username(), "10.5.1.3")),
                everything(right(locked.username(), "10.5.1.4")),
                everything(wrong(disabled.username(), "10.5.1.5")),
                everything(right(disabled.username(), "10.5.1.6")));

        assertThat(answers).containsOnly(answers.get(0));
    }

    /** All a browser gets, but the random value of its cookie; then the page it is sent to. */
    private String everything(ResultActions refused) throws Exception {
        MockHttpServletResponse response = refused.andReturn().getResponse();
        StringBuilder seen = new StringBuilder().append(response.getStatus());
        // Drawn by lot: the session's id and the request's.
        for (String name : response.getHeaderNames()) {
            seen.append('\n')
                    .append(name)
                    .append(": ")
                    .append(String.valueOf(response.getHeaders(name))
                            .replaceAll("(HOSO_SESSION=)[^;]*|^\\[[0-9a-f]{12}]$", "$1"));
        }
        String target = String.valueOf(response.getRedirectedUrl());
        return seen + "\n" + response.getContentAsString()
                + new BrowserWithCookie(browser)
                        .open(target)
                        .andReturn()
                        .getResponse()
                        .getContentAsString()
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private BrowserWithCookie signedIn(CurrentUser user) throws Exception {
        BrowserWithCookie theirs = new BrowserWithCookie(browser);
        theirs.signIn(user.username(), Newcomers.PASSWORD).andExpect(redirectedUrl("/"));
        return theirs;
    }

    @Test
    void givesEachSignInASessionOfItsOwnThatDiesWithTheSignOut() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        BrowserWithCookie theirs = new BrowserWithCookie(browser);
        theirs.open("/dashboard").andExpect(redirectedUrl("/login"));
        Cookie before = theirs.cookie();
        theirs.signIn(user.username(), Newcomers.PASSWORD);
        Cookie signedIn = theirs.cookie();
        assertThat(before).isNotNull();
        assertThat(signedIn.getValue()).isNotEqualTo(before.getValue());
        assertThat(signedIn.isHttpOnly()).isTrue();
        assertThat(signedIn.getAttribute("SameSite")).isEqualTo("Lax");
        theirs.open("/dashboard?year=2023")
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"));
        theirs.use(before);
        theirs.open("/dashboard?year=2023").andExpect(redirectedUrl("/login"));

        theirs.use(signedIn);
        theirs.post("/logout").andExpect(redirectedUrl("/login?logout"));
        theirs.use(signedIn);
        theirs.open("/dashboard?year=2023").andExpect(redirectedUrl("/login"));
    }

    @Test
    void keepsNoPasswordInTheSessionAndEndsItAfterTwoIdleHours() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        signedIn(user);
        String hash = jdbc.sql("select password_hash from app_user where id = ?")
                .param(user.id())
                .query(String.class)
                .single();
        List<byte[]> stored =
                jdbc.sql("""
                        select attribute_bytes from spring_session_attributes
                        join spring_session on primary_id = session_primary_id where principal_name = ?
                        """).param(user.username()).query(byte[].class).list();
        assertThat(stored).isNotEmpty().allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                .doesNotContain(hash, "argon2", Newcomers.PASSWORD));
        assertThat(jdbc.sql("select max_inactive_interval from spring_session where principal_name = ?")
                        .param(user.username())
                        .query(Integer.class)
                        .single())
                .isEqualTo(7200);
    }

    @Test
    void endsASessionThatHasLastedTooLongHoweverBusy() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        BrowserWithCookie theirs = signedIn(user);
        theirs.open("/dashboard?year=2023").andExpect(status().isOk());
        age(user, "11 hours 59 minutes");
        theirs.open("/dashboard?year=2023").andExpect(status().isOk());
        age(user, "2 minutes");
        theirs.open("/dashboard?year=2023").andExpect(redirectedUrl("/login"));
    }

    /** A page that is looked at makes the database write nothing, but once a minute. */
    @Test
    void keepsTheLastAccessToTheMinute() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        BrowserWithCookie theirs = signedIn(user);
        String row = "select cast(s as text) || xmin from spring_session s where principal_name = ?";
        String before = jdbc.sql(row).param(user.username()).query(String.class).single();
        theirs.open("/dashboard?year=2023").andExpect(status().isOk());
        assertThat(jdbc.sql(row).param(user.username()).query(String.class).single())
                .isEqualTo(before);

        jdbc.sql("""
                        update spring_session set last_access_time = last_access_time - 61000, expiry_time = expiry_time - 61000
                        where principal_name = ?
                        """).param(user.username()).update();
        theirs.open("/dashboard?year=2023").andExpect(status().isOk());
        assertThat(jdbc.sql("""
                        select last_access_time + 7200000 = expiry_time and last_access_time > creation_time from spring_session
                        where principal_name = ?
                        """).param(user.username()).query(Boolean.class).single())
                .isTrue();
    }

    private void age(CurrentUser user, String by) {
        jdbc.sql("""
                        update spring_session set creation_time = creation_time
                            - extract(epoch from cast(:by as interval)) * 1000 where principal_name = :name
                        """).param("by", by).param("name", user.username()).update();
    }

    @Test
    void listsOnesOwnSessionsAndEndsOneOrAll() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        BrowserWithCookie desk = signedIn(user);
        BrowserWithCookie phone = new BrowserWithCookie(browser, "10.6.0.1");
        phone.send(post("/login")
                .with(csrf())
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 15) Chrome/143.0")
                .param("username", user.username())
                .param("password", Newcomers.PASSWORD));
        Document page = page(desk.open("/accounts/me"));
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("tbody").text()).contains("Chrome, Android", "10.6.0.1");
        assertThat(page.html())
                .doesNotContain(
                        new String(Base64.getDecoder().decode(phone.cookie().getValue())));
        String end = page.select("tbody form").attr("action");

        signedIn(newcomers.make(Role.LEADER)).post(end).andExpect(status().isNotFound());
        phone.open("/dashboard?year=2023").andExpect(status().isOk());
        desk.post(end).andExpect(redirectedUrl("/accounts/me"));
        phone.open("/dashboard?year=2023").andExpect(redirectedUrl("/login"));

        BrowserWithCookie laptop = signedIn(user);
        desk.post("/accounts/me/sessions/end").andExpect(redirectedUrl("/login?logout"));
        laptop.open("/dashboard?year=2023").andExpect(redirectedUrl("/login"));
        desk.open("/dashboard?year=2023").andExpect(redirectedUrl("/login"));
    }

    /** Attributes of many sessions lie between each other, and this database hands them out as they lie. */
    @Test
    void knowsWhereEachOfManySessionsWasOpened(
            @Autowired DataSource database,
            @Autowired List<SessionRepositoryCustomizer<JdbcIndexedSessionRepository>> customizers,
            @Autowired AuditTrail audit)
            throws SQLException {
        CurrentUser user = newcomers.make(Role.LEADER);
        List<String> addresses =
                IntStream.range(0, 40).mapToObj(i -> "10.7.0." + i).toList();
        try (Connection connection = database.getConnection()) {
            JdbcTemplate asTheyLie = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            JdbcIndexedSessionRepository sessions =
                    new JdbcIndexedSessionRepository(asTheyLie, TransactionOperations.withoutTransaction());
            customizers.forEach(each -> each.customize(sessions));
            openFrom(addresses, user, sessions);
            asTheyLie.execute("analyze spring_session, spring_session_attributes");
            asTheyLie.execute("set enable_nestloop = off; set enable_mergejoin = off");
            try {
                assertThat(new UserSessions(sessions, jdbc, audit).findOpen(user, null))
                        .extracting(UserSessions.OpenSession::address)
                        .containsExactlyInAnyOrderElementsOf(addresses);
            } finally {
                asTheyLie.execute("reset enable_nestloop; reset enable_mergejoin");
            }
        }
    }

    private static <S extends Session> void openFrom(
            List<String> addresses, CurrentUser user, FindByIndexNameSessionRepository<S> sessions) {
        Map<String, S> opened = new LinkedHashMap<>();
        addresses.forEach(address -> opened.put(address, sessions.createSession()));
        for (String attribute : List.of(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                SessionOrigin.ADDRESS,
                SessionOrigin.BROWSER)) {
            opened.forEach((address, session) -> {
                session.setAttribute(attribute, attribute.equals(SessionOrigin.ADDRESS) ? address : user.username());
                sessions.save(session);
            });
        }
    }

    @Test
    void changesAPasswordOnlyForWhoeverKnowsThePresentOne() throws Exception {
        CurrentUser user = newcomers.make(Role.UNIT_STAFF, 2L);
        BrowserWithCookie desk = signedIn(user);
        BrowserWithCookie other = signedIn(user);
        String wanted = "lúa chín vàng đồng Tuy";
        String[] form = {"present", "sai rồi", "password", wanted, "repeated", wanted};
        for (int i = 0; i < 5; i++) {
            assertThat(page(desk.post("/accounts/me/password", form).andExpect(status().isUnprocessableContent()))
                            .select(".error-summary")
                            .text())
                    .contains("Mật khẩu hiện nay không đúng");
        }
        form[1] = Newcomers.PASSWORD;
        assertThat(page(desk.post("/accounts/me/password", form))
                        .select(".error-summary")
                        .text())
                .contains("đợi vài phút");
        passLock(user);
        String weak = "Diêu Trì 2024";
        assertThat(page(desk.post("/accounts/me/password", "present", form[1], "password", weak, "repeated", weak))
                        .select(".error-summary")
                        .text())
                .contains("dễ đoán");
        desk.post("/accounts/me/password", form).andExpect(redirectedUrl("/accounts/me"));
        desk.open("/accounts/me").andExpect(status().isOk());
        other.open("/accounts/me").andExpect(redirectedUrl("/login"));
        new BrowserWithCookie(browser).signIn(user.username(), wanted).andExpect(redirectedUrl("/"));
    }

    @Test
    void tellsPasswordsApartThatDifferAfterTheSeventySecondByte() throws Exception {
        String same = "đường làng quanh co theo bờ ruộng lúa xanh rì rào trong gió chiều hè ";
        assertThat(same.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(72);
        CurrentUser user = newcomers
                .accounts()
                .createForDemonstration(
                        new UserDraft("mat.khau.dai", "Người Dài", Role.LEADER, List.of()), same + "một");
        new BrowserWithCookie(browser).signIn(user.username(), same + "hai").andExpect(redirectedUrl("/login?error"));
        new BrowserWithCookie(browser).signIn(user.username(), same + "một").andExpect(redirectedUrl("/"));
    }

    @Test
    void asksForACodeOnceEnrolledAndLocksAfterFiveWrongOnes() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        BrowserWithCookie desk = signedIn(user);
        desk.post("/accounts/me/second-factor");
        byte[] secret = new Base32()
                .decode(page(desk.open("/accounts/me/second-factor"))
                        .select(".one-time-link")
                        .text()
                        .replace(" ", ""));
        assertThat(jdbc.sql("select position(? in secret) from second_factor where user_id = ?")
                        .params(secret, user.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        confirm(desk, Newcomers.PASSWORD, "000000").andExpect(status().isUnprocessableContent());
        String first = TotpCode.at(secret, TotpCode.step(clock.instant()) - 1);
        assertThat(page(confirm(desk, "not it", first))
                        .select(".error-summary a")
                        .attr("href"))
                .isEqualTo("#present");
        // The wrong password used no code up.
        Document enrolled = page(confirm(desk, Newcomers.PASSWORD, first));
        List<String> recovery = enrolled.select(".recovery-codes li").eachText();

        BrowserWithCookie phone = signedIn(user);
        phone.open("/dashboard?year=2023").andExpect(redirectedUrl("/login/code"));
        phone.post("/login/code", "code", first).andExpect(status().isUnprocessableContent());
        for (int i = 0; i < 4; i++) {
            phone.post("/login/code", "code", "12345" + i).andExpect(status().isUnprocessableContent());
        }
        assertThat(page(phone.post("/login/code", "code", recovery.get(0))).text())
                .contains("đợi vài phút");
        // A right password in between does not begin the count anew.
        signedIn(user).post("/login/code", "code", recovery.get(0)).andExpect(status().isUnprocessableContent());
        passLock(user);
        phone.post("/login/code", "code", recovery.get(0)).andExpect(status().isFound());
        phone.open("/dashboard?year=2023").andExpect(status().isOk());

        BrowserWithCookie again = signedIn(user);
        again.post("/login/code", "code", recovery.get(0)).andExpect(status().isUnprocessableContent());
        again.post("/login/code", "code", recovery.get(1)).andExpect(status().isFound());
        remove(again, "not it", recovery.get(2)).andExpect(status().isUnprocessableContent());
        remove(again, Newcomers.PASSWORD, recovery.get(2)).andExpect(redirectedUrl("/accounts/me"));
        signedIn(user).open("/dashboard?year=2023").andExpect(status().isOk());
    }

    private List<String> trail(CurrentUser user) {
        return jdbc.sql("select action || '|' || detail from audit_event where actor_id = ? order by sequence")
                .param(user.id())
                .query(String.class)
                .list();
    }

    /** Nobody's authenticator would open the door; the same refusal as without a key, which a start of the program shows. */
    @Test
    void startsWithNoOtherKeyThanTheOneThatLockedTheSecrets(
            @Autowired SecondFactorKey key, @Autowired SecondFactorCipher cipher, @TempDir Path folder) {
        SecondFactorKey other = SecondFactorKey.of("YW5vdGhlci10aGlydHktdHdvLWJ5dGVzLWZvci1zdXI=", folder.toString());
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("delete from second_factor").update();
            assertThatCode(() -> starts(other, false)).doesNotThrowAnyException();
            jdbc.sql("insert into second_factor (user_id, secret, created_at) select min(id), ?, now() from app_user")
                    .param(cipher.encrypt("a secret".getBytes(StandardCharsets.UTF_8)))
                    .update();
            assertThatCode(() -> starts(key, false)).doesNotThrowAnyException();
            assertThatThrownBy(() -> starts(other, false)).isInstanceOfSatisfying(StartupFailure.class, refusal -> {
                assertThat(refusal).hasMessageContaining("không phải là khóa đã dùng");
                assertThat(refusal.whatToDo()).contains("start-without-second-factors");
            });
            assertThatCode(() -> starts(other, true)).doesNotThrowAnyException();
        });
        assertThat(folder).isEmptyDirectory();
    }

    private void starts(SecondFactorKey key, boolean withoutSecondFactors) {
        new SecondFactorCipher(key, jdbc, withoutSecondFactors).afterSingletonsInstantiated();
    }

    @Test
    void theTrailSaysWhenBothFactorsWereGivenAndWhich() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        BrowserWithCookie desk = signedIn(user);
        desk.post("/accounts/me/second-factor");
        byte[] secret = new Base32()
                .decode(page(desk.open("/accounts/me/second-factor"))
                        .select(".one-time-link")
                        .text()
                        .replace(" ", ""));
        List<String> recovery = page(confirm(
                        desk, Newcomers.PASSWORD, TotpCode.at(secret, TotpCode.step(clock.instant()) - 1)))
                .select(".recovery-codes li")
                .eachText();
        assertThat(trail(user))
                .as("a password is enough without a second factor; adding one is no sign-in")
                .containsExactly("signin.succeeded|", "account.second-factor.enrolled|");

        int before = trail(user).size();
        BrowserWithCookie phone = signedIn(user);
        phone.post("/login/code", "code", "000000").andExpect(status().isUnprocessableContent());
        phone.post("/login/code", "code", TotpCode.at(secret, TotpCode.step(clock.instant()) + 1))
                .andExpect(status().isFound());
        phone.open("/dashboard?year=2023").andExpect(status().isOk());
        assertThat(trail(user).subList(before, trail(user).size()))
                .containsExactly(
                        "signin.password|", "account.code.refused|", "account.code.used|", "signin.succeeded|");

        before = trail(user).size();
        BrowserWithCookie lost = signedIn(user);
        lost.post("/login/code", "code", recovery.get(0)).andExpect(status().isFound());
        lost.post("/login/code", "code", recovery.get(1)).andExpect(status().isFound());
        remove(lost, Newcomers.PASSWORD, recovery.get(2)).andExpect(redirectedUrl("/accounts/me"));
        assertThat(trail(user).subList(before, trail(user).size()))
                .as("a second code in the same session is no second sign-in")
                .containsExactly(
                        "signin.password|",
                        "account.recovery-code.used|9",
                        "signin.succeeded|",
                        "account.recovery-code.used|8",
                        "account.second-factor.removed|");

        before = trail(user).size();
        signedIn(user);
        assertThat(trail(user).subList(before, trail(user).size())).containsExactly("signin.succeeded|");
    }

    @Test
    void theTrailKeepsWhatWasTriedDuringALock() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        BrowserWithCookie desk = signedIn(user);
        desk.post("/accounts/me/second-factor");
        for (int i = 0; i < 6; i++) {
            remove(desk, Newcomers.PASSWORD, "12345" + i).andExpect(status().isUnprocessableContent());
        }
        assertThat(trail(user).subList(1, trail(user).size()))
                .containsExactly(
                        "account.code.refused|",
                        "account.code.refused|",
                        "account.code.refused|",
                        "account.code.refused|",
                        "account.code.refused|",
                        "account.locked|",
                        "account.locked.refused|");
    }

    @Test
    void guessesAtTheCodeAreNotForgivenByARightPassword() throws Exception {
        CurrentUser user = newcomers.make(Role.LEADER);
        BrowserWithCookie desk = signedIn(user);
        desk.post("/accounts/me/second-factor");
        for (int i = 0; i < 5; i++) {
            remove(desk, Newcomers.PASSWORD, "12345" + i).andExpect(status().isUnprocessableContent());
        }
        assertThat(page(remove(desk, Newcomers.PASSWORD, "123456")).text()).contains("đợi vài phút");
    }

    private static ResultActions confirm(BrowserWithCookie desk, String present, String code) throws Exception {
        return desk.post("/accounts/me/second-factor/confirmation", "present", present, "code", code);
    }

    private static ResultActions remove(BrowserWithCookie desk, String present, String code) throws Exception {
        return desk.post("/accounts/me/second-factor/removal", "present", present, "code", code);
    }
}
