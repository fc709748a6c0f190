package vn.hoso.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.hoso.database.ThrowawayPostgres;

/**
 * A PostgreSQL of the tests' own, worked by the commands that an administrator uses.
 *
 * @param binaries where these commands are
 * @param data its folder
 */
record PostgresServer(Path binaries, Path data, int port) {

    /** A new one in a folder that is not there yet; not started. */
    static PostgresServer in(Path data) throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        ThrowawayPostgres.startIn(target);
        try (Stream<Path> versions = Files.list(target.resolve("postgresql-binaries"))) {
            Path bin = versions.map(version -> version.resolve("bin"))
                    .filter(each -> Files.isExecutable(each.resolve("pg_ctl")))
                    .findFirst()
                    .orElseThrow();
            return new PostgresServer(bin, data, RealProgram.freePort());
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5&socketTimeout=60",
                "postgres",
                "");
    }

    void execute(String... statements) throws SQLException {
        try (Connection database = connect("postgres")) {
            for (String each : statements) {
                database.createStatement().execute(each);
            }
        }
    }

    void create() throws Exception {
        run("initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
    }

    void start() throws Exception {
        run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c wal_keep_size=256MB",
                "-l",
                data + ".log",
                "-w",
                "-t",
                "120",
                "start");
    }

    /** Stops it as far as it runs. */
    void stop() throws Exception {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            control("-m", "immediate", "stop");
        }
    }

    /** {@code pg_ctl} on its folder, which waits until it is done. */
    void control(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-D", data.toString(), "-w", "-t", "120"));
        all.addAll(List.of(arguments));
        run("pg_ctl", all.toArray(String[]::new));
    }

    /** PostgreSQL refuses to work for root. */
    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path log = Path.of(data + ".commands.log");
        Process process = new ProcessBuilder(command)
                .directory(data.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as(() -> program + ": " + text(log))
                .isTrue();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
