package vn.hoso.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import vn.hoso.CurrentDatabase;
import vn.hoso.TestDatabase;

/**
 * How long saving a whole month takes over HTTP, with sign-in, rules, revisions and trail, beside a bare JDBC batch of the
 * same 23 rows in the same run. {@code mvn -Pbenchmark test}; {@code -Dhoso.benchmark.rounds=300} for more rounds.
 */
@Tag("benchmark")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class GridSavingBenchmark {

    private static final int WARM_UP = 30;
    private static final int ROUNDS = Integer.getInteger("hoso.benchmark.rounds", 200);
    private static final String MONTH = "/figures/2025-05";

    @LocalServerPort
    private int port;

    @Autowired
    private CurrentDatabase database;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private String get(String address) throws IOException, InterruptedException {
        return browser.send(request(address).GET().build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
    }

    private static Map<String, String> form(String page, String selector) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : Jsoup.parse(page).select(selector)) {
            fields.put(field.attr("name"), field.is("textarea") ? field.text() : field.val());
        }
        return fields;
    }

    private static Map<String, String> typed(Map<String, String> form, int round) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            String field = name.substring(name.indexOf('.') + 1);
            typed.put(
                    name,
                    switch (field) {
                        case "version" -> String.valueOf(round);
                        case "fullProcessReceived", "partialReceived" -> "60";
                        case "fullProcessOnline", "partialOnline" -> "50";
                        case "dossiersReceived" -> String.valueOf(200 + round);
                        case "onlineReported" -> "100";
                        default -> value;
                    });
        });
        return typed;
    }

    @Test
    void savesAFullGrid() throws Exception {
        Map<String, String> signIn = form(get("/login"), "main form input[name]");
        signIn.put("username", "vanphong");
        signIn.put("password", "Thu-nghiem-2024");
        post("/login", signIn);
        Map<String, String> form =
                form(get(MONTH), "form[data-draft] input[name]:not([type=radio]), form[data-draft] textarea[name]");
        assertThat(form.keySet().stream().filter(name -> name.endsWith(".version")))
                .hasSize(23);
        long[] overHttp = new long[ROUNDS];
        long[] bare = new long[ROUNDS];
        try (Connection connection = database.connectAsOwner()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("create table bare_return (like monthly_return including all)");
            }
            connection.commit();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                long start = System.nanoTime();
                HttpResponse<String> answer = post(MONTH, typed(form, round));
                long saved = System.nanoTime();
                assertThat(answer.statusCode()).isEqualTo(302);
                batch(connection, round);
                long written = System.nanoTime();
                if (round >= WARM_UP) {
                    overHttp[round - WARM_UP] = saved - start;
                    bare[round - WARM_UP] = written - saved;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Saving 23 units over HTTP: p50 %.1f ms, p95 %.1f ms; bare JDBC batch: p50 %.2f ms, p95 %.2f ms;"
                        + " ratio of p95 %.1f (%d rounds)%n",
                percentile(overHttp, 50),
                percentile(overHttp, 95),
                percentile(bare, 50),
                percentile(bare, 95),
                percentile(overHttp, 95) / percentile(bare, 95),
                ROUNDS);
    }

    /** The same rows and columns with nothing around them: no rules, revisions or trail. */
    private static void batch(Connection connection, int round) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement("""
                insert into bare_return (id, unit_id, month, full_process_received, full_process_online, partial_received,
                    partial_online, dossiers_received, online_reported, status, source, version, changed_by_name, changed_at)
                values (?, ?, '2025-05-01', 60, 50, 60, 50, ?, 100, 'DRAFT', 'FORM', ?, 'Trần Văn Phòng', now())
                on conflict (unit_id, month) do update set dossiers_received = excluded.dossiers_received,
                    version = excluded.version, changed_at = excluded.changed_at
                """)) {
            for (int unit = 1; unit <= 23; unit++) {
                rows.setLong(1, unit);
                rows.setLong(2, unit);
                rows.setInt(3, 200 + round);
                rows.setInt(4, round + 1);
                rows.addBatch();
            }
            rows.executeBatch();
        }
        connection.commit();
    }

    private static double percentile(long[] nanoseconds, int percent) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
