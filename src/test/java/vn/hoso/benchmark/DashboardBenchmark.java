package vn.hoso.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import benchmark.owners.OwnersProgram;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import vn.hoso.CurrentDatabase;
import vn.hoso.TestDatabase;

/**
 * How many times a second a leader's page can be had, signed in, beside {@link FloorPage} and the list of petclinic's kind that
 * {@link OwnersProgram} is, in the same program and session, turn and turn about: in a district of 23 units with 24 months, and
 * where the whole country's 10,600 communes have ten years.
 */
@Tag("benchmark")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import({TestDatabase.class, FloorPage.class, OwnersProgram.class})
class DashboardBenchmark {

    private static final int TURNS = Integer.getInteger("hoso.benchmark.turns", 15);
    private static final int COMMUNES = 10_600;

    /** What the floor page prints: a line for each unit of a district. */
    private static final int ROWS = 23;

    private static final String DASHBOARD = "/dashboard?year=2024";
    private static final String FLOOR = "/floor?from=2024-01-01&to=2024-09-01&rows=";
    private static final String OWNERS = "/owners?lastName=";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private CurrentDatabase database;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
    }

    private String get(String address) throws Exception {
        HttpResponse<String> answer =
                browser.send(request(address).GET().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private void signIn() throws Exception {
        String body = Map.of(
                        "username",
                        "lanhdao",
                        "password",
                        "Thu-nghiem-2024",
                        "_csrf",
                        Jsoup.parse(get("/login")).select("[name=_csrf]").val())
                .entrySet()
                .stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        browser.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void asksForAllTurnAndTurnAbout() throws Exception {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            OwnersProgram.create(statement);
        }
        signIn();
        assertThat(Jsoup.parse(get(OWNERS)).select("tbody tr")).hasSize(5);
        compare("23 units × 24 months", 100, false);
        compare("23 units × 24 months, after a save", 25, true);
        grow();
        compare("10,600 units × 120 months", 4, false);
        compare("10,600 units × 120 months, after a save", 1, true);
    }

    /** Ten years of every commune; what a page reads of them is the year it is asked for. */
    private void grow() throws SQLException {
        jdbc.update("insert into unit (version) select 0 from generate_series(1, ?)", COMMUNES - 23);
        jdbc.update("""
                insert into unit_version (unit_id, kind, code, name, valid)
                select id, 'COMMUNE', 'Q' || id, 'Xã thứ ' || id, '[2015-01-01,)' from unit where id > 23
                """);
        jdbc.update("""
                insert into reporting_month (month, first_day, last_day, state)
                select m, m, m + interval '1 month' - interval '1 day', 'OPEN'
                from generate_series('2015-01-01'::date, '2024-09-01', '1 month') m on conflict do nothing
                """);
        jdbc.update("""
                insert into monthly_return (id, unit_id, month, full_process_received, full_process_online, partial_received,
                    partial_online, dossiers_received, online_reported, status, source, version, changed_by_name, changed_at)
                select 1000000 + row_number() over (), unit.id, m, 30 + unit.id % 7, 20 + unit.id % 11, 40, unit.id % 31, 120,
                    null, 'APPROVED', 'IMPORT', 1, 'Trần Văn Phòng', now()
                from unit, generate_series('2014-10-01'::date, '2024-09-01', '1 month') m
                where unit.id > 23 and exists (select from reporting_month r where r.month = m)
                """);
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            // By who owns the tables: the program may not, and would be told so in a warning alone.
            statement.execute("vacuum analyze");
        }
    }

    /**
     * @param saved whether something is saved before each look, so that nothing of it is remembered
     */
    private void compare(String what, int requests, boolean saved) throws Exception {
        String floor = FLOOR + ROWS;
        for (int i = 0; i < requests * (saved ? 5 : 15); i++) {
            perSecond(DASHBOARD, 1, saved);
            get(floor);
            get(OWNERS);
        }
        List<Double> pages = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> lists = new ArrayList<>();
        List<Double> ratiosToLists = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            double page = perSecond(DASHBOARD, requests, saved);
            double least = perSecond(floor, requests, false);
            double list = perSecond(OWNERS, requests, false);
            pages.add(page);
            floors.add(least);
            ratios.add(page / least);
            lists.add(list);
            ratiosToLists.add(page / list);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: /dashboard %.1f, floor %.1f, owners %.1f requests a second; ratio to the floor %.2f (%.2f to %.2f), "
                        + "to the owners %.2f (%.2f to %.2f), %d turns%n",
                what,
                median(pages),
                median(floors),
                median(lists),
                median(ratios),
                Collections.min(ratios),
                Collections.max(ratios),
                median(ratiosToLists),
                Collections.min(ratiosToLists),
                Collections.max(ratiosToLists),
                TURNS);
    }

    private double perSecond(String address, int requests, boolean saved) throws Exception {
        long taken = 0;
        for (int i = 0; i < requests; i++) {
            if (saved) {
                jdbc.update("insert into results_revision default values");
            }
            long start = System.nanoTime();
            get(address);
            taken += System.nanoTime() - start;
        }
        return requests * 1e9 / taken;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
