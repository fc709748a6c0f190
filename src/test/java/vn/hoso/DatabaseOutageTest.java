package vn.hoso;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A database that refuses, hangs, is slow, is cut off or takes its answer along. Once each in every build; as often as
 * {@code -Dhoso.outage.rounds=20} says, with the figures printed at the end. The bounds are the ones promised to users.
 */
@ProgramTest(world = OWN)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseOutageTest {

    private static final int ROUNDS = Integer.getInteger("hoso.outage.rounds", 1);
    private static final long LONGEST_PAGE = 10_000;
    private static final long LONGEST_RECOVERY = 15_000;
    private static final String MONTH = "/figures/2025-05";
    private static final String STYLES = "/assets/theme.css";
    private static final Pattern PORT = Pattern.compile("(?<=:)\\d+(?=/)");
    private static final Pattern INTERNALS = Pattern.compile(
            "(?i)tomcat|spring|thymeleaf|hibernate|postgres|java\\.|exception|stack ?trace|whitelabel|\\bat vn\\.hoso");

    @LocalServerPort
    private int port;

    @Autowired
    private CurrentDatabase current;

    private FreshDatabase direct;
    private FaultProxy proxy;
    private int notes;
    private int wrongSuccesses;
    private final Map<String, Long> longest = new LinkedHashMap<>();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private record Answer(int status, Map<String, List<String>> headers, String body, long millis) {

        Document page() {
            return Jsoup.parse(body);
        }
    }

    @BeforeAll
    void standBetween() throws Exception {
        direct = current.database();
        String address = direct.url();
        var target = PORT.matcher(address);
        assertThat(target.find()).isTrue();
        proxy = new FaultProxy(Integer.parseInt(target.group()));
        current.moveTo(new FreshDatabase(direct.name(), PORT.matcher(address).replaceFirst(proxy.port() + "")));
        Map<String, String> signIn = form(get("/login").body(), "main form input[name]");
        signIn.put("username", "dieutri");
        signIn.put("password", "Thu-nghiem-2024");
        assertThat(post("/login", signIn).status()).isEqualTo(302);
    }

    @AfterAll
    void stepAside() throws IOException {
        System.out.printf(
                Locale.ROOT,
                "Database outages, %d of each: longest in ms %s; wrong successes %d%n",
                ROUNDS,
                longest,
                wrongSuccesses);
        proxy.set(FaultProxy.Fault.NONE);
        current.moveTo(direct);
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "HUNG", "SLOW"})
    void everyRequestIsAnsweredInTimeAndWorkGoesOnByItself(FaultProxy.Fault fault) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> typed = typed();
            Map<String, String> signIn = form(get("/login").body(), "input[name=_csrf]");
            signIn.putAll(Map.of("username", "vanphong", "password", "Thu-nghiem-2024"));
            proxy.set(fault);
            CompletableFuture<Answer> file = begin(() -> get(STYLES));
            CompletableFuture<Answer> health = begin(() -> get("/actuator/health"));
            CompletableFuture<Answer> page = begin(() -> get("/dashboard"));
            CompletableFuture<Answer> signingIn = begin(() -> post("/login", signIn));
            CompletableFuture<Answer> save = begin(() -> post(MONTH, typed));

            assertThat(within(fault + " file", file).status()).isEqualTo(200);
            within(fault + " health", health);
            saysWhatIsWrong(within(fault + " page", page));
            Answer refusedSignIn = within(fault + " sign-in", signingIn);
            saysWhatIsWrong(refusedSignIn);
            assertThat(refusedSignIn.body()).doesNotContain("Thu-nghiem-2024");
            Answer unsaved = within(fault + " save", save);
            wrongSuccesses += unsaved.status() < 400 ? 1 : 0;
            saysWhatIsWrong(unsaved);
            assertThat(unsaved.page().select("blockquote").eachText()).contains(typed.get("u2.note"));
            // By now the database is known to be away.
            saysWhatIsWrong(within(fault + " page at once", begin(() -> get("/login"))));
            assertThat(post(MONTH, typed).page().text())
                    .contains("chưa được lưu")
                    .doesNotContain("Chưa rõ");
            assertThat(within(fault + " health at once", begin(() -> get("/actuator/health")))
                            .status())
                    .isEqualTo(503);
            assertThat(noteStored()).isNotEqualTo(typed.get("u2.note"));

            proxy.set(FaultProxy.Fault.NONE);
            recovers(fault);
            Map<String, String> kept = form(unsaved.body(), "form input[name]");
            assertThat(kept).containsAllEntriesOf(typed);
            assertThat(post(MONTH, kept).status()).isEqualTo(302);
            assertThat(noteStored()).isEqualTo(typed.get("u2.note"));
        }
    }

    @Test
    void aCutConnectionIsNoSuccessAndNoOutage() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> typed = typed();
            proxy.set(FaultProxy.Fault.CUT);
            Answer answer = within("CUT save", begin(() -> post(MONTH, typed)));
            boolean stored = typed.get("u2.note").equals(noteStored());
            wrongSuccesses += answer.status() < 400 && !stored ? 1 : 0;
            assertThat(stored || answer.status() == 503).as("%s", answer).isTrue();
            recovers(FaultProxy.Fault.CUT);
        }
    }

    @Test
    void aCommitWhoseAnswerIsLostIsNotCalledASuccess() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, String> typed = typed();
            proxy.set(FaultProxy.Fault.ANSWER_LOST);
            Answer answer = within("ANSWER_LOST save", begin(() -> post(MONTH, typed)));
            wrongSuccesses += answer.status() < 400 ? 1 : 0;
            saysWhatIsWrong(answer);
            assertThat(answer.page().text()).contains("Chưa rõ");
            // What the page could not know: the figures are stored. Sending again finds that out and stores nothing
            // twice.
            assertThat(noteStored()).isEqualTo(typed.get("u2.note"));
            int revisions = revisions();
            recovers(FaultProxy.Fault.ANSWER_LOST);
            post(MONTH, form(answer.body(), "form input[name]"));
            assertThat(revisions()).isEqualTo(revisions);
        }
    }

    private void saysWhatIsWrong(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().get("retry-after")).containsExactly("10");
        assertThat(answer.headers().get("content-security-policy").get(0)).contains("default-src 'none'");
        assertThat(answer.headers().get("cache-control")).containsExactly("no-store");
        assertThat(answer.headers()).doesNotContainKey("set-cookie").containsKey("x-request-id");
        assertThat(answer.page().select("h1").text()).isEqualTo("Tạm thời chưa làm việc được");
        assertThat(INTERNALS.matcher(answer.body()).find()).as(answer.body()).isFalse();
    }

    /** The month's form with another note than any before. */
    private Map<String, String> typed() throws Exception {
        Map<String, String> form = form(
                get(MONTH).body(), "form[data-draft] input[name]:not([type=radio]), form[data-draft] textarea[name]");
        assertThat(form).containsKey("u2.note");
        form.putAll(Map.of(
                "u2.fullProcessReceived", "60",
                "u2.fullProcessOnline", "50",
                "u2.partialReceived", "60",
                "u2.partialOnline", "50",
                "u2.dossiersReceived", "200",
                "u2.onlineReported", "100",
                "u2.note", "Ghi chú lần " + ++notes + " <b>\"đặc biệt\"</b>"));
        return form;
    }

    private static Map<String, String> form(String page, String selector) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : Jsoup.parse(page).select(selector)) {
            fields.put(field.attr("name"), field.is("textarea") ? field.text() : field.val());
        }
        return fields;
    }

    private void recovers(FaultProxy.Fault fault) throws Exception {
        long start = System.nanoTime();
        while (get("/dashboard").status() != 200) {
            assertThat(millisSince(start)).isLessThan(LONGEST_RECOVERY);
            Thread.sleep(100);
        }
        note(fault + " recovery", millisSince(start));
    }

    private Answer within(String what, CompletableFuture<Answer> asked) {
        Answer answer = asked.join();
        note(what, answer.millis());
        assertThat(answer.millis()).as(what).isLessThan(LONGEST_PAGE);
        return answer;
    }

    private void note(String what, long millis) {
        longest.merge(what, millis, Math::max);
    }

    private static CompletableFuture<Answer> begin(Callable<Answer> question) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        answer.complete(question.call());
                    } catch (Exception | AssertionError failed) {
                        answer.completeExceptionally(failed);
                    }
                })
                .start();
        return answer;
    }

    private Answer get(String address) throws Exception {
        return send(request(address).GET());
    }

    private Answer post(String address, Map<String, String> fields) throws Exception {
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Accept", "text/html,*/*;q=0.8");
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.headers().map(), answer.body(), millisSince(start));
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private String noteStored() throws SQLException {
        return asked("select note from monthly_return where month = date '2025-05-01' and unit_id = 2");
    }

    private int revisions() throws SQLException {
        return Integer.parseInt(asked("select count(*)::text from return_revision"));
    }

    /** Past the proxy. */
    private String asked(String query) throws SQLException {
        try (Connection owner = direct.connectAsOwner();
                ResultSet row = owner.createStatement().executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
