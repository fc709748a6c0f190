package vn.hoso.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.ProgramTest.World.OWN;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.DigestUtils;
import vn.hoso.ProgramTest;

/** What travels over the wire: headers, cookies, and pages that say no without saying how the program is made. */
@ProgramTest(world = OWN)
class ServedProgramTest {

    private static final Pattern INTERNALS = Pattern.compile(
            "(?i)tomcat|spring|thymeleaf|hibernate|postgres|java\\.|exception|stack ?trace|whitelabel|\\bat vn\\.hoso|select .* from ");

    @LocalServerPort
    private int port;

    @Autowired
    private Environment settings;

    @Autowired
    private JdbcClient jdbc;

    private HttpVisitor stranger() {
        return new HttpVisitor(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/nowhere",
                "/dashboard",
                "/figures/abc",
                "/assets/theme.css",
                "/exports/results.csv?year=2023"
            })
    void everyAnswerTellsTheBrowserToStayStrict(String address) {
        HttpHeaders headers = stranger().signIn("vanphong").get(address).headers();
        String policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe", "*", "data:", "http:");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()", "geolocation=()");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
        // Plain HTTP promises no HTTPS; TlsProxyTest sees the promise made.
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/dashboard", "/figures/2024-09", "/reports/2024/report.docx", "/exports/results.json?year=2024"
            })
    void noCacheKeepsWhatWasSeenSignedIn(String address) {
        HttpResponse<String> answer = stranger().signIn("vanphong").get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    /** Vietnamese fills what is kept of an answer before as many characters do: what the headers say must be there by then. */
    @Test
    void aLongFileOfVietnameseIsKeptByNoCacheEither() {
        jdbc.sql("""
                        insert into audit_event (at, actor_name, action, subject, detail, reason)
                        select now(), 'Trần Thị Văn Phòng', 'figures.returned', '2024-09', '2', repeat('Để hở ở hồ sơ, sổ và đề nghị. ', 6)
                        from generate_series(1, 500)
                        """).update();

        HttpResponse<String> answer = stranger().signIn("vanphong").get("/audit/trail.csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSizeGreaterThan(500);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    /** What a user reads out from the page is what the administrator looks for. */
    @Test
    void theErrorPageAndTheTrailNameTheSameRequest() {
        HttpResponse<String> refused = stranger().signIn("dieutri").get("/audit");
        assertThat(refused.statusCode()).isEqualTo(403);
        String id = refused.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(id).matches("[0-9a-f]{12}");
        assertThat(Jsoup.parse(refused.body()).text()).contains("Mã yêu cầu: " + id);
        assertThat(jdbc.sql("select count(*) from audit_event where request_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    /** A browser keeps it for a year, so its name has to change with each of its components. */
    @Test
    void theStylesheetIsOneFileNamedByAllOfItsComponents() throws IOException {
        Path folder = Path.of("src/main/resources/static/assets");
        List<Path> imported = Files.readString(folder.resolve("theme.css"))
                .lines()
                .filter(line -> line.startsWith("@import"))
                .map(line -> folder.resolve(line.replaceAll("@import \"(.*)\";", "$1")))
                .toList();
        try (Stream<Path> components = Files.list(folder.resolve("theme"))) {
            assertThat(imported).containsExactlyInAnyOrderElementsOf(components.toList());
        }
        StringJoiner whole = new StringJoiner("\n");
        for (Path component : imported) {
            whole.add(Files.readString(component));
        }
        String name = "theme-" + DigestUtils.md5DigestAsHex(whole.toString().getBytes(StandardCharsets.UTF_8)) + ".css";

        assertThat(stranger().get("/login").body()).contains("href=\"/assets/" + name + "\"");
        HttpResponse<String> served = stranger().get("/assets/" + name);
        assertThat(served.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "public");
        assertThat(served.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        // Pictures and fonts are named by their content as well.
        assertThat(served.body().replaceAll("url\\(\"/assets/([^\"]*)-[0-9a-f]{32}\\.", "url(\"$1."))
                .isEqualTo(whole.toString());
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie =
                stranger().get("/login").headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).startsWith("HOSO_SESSION=").contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void signingInChangesTheSessionAndSigningOutTakesAToken() {
        HttpVisitor person = stranger();
        String before = person.get("/login").headers().firstValue("Set-Cookie").orElse("");
        person.signIn("lanhdao");
        assertThat(person.get("/logout").statusCode()).isIn(302, 404, 405);
        assertThat(person.post("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(person.get("/dashboard").statusCode()).isEqualTo(200);
        assertThat(person.post("/logout", Map.of("_csrf", person.token())).statusCode())
                .isEqualTo(302);
        assertThat(person.get("/dashboard").statusCode()).isEqualTo(302);
        HttpResponse<String> replayed = stranger().get("/dashboard", "Cookie", before.split(";")[0]);
        assertThat(HttpVisitor.location(replayed)).endsWith("/login");
    }

    @ParameterizedTest
    @CsvSource({
        "400, /figures/abc, ",
        "400, /dashboard?year=1%00, ",
        "400, /figures?q=%ff, ",
        "400, /figures;x, ",
        "403, /accounts, ",
        "404, /nowhere, ",
        "404, /dashboard/units/3?year=2024, ",
        "405, /dashboard, form",
        "400, /figures/2022-05, form",
        "500, /error, "
    })
    void sayingNoShowsNothingOfTheInside(int status, String address, String form) {
        HttpVisitor person = stranger().signIn("dieutri");
        HttpResponse<String> answer = form == null
                ? person.get(address)
                : person.post(address, Map.of("_csrf", person.token(), "u2.note", "thiếu các ô khác"));
        assertThat(answer.statusCode()).isEqualTo(status);
        saysNoInVietnamese(answer);
    }

    private static void saysNoInVietnamese(HttpResponse<String> answer) {
        assertThat(INTERNALS
                        .matcher(answer.body())
                        .results()
                        .map(found -> found.group())
                        .toList())
                .as(answer.body())
                .isEmpty();
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isNotBlank();
        assertThat(answer.body()).contains("lang=\"vi\"");
    }

    @Test
    void aProgramThatAsksForNoPageLearnsNothingMore() {
        HttpResponse<String> answer = stranger().signIn("dieutri").get("/nowhere", "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(INTERNALS.matcher(answer.body()).find()).as(answer.body()).isFalse();
    }

    @Test
    void aFormTooLargeIsTurnedAwayInWords() {
        HttpVisitor person = stranger().signIn("dieutri");
        HttpResponse<String> answer =
                person.post("/figures/2022-05", Map.of("_csrf", person.token(), "u2.note", "x".repeat(5_000_000)));
        assertThat(answer.statusCode()).isIn(400, 403, 413);
        saysNoInVietnamese(answer);
    }

    /** Whatever form in parts it is: Tomcat counts its fields apart from its files. */
    @ParameterizedTest
    @ValueSource(strings = {"/units/list", "/imports", "/settings/map", "/login"})
    void aFormInPartsThatIsTooLargeIsTurnedAwayInWords(String address) {
        HttpVisitor person = stranger().signIn("quantri");
        String boundary = "----parts";
        String body = Map.of("_csrf", person.token(), "text", "x".repeat(9_000_000)).entrySet().stream()
                .map(field -> "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                        + "\"\r\n\r\n" + field.getValue() + "\r\n")
                .collect(Collectors.joining("", "", "--" + boundary + "--\r\n"));
        HttpResponse<String> answer =
                person.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(413);
        saysNoInVietnamese(answer);
        assertThat(answer.body()).contains("quá lớn");
    }

    @Test
    void aBodyThatIsNoFormIsTurnedAwayInWords() {
        HttpVisitor person = stranger().signIn("dieutri");
        HttpResponse<String> answer =
                person.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/figures/2022-05"))
                        .headers("Content-Type", "application/json", "X-CSRF-TOKEN", person.token())
                        .POST(BodyPublishers.ofString("{\"u2.note\": \"x\"}")));
        assertThat(answer.statusCode()).isIn(302, 400, 415);
        assertThat(INTERNALS.matcher(answer.body()).find()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a\\b HTTP/1.1",
                "GET /<x> HTTP/1.1",
                "XXXX / HTTP/9.9",
                "GET /%zz HTTP/1.1",
                "TRACE /login HTTP/1.1"
            })
    void evenARequestNobodyCanReadShowsNothingOfTheInside(String line) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).matches("(?s)HTTP/1.1 (400|404|405|505) .*");
            assertThat(INTERNALS.matcher(answer).find()).as(answer).isFalse();
        }
    }

    @Test
    void aForgedAddressOfAProxyIsNotBelieved() {
        HttpResponse<String> answer = stranger()
                .get(
                        "/dashboard",
                        "X-Forwarded-Host",
                        "example.org",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Prefix",
                        "/x");
        assertThat(HttpVisitor.location(answer)).doesNotContain("example.org", "https", "/x/");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("Secure");
    }

    @Test
    void plainHttpStaysOnThisComputer() {
        assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
    }
}
