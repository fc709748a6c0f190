package vn.hoso.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.hoso.database.ThrowawayPostgres;
import vn.hoso.proof.Answer;
import vn.hoso.proof.Form;
import vn.hoso.proof.Visitor;

/**
 * Two copies of the program on one database behind a balancer that keeps nobody at one of them; one or the other is killed while people
 * save ({@code -Dhoso.kills=20}), and started again.
 */
@Tag("endurance")
class ReplicasEndurance {

    private static final int KILLS = Integer.getInteger("hoso.kills", 20);
    private static final long SEED = Long.getLong("hoso.seed", System.nanoTime());
    private static final List<Integer> UNITS = IntStream.range(2, 8).boxed().toList();
    private static final String MONTH = "2026-03";

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger sessionsLost = new AtomicInteger();
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final Map<Integer, AtomicInteger> saved = new java.util.concurrent.ConcurrentHashMap<>();

    @TempDir
    Path folder;

    /** The settings of each copy; both share what encrypts second factors. */
    static Map<String, String> settings(String url) {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", "hoso",
                "SPRING_DATASOURCE_PASSWORD", "for-tests-only",
                "SPRING_FLYWAY_USER", "hoso_owner",
                "SPRING_FLYWAY_PASSWORD", "for-tests-only",
                "HOSO_SECURITY_SECOND_FACTOR_KEY", "dGhpcnR5LXR3by1ieXRlcy1mb3ItdGVzdHMtb25seSE=");
    }

    static void makeDatabase(Connection superuser) throws SQLException {
        try (superuser;
                var statement = superuser.createStatement()) {
            statement.execute("create role hoso login password 'for-tests-only'");
            statement.execute("create role hoso_owner login password 'for-tests-only'");
            statement.execute("create database hoso owner hoso_owner encoding 'UTF8' template template0");
        }
    }

    @Test
    void nobodyNoticesThatACopyIsKilled() throws Exception {
        ThrowawayPostgres postgres = ThrowawayPostgres.startIn(Path.of("target").toAbsolutePath());
        makeDatabase(postgres.connectAsSuperuser());
        String url = postgres.jdbcUrl("hoso");
        List<RealProgram> copies = new ArrayList<>();
        List<Integer> ports = List.of(RealProgram.freePort(), RealProgram.freePort());
        List<Thread> people = new ArrayList<>();
        try (RoundRobinProxy proxy = new RoundRobinProxy(ports)) {
            for (int port : ports) {
                copies.add(
                        RealProgram.start(folder, port, "384m", settings(url)).untilItAnswers());
            }
            UNITS.forEach(unit -> people.add(saver(proxy.origin(), unit)));
            Random moments = new Random(SEED);
            for (int kill = 0; kill < KILLS; kill++) {
                RealProgram.pause(1000 + moments.nextInt(2000));
                RealProgram killed = copies.get(kill % 2);
                killed.kill();
                RealProgram.pause(1000);
                copies.set(
                        kill % 2,
                        RealProgram.start(folder, killed.port(), "384m", settings(url))
                                .untilItAnswers());
            }
            working.set(false);
            for (Thread each : people) {
                each.join();
            }
            int doubled = doubled(DriverManager.getConnection(url, "hoso", "for-tests-only"));
            System.out.printf(
                    "two copies, one killed %d times (seed %d): %s requests, %s retried once, %s failed after one retry, %s sessions lost,"
                            + " %d saves of %d doubled or lost%n",
                    KILLS,
                    SEED,
                    requests,
                    retried,
                    failed,
                    sessionsLost,
                    doubled,
                    saved.values().stream().mapToInt(AtomicInteger::get).sum());
            assertThat(List.of(failed.get(), sessionsLost.get(), doubled)).containsOnly(0);
        } finally {
            working.set(false);
            copies.forEach(RealProgram::close);
        }
    }

    /** How many returns have another number of versions or lines than saves were acknowledged. */
    private int doubled(Connection database) throws SQLException {
        try (database) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(database, true));
            return (int) UNITS.stream()
                    .filter(unit -> {
                        int versions = jdbc.sql("select coalesce(max(version), 0) from monthly_return where unit_id = ?"
                                        + " and month = cast(? as date)")
                                .params(unit, MONTH + "-01")
                                .query(Integer.class)
                                .single();
                        int lines = jdbc.sql("select count(*) from audit_event where action = 'figures.saved'"
                                        + " and unit_ids = cast(? as bigint[]) and month = cast(? as date)")
                                .params("{" + unit + "}", MONTH + "-01")
                                .query(Integer.class)
                                .single();
                        int acknowledged = saved.get(unit).get();
                        if (versions != acknowledged || lines != acknowledged) {
                            System.out.println("unit " + unit + ": " + acknowledged + " acknowledged, " + versions
                                    + " versions, " + lines + " lines");
                        }
                        return versions != acknowledged || lines != acknowledged;
                    })
                    .count();
        }
    }

    private Thread saver(String origin, int unit) {
        AtomicInteger done = saved.computeIfAbsent(unit, each -> new AtomicInteger());
        Visitor who = new Visitor(origin, "vi");
        assertThat(who.signIn("vanphong", Visitor.PASSWORD).status()).isEqualTo(302);
        Thread thread = new Thread(() -> {
            for (int figure = 100; working.get(); figure++) {
                Answer page = withOneRetry(() -> who.get("/figures/" + MONTH));
                if (page == null || page.status() != 200) {
                    continue;
                }
                Form form = Form.on(page.page(), "/figures/" + MONTH)
                        .type("u" + unit + ".dossiersReceived", String.valueOf(figure))
                        .type("u" + unit + ".note", "Đối chiếu sổ lần " + figure);
                form.fields.keySet().removeIf(name -> name.matches("u\\d+\\..*") && !name.startsWith("u" + unit + "."));
                String token = page.page().select("[name=_csrf]").val();
                Answer answer = withOneRetry(() -> who.post(form.action, form.fields, token));
                if (answer != null && acknowledged(answer)) {
                    done.incrementAndGet();
                }
            }
        });
        thread.start();
        return thread;
    }

    /** A page after saving, or the words that the press whose answer was cut off has been stored. */
    private static boolean acknowledged(Answer answer) {
        return answer.status() == 302
                ? !answer.location().contains("login")
                : answer.page().select("h1").text().equals("Đã lưu trước đó");
    }

    /**
     * As a person who presses again, once, and as fast as anybody can: a copy that dies still takes connections for some 60 ms, while
     * the system puts its memory away.
     */
    private Answer withOneRetry(Supplier<Answer> request) {
        requests.incrementAndGet();
        for (int attempt = 0; ; attempt++) {
            String why;
            try {
                Answer answer = request.get();
                if (answer.location().contains("/login")) {
                    sessionsLost.incrementAndGet();
                    return answer;
                }
                if (answer.status() < 400) {
                    return answer;
                }
                why = answer.status() + " "
                        + answer.page().select("h1, .error-summary").text();
            } catch (IllegalStateException cut) {
                why = String.valueOf(cut.getCause());
            }
            if (attempt == 1) {
                failed.incrementAndGet();
                System.out.println("failed after one retry: " + why);
                return null;
            }
            retried.incrementAndGet();
            RealProgram.pause(200);
        }
    }
}
