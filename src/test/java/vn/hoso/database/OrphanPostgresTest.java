package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.hoso.database.OrphanPostgres.PostmasterFile;

/** What the next start does about a PostgreSQL, or only its number, that a killed program left behind. */
@Timeout(120)
class OrphanPostgresTest {

    @TempDir
    Path parent;

    @Test
    void startsAfterItsProgramWasKilledAndFindsEveryAcknowledgedSave() throws Exception {
        DataFolder folder = Scratch.used(parent.resolve("dữ liệu"));
        long acknowledged = 0;
        for (int round = 0; round < 2; round++) {
            acknowledged = killAfterSaves(folder, acknowledged + 200);
        }
        long orphan = PostmasterFile.of(folder).pid().orElseThrow();
        assertThat(whatIs(orphan, folder)).isEqualTo(ServerProcess.OURS);

        Instant begin = Instant.now();
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder, "hoso")) {
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
            assertThat(whatIs(orphan, folder)).isEqualTo(ServerProcess.GONE);
            // A save whose acknowledgement died with the program may be there as well, but nothing after it.
            assertThat(savedIn(server)).isBetween(acknowledged, acknowledged + 1);
        }
    }

    @Test
    void neverTouchesAForeignProcessUnderAStaleNumber() throws Exception {
        DataFolder folder = Scratch.used(parent.resolve("data"));
        Process foreign = new ProcessBuilder("sleep", "300").start();
        try {
            Files.writeString(
                    folder.cluster().resolve("postmaster.pid"),
                    foreign.pid() + "\n" + folder + "/postgresql\n1700000000\n5432\n\n127.0.0.1\n");

            EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder, "hoso");
            assertThat(foreign.isAlive()).isTrue();
            server.close();
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void neverStopsThePostgresOfAnotherFolder() throws Exception {
        DataFolder folder = Scratch.used(parent.resolve("data"));
        try (EmbeddedPostgresServer other =
                EmbeddedPostgresServer.start(Scratch.used(parent.resolve("data-2")), "hoso")) {
            Files.copy(
                    parent.resolve("data-2/postgresql/postmaster.pid"),
                    parent.resolve("data/postgresql/postmaster.pid"));

            EmbeddedPostgresServer.start(folder, "hoso").close();

            assertThat(other.server().isAlive()).isTrue();
        }
    }

    @Test
    void startsOverAPostmasterFileThatAPowerCutLeftEmpty() throws Exception {
        DataFolder folder = Scratch.used(parent.resolve("data"));
        Files.writeString(folder.cluster().resolve("postmaster.pid"), "");

        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder, "hoso")) {
            assertThat(server.server().isAlive()).isTrue();
        }
    }

    /** Runs the program until that many saves were acknowledged, kills it and returns the last one it spoke of. */
    private static long killAfterSaves(DataFolder folder, long saves) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterProgram.class.getName(),
                        folder.toString(),
                        folder.binaries().toString())
                .redirectErrorStream(true)
                .start();
        long last = 0;
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("saved ")) {
                    last = Long.parseLong(line.substring("saved ".length()));
                } else {
                    said.append(line).append('\n');
                }
                if (last == saves) {
                    // The handle, because Process.destroyForcibly() would close the stream we still read from.
                    program.toHandle().destroyForcibly();
                }
            }
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(last).as("%s", said).isGreaterThanOrEqualTo(saves);
        return last;
    }

    private static ServerProcess whatIs(long pid, DataFolder folder) {
        return ServerProcess.of(pid, folder, Scratch.binaries());
    }

    private static long savedIn(EmbeddedPostgresServer server) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.ownerName(), server.ownerPassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*), max(number) from saved")) {
            row.next();
            assertThat(row.getLong(1)).as("no number left out").isEqualTo(row.getLong(2));
            return row.getLong(1);
        }
    }
}
