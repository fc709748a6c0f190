package vn.hoso.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as an office runs it: {@code java -jar} in an empty folder; its later starts spare the optimising compiler. Prints how long the first page took; says
 * nothing against slow computers, only against never answering.
 */
@Timeout(1200)
class PackagedJarIT {

    private static final Duration HANG = Duration.ofSeconds(300);

    private static final String[] SPARING = {
        "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=96m", "-XX:+UseSerialGC"
    };

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @Test
    void answersFromAnEmptyFolderRefusesASecondCopyAndSurvivesBeingKilled() throws Exception {
        int port = freePort();

        Process program = startAndMeasure("empty folder", port);

        Process second = run("second.log", freePort(), SPARING);
        assertThat(second.waitFor(HANG.toSeconds(), TimeUnit.SECONDS))
                .as("second copy ends")
                .isTrue();
        assertThat(second.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("second.log")))
                .contains("Chương trình đang chạy")
                .contains(folder.toRealPath().resolve("data").toString())
                .doesNotContain("\tat ");
        assertThat(program.isAlive()).isTrue();

        // SIGKILL: its PostgreSQL goes on running, without a program.
        program.destroyForcibly().waitFor();
        int watched = freePort();
        Process again = startAndMeasure(
                "after kill -9",
                port,
                SPARING[0],
                SPARING[1],
                "-Dspring.profiles.active=monitoring",
                "-Dmanagement.server.port=" + watched);
        assertThat(get(watched, "/actuator/prometheus"))
                .contains("hoso_months_open", "hikaricp_connections", "hoso_trail_whole 1.0");
        assertThat(get(watched, "/actuator/health"))
                .contains("\"status\":\"UP\"")
                .doesNotContain("components");
        assertThat(get(port, "/readyz")).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get(port, "/actuator/prometheus")).doesNotContain("hoso_");
        assertThat(folder.resolve("data/ho-so-truc-tuyen.log")).content().contains("PostgreSQL đi kèm chạy", "Started");

        again.destroy();
        assertThat(again.waitFor(HANG.toSeconds(), TimeUnit.SECONDS))
                .as("stops when asked")
                .isTrue();
        assertThat(folder.resolve("data/postgresql/postmaster.pid"))
                .as("PostgreSQL stopped with it")
                .doesNotExist();
    }

    @AfterEach
    void endWhatWasStarted() throws InterruptedException {
        for (Process program : started) {
            program.destroy();
            if (!program.waitFor(60, TimeUnit.SECONDS)) {
                program.destroyForcibly().waitFor();
            }
        }
    }

    private Process startAndMeasure(String what, int port, String... options) throws Exception {
        Instant begin = Instant.now();
        String log = what.replace(' ', '-') + ".log";
        Process program = run(log, port, options);
        HttpRequest firstPage = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        while (program.isAlive() && Duration.between(begin, Instant.now()).compareTo(HANG) < 0) {
            try {
                int status = client.send(firstPage, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                assertThat(status).isLessThan(500);
                System.out.printf(
                        "First page (%s): %.1f s after the process was started, HTTP %d%n",
                        what, Duration.between(begin, Instant.now()).toMillis() / 1000.0, status);
                return program;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        return fail("No page (" + what + "):\n" + Files.readString(folder.resolve(log)));
    }

    /** Once it answers with success, or what it answers at last. */
    private static String get(int port, String path) throws Exception {
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        Instant end = Instant.now().plusSeconds(60);
        while (true) {
            try {
                HttpResponse<String> answer =
                        HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString());
                // The port for watching opens a moment after the pages' one.
                if (answer.statusCode() < 500 || Instant.now().isAfter(end)) {
                    return answer.body();
                }
            } catch (IOException notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
            }
            Thread.sleep(50);
        }
    }

    private Process run(String log, int port, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.add("-jar");
        command.add(Path.of(System.getProperty("hoso.jar")).toAbsolutePath().toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("HOSO_"));
        builder.environment()
                .put("HOSO_EMBEDDED_KNOWNFOLDERS", folder.resolve("known").toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        Process program = builder.start();
        started.add(program);
        return program;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
