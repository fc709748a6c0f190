package vn.hoso.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL that a program runs for itself, from outside: its processes, and a way in as its superuser. */
record EmbeddedCluster(Path folder) {

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

    Connection connect(String database) throws SQLException {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + line(3) + "/" + database + "?connectTimeout=5&socketTimeout=60",
                    "postgres",
                    Files.readString(folder.resolve("superuser.password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
