package vn.hoso.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.hoso.database.ThrowawayPostgres;

/**
 * A PostgreSQL with a streaming copy; the first is killed while people work, the copy takes over, the program follows by itself ({@code
 * -Dhoso.failovers=3}). Its address names both servers: {@code jdbc:postgresql://a,b/hoso?targetServerType=primary}. The copy confirms
 * each commit, so that nothing acknowledged is on one of them alone.
 */
@Tag("endurance")
class FailoverEndurance {

    private static final int FAILOVERS = Integer.getInteger("hoso.failovers", 3);
    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private Path binaries;

    /** One of the two servers. */
    private record Server(Path data, int port) {

        Connection connect(String database) throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5&socketTimeout=60",
                    "postgres",
                    "");
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path log = folder.resolve("commands.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as(() -> program + ": " + text(log))
                .isTrue();
    }

    private static Path bin(Path unpacked) throws IOException {
        try (Stream<Path> versions = Files.list(unpacked)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("pg_ctl")))
                    .findFirst()
                    .orElseThrow();
        }
    }

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

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void start(Server server) throws Exception {
        run(
                "pg_ctl",
                "-D",
                server.data().toString(),
                "-o",
                "-p " + server.port()
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c wal_keep_size=256MB",
                "-l",
                server.data() + ".log",
                "-w",
                "-t",
                "120",
                "start");
    }

    /** Makes one server the copy of the other, and waits until it confirms each commit. */
    private void copy(Server from, Server to) throws Exception {
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
        start(to);
        execute(from, "alter system set synchronous_standby_names = '*'", "select pg_reload_conf()");
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

    private static void execute(Server server, String... statements) throws SQLException {
        try (Connection database = server.connect("postgres")) {
            for (String each : statements) {
                database.createStatement().execute(each);
            }
        }
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
        Path target = Path.of("target").toAbsolutePath();
        ThrowawayPostgres.startIn(target);
        binaries = bin(target.resolve("postgresql-binaries"));
        Server primary = new Server(folder.resolve("a"), RealProgram.freePort());
        Server copy = new Server(folder.resolve("b"), RealProgram.freePort());
        run("initdb", "-D", primary.data().toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
        start(primary);
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
                run("pg_ctl", "-D", copy.data().toString(), "-w", "promote");
                int then = work.acknowledged();
                waitUntil(() -> work.acknowledged() > then + 1);
                seconds[at] = Duration.between(killed, Instant.now()).toMillis();
                work.end();
                assertThat(program.isAlive()).as("needs no restart").isTrue();
                try (Connection database = copy.connect("hoso")) {
                    assertThat(Ledger.lost(database, work)).isEmpty();
                    Ledger.assertNothingByHalf(database);
                }
                Server next = primary;
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
            for (Server each : List.of(primary, copy)) {
                if (Files.exists(each.data().resolve("postmaster.pid"))) {
                    run("pg_ctl", "-D", each.data().toString(), "-m", "immediate", "stop");
                }
            }
        }
    }
}
