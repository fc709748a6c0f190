package vn.hoso.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static vn.hoso.ProgramTest.World.OWN;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.hoso.BrowserWithCookie;
import vn.hoso.ProgramTest;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** Passkeys: who may add one, what opens the second step, and what does not. */
@ProgramTest(world = OWN)
class PasskeyTest {

    private static final String HOST = "localhost";
    private static final String ORIGIN = "http://localhost";
    private static final PasskeyRelyingParty HERE = new PasskeyRelyingParty(HOST, ORIGIN);
    private static final String OWN = "/accounts/me/passkeys";

    @Autowired
    private MockMvc browser;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private Passkeys passkeys;

    private CurrentUser user;
    private BrowserWithCookie desk;

    @BeforeEach
    void enrol(@Autowired AccountService accounts) throws Exception {
        user = new Newcomers(accounts).make(Role.LEADER);
        desk = enrolled(user);
    }

    private BrowserWithCookie enrolled(CurrentUser who) throws Exception {
        BrowserWithCookie theirs = signedIn(who);
        theirs.post("/accounts/me/second-factor");
        String key = page(theirs.open("/accounts/me/second-factor"))
                .select(".one-time-link")
                .text();
        theirs.post(
                        "/accounts/me/second-factor/confirmation",
                        "present",
                        Newcomers.PASSWORD,
                        "code",
                        AuthenticatorApp.shows(key, clock.instant()))
                .andExpect(status().isOk());
        return theirs;
    }

    private BrowserWithCookie signedIn(CurrentUser who) throws Exception {
        BrowserWithCookie theirs = new BrowserWithCookie(browser);
        theirs.signIn(who.username(), Newcomers.PASSWORD).andExpect(status().isFound());
        return theirs;
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
    }

    private static String challenge(BrowserWithCookie at, String address) throws Exception {
        return asked(at, address).attr("data-challenge");
    }

    private static Element asked(BrowserWithCookie at, String address) throws Exception {
        return page(at.open(address)).expectFirst("form[data-passkey]");
    }

    private static ResultActions add(BrowserWithCookie at, String name, String present, String answer)
            throws Exception {
        return at.post(OWN, "name", name, "present", present, "answer", answer);
    }

    private SoftPasskey added(BrowserWithCookie at) throws Exception {
        SoftPasskey passkey = new SoftPasskey();
        add(at, "Máy bàn", Newcomers.PASSWORD, passkey.made(ORIGIN, HOST, challenge(at, OWN)))
                .andExpect(redirectedUrl(OWN));
        return passkey;
    }

    private int count(String what, Object... params) {
        return jdbc.sql("select count(*) from " + what)
                .params(params)
                .query(Integer.class)
                .single();
    }

    private int lines(String action) {
        return count("audit_event where action = ? and actor_id = ?", action, user.id());
    }

    private int failures() {
        return jdbc.sql("select coalesce(sum(failures), 0) from sign_in_throttle where kind = 'PERSON' and user_id = ?")
                .param(user.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void opensTheSecondStepOnceForEachChallenge() throws Exception {
        SoftPasskey passkey = added(desk);
        assertThat(page(desk.open(OWN)).select(".passkey").text()).contains("Máy bàn", HOST, "Chưa dùng lần nào");
        assertThat(asked(desk, OWN).attr("data-challenge")).hasSize(43);

        BrowserWithCookie laptop = signedIn(user);
        laptop.open("/dashboard?year=2023").andExpect(redirectedUrl("/login/code"));
        String answer = passkey.signed(ORIGIN, HOST, challenge(laptop, "/login/code"));
        laptop.post("/login/code/passkey", "answer", answer).andExpect(status().isFound());
        laptop.open("/dashboard?year=2023").andExpect(status().isOk());
        assertThat(page(laptop.open(OWN)).select(".passkey").text()).contains("Dùng lần cuối");

        // Neither in the same session nor in another one does it open anything again.
        laptop.post("/login/code/passkey", "answer", answer).andExpect(status().isUnprocessableContent());
        BrowserWithCookie thief = signedIn(user);
        challenge(thief, "/login/code");
        thief.post("/login/code/passkey", "answer", answer).andExpect(status().isUnprocessableContent());
        thief.open("/dashboard?year=2023").andExpect(redirectedUrl("/login/code"));
        assertThat(lines("account.passkey.added")).isOne();
        assertThat(lines("account.passkey.used")).isOne();
        assertThat(lines("signin.succeeded"))
                .as("without a second factor, then with the passkey")
                .isEqualTo(2);
        assertThat(lines("signin.password")).isEqualTo(2);
        assertThat(lines("account.passkey.refused")).isEqualTo(2);
    }

    @Test
    void refusesWhatIsLateForeignOrNotSignedAsItShouldBe() throws Exception {
        SoftPasskey passkey = added(desk);
        SoftPasskey stranger = new SoftPasskey();
        Map<String, BiFunction<PasskeyRelyingParty, PasskeyChallenge, PasskeyResponse>> wrong = Map.of(
                "too late",
                        (at, given) -> new PasskeyResponse(
                                passkey.signed(ORIGIN, HOST, given.text()),
                                at,
                                new PasskeyChallenge(given.text(), clock.instant())),
                "nothing was asked",
                        (at, given) -> new PasskeyResponse(passkey.signed(ORIGIN, HOST, given.text()), at, null),
                "another challenge",
                        (at, given) -> new PasskeyResponse(
                                passkey.signed(
                                        ORIGIN, HOST, passkeys.challenge().text()),
                                at,
                                given),
                "another site's page",
                        (at, given) -> new PasskeyResponse(
                                passkey.signed("https://hoso.example.com", HOST, given.text()), at, given),
                "another port",
                        (at, given) ->
                                new PasskeyResponse(passkey.signed(ORIGIN + ":8443", HOST, given.text()), at, given),
                "made for another site",
                        (at, given) ->
                                new PasskeyResponse(passkey.signed(ORIGIN, "example.com", given.text()), at, given),
                "a page under another name",
                        (at, given) -> new PasskeyResponse(
                                passkey.signed("https://hoso.example.com", "hoso.example.com", given.text()),
                                new PasskeyRelyingParty("hoso.example.com", "https://hoso.example.com"),
                                given),
                "over plain HTTP",
                        (at, given) -> new PasskeyResponse(passkey.signed(ORIGIN, HOST, given.text()), null, given),
                "nobody's passkey",
                        (at, given) -> new PasskeyResponse(stranger.signed(ORIGIN, HOST, given.text()), at, given),
                "no JSON", (at, given) -> new PasskeyResponse("{".repeat(15_000), at, given));
        for (var each : wrong.entrySet()) {
            assertThat(passkeys.check(user, each.getValue().apply(HERE, passkeys.challenge())))
                    .as(each.getKey())
                    .isEqualTo(PasskeyVerificationResult.WRONG_PASSKEY);
            assertThat(failures()).as(each.getKey()).isOne();
            forgiven();
        }
        PasskeyChallenge given = passkeys.challenge();
        assertThat(passkeys.check(
                        user,
                        new PasskeyResponse(passkey.verifying(false).signed(ORIGIN, HOST, given.text()), HERE, given)))
                .as("nobody made sure of its user")
                .isEqualTo(PasskeyVerificationResult.WRONG_PASSKEY);
        assertThat(passkeys.check(
                        user,
                        new PasskeyResponse(passkey.verifying(true).signed(ORIGIN, HOST, given.text()), HERE, given)))
                .isEqualTo(PasskeyVerificationResult.VALID);
        assertThat(lines("account.passkey.refused")).isEqualTo(wrong.size() + 1);
    }

    private void forgiven() {
        jdbc.sql("delete from sign_in_throttle where user_id = ?")
                .param(user.id())
                .update();
    }

    @Test
    void refusesAPasskeyThatCountsBackAndSaysSoInTheTrail() throws Exception {
        SoftPasskey passkey = added(desk);
        assertThat(signs(passkey.countingFrom(6))).isEqualTo(PasskeyVerificationResult.VALID);
        assertThat(signs(passkey.countingFrom(6))).as("7 again").isEqualTo(PasskeyVerificationResult.COPIED_PASSKEY);
        assertThat(signs(passkey.countingFrom(2))).isEqualTo(PasskeyVerificationResult.COPIED_PASSKEY);
        assertThat(signs(passkey.countingFrom(7))).isEqualTo(PasskeyVerificationResult.VALID);
        // Those that are shared between devices never count.
        assertThat(signs(passkey.countingFrom(-1))).isEqualTo(PasskeyVerificationResult.COPIED_PASSKEY);
        jdbc.sql("update passkey set counter = 0 where user_id = ?")
                .param(user.id())
                .update();
        assertThat(signs(passkey.countingFrom(-1))).isEqualTo(PasskeyVerificationResult.VALID);
        assertThat(signs(passkey.countingFrom(-1))).isEqualTo(PasskeyVerificationResult.VALID);

        assertThat(lines("account.passkey-copy.refused")).isEqualTo(3);
        assertThat(PasskeyVerificationResult.COPIED_PASSKEY.problems())
                .isEqualTo(PasskeyVerificationResult.WRONG_PASSKEY.problems());
    }

    private PasskeyVerificationResult signs(SoftPasskey passkey) {
        PasskeyChallenge given = passkeys.challenge();
        return passkeys.check(user, new PasskeyResponse(passkey.signed(ORIGIN, HOST, given.text()), HERE, given));
    }

    @Test
    void holdsForTheNameItWasMadeUnderAlone() {
        PasskeyRelyingParty behindTheProxy =
                PasskeyRelyingParty.of("https", "hoso.example.vn", 8443).orElseThrow();
        SoftPasskey passkey = new SoftPasskey();
        PasskeyChallenge first = passkeys.challenge();
        assertThat(passkeys.add(
                        user,
                        "Máy bàn",
                        Newcomers.PASSWORD,
                        new PasskeyResponse(
                                passkey.made("https://hoso.example.vn:8443", "hoso.example.vn", first.text()),
                                behindTheProxy,
                                first)))
                .isEmpty();
        assertThat(passkeys.usableAt(behindTheProxy, user)).hasSize(1);
        assertThat(passkeys.usableAt(HERE, user)).isEmpty();
        assertThat(signs(passkey)).isEqualTo(PasskeyVerificationResult.WRONG_PASSKEY);
        PasskeyChallenge second = passkeys.challenge();
        assertThat(passkeys.check(
                        user,
                        new PasskeyResponse(
                                passkey.signed("https://hoso.example.vn:8443", "hoso.example.vn", second.text()),
                                behindTheProxy,
                                second)))
                .isEqualTo(PasskeyVerificationResult.VALID);
    }

    @Test
    void anothersPasskeyOpensNothing(@Autowired AccountService accounts) throws Exception {
        CurrentUser other = new Newcomers(accounts).make(Role.LEADER);
        SoftPasskey theirs = added(enrolled(other));
        added(desk);
        assertThat(signs(theirs)).isEqualTo(PasskeyVerificationResult.WRONG_PASSKEY);
        // Nor can one passkey belong to two.
        add(desk, "Của người khác", Newcomers.PASSWORD, theirs.made(ORIGIN, HOST, challenge(desk, OWN)))
                .andExpect(status().isUnprocessableContent());
        long id = jdbc.sql("select id from passkey where user_id = ?")
                .param(other.id())
                .query(Long.class)
                .single();
        desk.post(OWN + "/" + id + "/removal", "present", Newcomers.PASSWORD).andExpect(status().isNotFound());
        assertThat(count("passkey where user_id in (?, ?)", other.id(), user.id()))
                .isEqualTo(2);
    }

    @Test
    void wrongPasskeysAndWrongCodesAreCountedTogether() throws Exception {
        SoftPasskey passkey = added(desk);
        BrowserWithCookie laptop = signedIn(user);
        for (int i = 0; i < 3; i++) {
            laptop.post("/login/code/passkey", "answer", passkey.signed(ORIGIN, HOST, "AAAA"))
                    .andExpect(status().isUnprocessableContent());
            laptop.post("/login/code/passkey", "answer", " ").andExpect(status().isUnprocessableContent());
        }
        assertThat(failures()).as("a browser without an answer is no try").isEqualTo(3);
        laptop.post("/login/code", "code", "000000");
        laptop.post("/login/code", "code", "000000");
        Document locked = page(laptop.post(
                "/login/code/passkey", "answer", passkey.signed(ORIGIN, HOST, challenge(laptop, "/login/code"))));
        assertThat(locked.select("[role=alert]").text()).contains("đợi vài phút");
        assertThat(page(laptop.post("/login/code", "code", "000000"))
                        .select("[role=alert]")
                        .text())
                .isEqualTo(locked.select("[role=alert]").text());
        assertThat(lines("account.locked")).isOne();
    }

    @Test
    void isAddedAndRemovedOnlyWithThePresentPassword() throws Exception {
        SoftPasskey passkey = new SoftPasskey();
        Document refused = page(add(desk, "  Máy ở nhà ", "sai rồi", passkey.made(ORIGIN, HOST, challenge(desk, OWN)))
                .andExpect(status().isUnprocessableContent()));
        assertThat(refused.select(".error-summary a").attr("href")).isEqualTo("#present");
        assertThat(refused.select("#name").val()).isEqualTo("  Máy ở nhà ");
        assertThat(refused.select("#present").val()).isEmpty();
        add(desk, " ", Newcomers.PASSWORD, passkey.made(ORIGIN, HOST, challenge(desk, OWN)))
                .andExpect(status().isUnprocessableContent());
        add(desk, "a".repeat(61), Newcomers.PASSWORD, passkey.made(ORIGIN, HOST, challenge(desk, OWN)))
                .andExpect(status().isUnprocessableContent());
        add(desk, "ok", Newcomers.PASSWORD, passkey.verifying(false).made(ORIGIN, HOST, challenge(desk, OWN)))
                .andExpect(status().isUnprocessableContent());
        add(desk, "ok", Newcomers.PASSWORD, passkey.verifying(true).made("https://example.com", HOST, "AAAA"))
                .andExpect(status().isUnprocessableContent());
        String deep =
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AAAA\","
                        + "\"attestationObject\":\"" + "gYGB".repeat(3_000) + "\"},\"clientExtensionResults\":{}}";
        add(desk, "ok", Newcomers.PASSWORD, deep).andExpect(status().isUnprocessableContent());
        assertThat(count("passkey where user_id = ?", user.id())).isZero();
        // Typed in pieces, kept composed.
        add(desk, "Máy ở nhà ", Newcomers.PASSWORD, passkey.made(ORIGIN, HOST, challenge(desk, OWN)))
                .andExpect(redirectedUrl(OWN));
        long id = jdbc.sql("select id from passkey where user_id = ? and name = 'Máy ở nhà'")
                .param(user.id())
                .query(Long.class)
                .single();
        Document kept = page(desk.post(OWN + "/" + id + "/removal", "present", "sai rồi")
                .andExpect(status().isUnprocessableContent()));
        assertThat(kept.select(".error-summary a").attr("href")).isEqualTo("#present-" + id);
        assertThat(kept.select("details[open] #present-" + id)).hasSize(1);
        desk.post(OWN + "/" + id + "/removal", "present", Newcomers.PASSWORD).andExpect(redirectedUrl(OWN));
        assertThat(count("passkey where user_id = ?", user.id())).isZero();
        assertThat(lines("account.passkey.removed")).isOne();
        desk.post(OWN + "/" + id + "/removal", "present", Newcomers.PASSWORD).andExpect(status().isNotFound());
    }

    @Test
    void takesTenAndNoMore() throws Exception {
        added(desk);
        jdbc.sql("""
                        insert into passkey (user_id, credential_id, credential, counter, synced, host, name, created_at)
                        select user_id, credential_id || decode(lpad(n::text, 2, '0'), 'hex'), credential, 0, false, host, name, now()
                        from passkey, generate_series(1, 9) n where user_id = ?
                        """).param(user.id()).update();
        add(desk, "một nữa", Newcomers.PASSWORD, new SoftPasskey().made(ORIGIN, HOST, challenge(desk, OWN)))
                .andExpect(status().isUnprocessableContent());
        assertThat(count("passkey where user_id = ?", user.id())).isEqualTo(10);
    }

    @Test
    void isForPeopleWithAnAuthenticatorWhereBrowsersAllowIt(@Autowired AccountService accounts) throws Exception {
        BrowserWithCookie without = signedIn(new Newcomers(accounts).make(Role.LEADER));
        assertThat(page(without.open(OWN)).select("form[data-passkey]")).isEmpty();
        add(without, "sớm quá", Newcomers.PASSWORD, new SoftPasskey().made(ORIGIN, HOST, "AAAA"))
                .andExpect(status().isUnprocessableContent());

        SoftPasskey passkey = added(desk);
        Document plain = page(desk.send(get("http://hoso.example.vn" + OWN)));
        assertThat(plain.select("form[data-passkey]")).isEmpty();
        assertThat(plain.text()).contains("chưa mở qua HTTPS");
        // Under another name the browser would find none: it is not asked.
        BrowserWithCookie elsewhere = signedIn(user);
        assertThat(page(elsewhere.send(get("http://hoso.example.vn/login/code")))
                        .select("form[data-passkey]"))
                .isEmpty();
        String challenge = challenge(elsewhere, "/login/code");
        elsewhere
                .send(post("http://hoso.example.vn/login/code/passkey")
                        .with(csrf())
                        .param("answer", passkey.signed(ORIGIN, HOST, challenge)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void goesWithTheAuthenticator(@Autowired AccountService accounts) throws Exception {
        added(desk);
        signedIn(new Newcomers(accounts).make(Role.ADMINISTRATOR))
                .post("/accounts/" + user.id() + "/second-factor-reset")
                .andExpect(status().isFound());
        assertThat(count("passkey where user_id = ?", user.id())).isZero();
    }

    @Test
    void answersInNoFormatThatOnlyPasskeysNeed() throws Exception {
        desk.send(get("/exports/results.json?year=2023").header("Accept", "application/cbor, */*;q=0.1"))
                .andExpect(header().string("Content-Type", "application/json"));
        assertThat(List.of(406, 500))
                .contains(desk.send(get("/error").header("Accept", "application/cbor"))
                        .andReturn()
                        .getResponse()
                        .getStatus());
    }
}
