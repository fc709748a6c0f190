package vn.hoso.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A PostgreSQL with a streaming copy; the first is killed while people work, the copy takes over, the program follows by itself ({@code
 * -Dhoso.failovers=3}). Its address names both servers: {@code jdbc:postgresql://a,b/hoso?targetServerType=primary}. The copy confirms
 * each commit, so that nothing acknowledged is on one of them alone. And one PostgreSQL that an administrator restarts meanwhile ({@code
 * -Dhoso.restarts=20}).
 */
@Tag("endurance")
class FailoverEndurance {

    private static final int FAILOVERS = Integer.getInteger("hoso.failovers", 3);
    private static final int RESTARTS = Integer.getInteger("hoso.restarts", 5);
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    /** Whole folders. */
    private static final class Folders {

        static void delete(Path folder) throws IOException {
            if (Files.exists(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
        }

        /** What goes away while it is copied is none of the copy's; replaying brings the rest. */
        static void copy(Path from, Path to, Predicate<Path> without) throws IOException {
            try (Stream<Path> all = Files.walk(from)) {
                for (Path each : (Iterable<Path>) all.filter(without.negate())::iterator) {
                    try {
                        Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException gone) {
                        // It is.
                    }
                }
            }
        }
    }

    /** Makes one server the copy of the other, and waits until it confirms each commit. */
    private static void copy(PostgresServer from, PostgresServer to) throws Exception {
        Folders.delete(to.data());
        try (Connection database = from.connect("postgres")) {
            database.createStatement().execute("select pg_backup_start('copy', true)");
            Folders.copy(
                    from.data(),
                    to.data(),
                    path -> path.endsWith("postmaster.pid") || path.getParent().endsWith("pg_wal"));
            Files.createDirectories(to.data().resolve("pg_wal/archive_status"));
            Files.writeString(
                    to.data().resolve("backup_label"),
                    jdbc(database)
                            .sql("select labelfile from pg_backup_stop(false)")
                            .query(String.class)
                            .single());
        }
        Files.writeString(
                to.data().resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + from.port() + " user=postgres'\n",
                StandardOpenOption.APPEND);
        Files.createFile(to.data().resolve("standby.signal"));
        to.start();
        from.execute("alter system set synchronous_standby_names = '*'", "select pg_reload_conf()");
        waitUntil(() -> {
            try (Connection database = from.connect("postgres")) {
                return jdbc(database)
                                .sql(
                                        "select count(*) from pg_stat_replication where sync_state = 'sync' and state = 'streaming'")
                                .query(Integer.class)
                                .single()
                        == 1;
            }
        });
    }

    private static JdbcClient jdbc(Connection database) {
        return JdbcClient.create(new SingleConnectionDataSource(database, true));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void waitUntil(Condition condition) throws Exception {
        Instant begin = Instant.now();
        while (!condition.holds()) {
            assertThat(Duration.between(begin, Instant.now())).isLessThan(LONG);
            RealProgram.pause(100);
        }
    }

    @Test
    void theProgramFollows() throws Exception {
        PostgresServer primary = PostgresServer.in(folder.resolve("a"));
        PostgresServer copy = PostgresServer.in(folder.resolve("b"));
        primary.create();
        primary.start();
        ReplicasEndurance.makeDatabase(primary.connect("postgres"));
        copy(primary, copy);
        String url = "jdbc:postgresql://127.0.0.1:" + primary.port() + ",127.0.0.1:" + copy.port()
                + "/hoso?targetServerType=primary";
        Path home = Files.createDirectory(folder.resolve("program"));
        long[] seconds = new long[FAILOVERS];
        try (RealProgram program = RealProgram.start(
                        home, RealProgram.freePort(), "512m", ReplicasEndurance.settings(url))
                .untilItAnswers()) {
            Work work = new Work(program.origin());
            for (int at = 0; at < FAILOVERS; at++) {
                work.begin();
                int enough = work.acknowledged() + 5;
                waitUntil(() -> work.acknowledged() >= enough);
                new EmbeddedCluster(primary.data()).kill();
                Instant killed = Instant.now();
                copy.control("promote");
                int then = work.acknowledged();
                waitUntil(() -> work.acknowledged() > then + 1);
                seconds[at] = Duration.between(killed, Instant.now()).toMillis();
                work.end();
                assertThat(program.isAlive()).as("needs no restart").isTrue();
                try (Connection database = copy.connect("hoso")) {
                    assertThat(Ledger.lost(database, work)).isEmpty();
                    Ledger.assertNothingByHalf(database);
                }
                PostgresServer next = primary;
                primary = copy;
                copy = next;
                copy(primary, copy);
            }
            Arrays.sort(seconds);
            System.out.printf(
                    "failover %d times: acknowledged lost 0, half done 0; works again after %.1f s at the median, %.1f s at most, without"
                            + " a restart; %d acknowledged, sign-ins %d%n",
                    FAILOVERS,
                    seconds[FAILOVERS / 2] / 1000.0,
                    seconds[FAILOVERS - 1] / 1000.0,
                    work.acknowledged(),
                    work.signIns.get());
        } finally {
            primary.stop();
            copy.stop();
        }
    }

    @Test
    void theProgramOutlivesRestartsOfItsDatabase() throws Exception {
        PostgresServer server = PostgresServer.in(folder.resolve("a"));
        server.create();
        server.start();
        ReplicasEndurance.makeDatabase(server.connect("postgres"));
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/hoso";
        Path home = Files.createDirectory(folder.resolve("program"));
        long[] seconds = new long[RESTARTS];
        try (RealProgram program = RealProgram.start(
                        home, RealProgram.freePort(), "512m", ReplicasEndurance.settings(url))
                .untilItAnswers()) {
            Work work = new Work(program.origin());
            for (int at = 0; at < RESTARTS; at++) {
                work.begin();
                int enough = work.acknowledged() + 5;
                waitUntil(() -> work.acknowledged() >= enough);
                server.control("-m", "fast", "-l", server.data() + ".log", "restart");
                Instant back = Instant.now();
                int then = work.acknowledged();
                waitUntil(() -> work.acknowledged() > then + 1);
                seconds[at] = Duration.between(back, Instant.now()).toMillis();
                work.end();
                assertThat(program.isAlive()).as("needs no restart").isTrue();
                try (Connection database = server.connect("hoso")) {
                    assertThat(Ledger.lost(database, work)).isEmpty();
                    Ledger.assertNothingByHalf(database);
                }
            }
            Arrays.sort(seconds);
            System.out.printf(
                    "database restarted %d times: acknowledged lost 0, half done 0; works again %.1f s after it is back at the median, %.1f"
                            + " s at most; %d acknowledged, answers without words %s%n",
                    RESTARTS,
                    seconds[RESTARTS / 2] / 1000.0,
                    seconds[RESTARTS - 1] / 1000.0,
                    work.acknowledged(),
                    work.wordless.isEmpty() ? "0" : work.wordless.toString());
        } finally {
            server.stop();
        }
    }
}
