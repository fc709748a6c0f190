package vn.hoso.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL that a program runs for itself, from outside: its processes, and a way in as its superuser. */
record EmbeddedCluster(Path folder) {

    /** SQLSTATE of a server that starts, stops or recovers. */
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private static final Duration RECOVERY = Duration.ofMinutes(1);

    /** Postmaster and all others, as they run now. */
    List<ProcessHandle> processes() {
        return ProcessHandle.of(Long.parseLong(line(0)))
                .map(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants())
                        .toList())
                .orElse(List.of());
    }

    /** SIGKILL for every process whose command line or parent is this folder's postmaster. */
    void kill() {
        List<ProcessHandle> all = processes();
        if (all.isEmpty()
                || !all.get(0).info().commandLine().orElse("").contains(folder.toString())
                        && !all.get(0).info().command().orElse("").contains("postgres")) {
            throw new IllegalStateException("no PostgreSQL on " + folder);
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** A way in as soon as it lets anybody in: one that recovers from a kill answers that it cannot yet. */
    Connection connect(String database) throws SQLException {
        Instant begin = Instant.now();
        while (true) {
            try {
                return DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + line(3) + "/" + database
                                + "?connectTimeout=5&socketTimeout=60",
                        "postgres",
                        Files.readString(folder.resolve("superuser.password")).strip());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException refused) {
                if (!CANNOT_CONNECT_NOW.equals(refused.getSQLState())
                        || Duration.between(begin, Instant.now()).compareTo(RECOVERY) > 0) {
                    throw refused;
                }
                RealProgram.pause(50);
            }
        }
    }

    private String line(int number) {
        try {
            return Files.readAllLines(folder.resolve("postmaster.pid"))
                    .get(number)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
