package vn.hoso.endurance;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program as a process of its own, with the demonstration's figures and people; it can be killed. */
final class RealProgram implements AutoCloseable {

    private static final Duration HANG = Duration.ofMinutes(10);

    /** Starts spare the optimising compiler. */
    private static final List<String> SPARING =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:+ExitOnOutOfMemoryError");

    private static int starts;

    private final Path folder;
    private final Process process;
    private final int port;
    final Path log;

    private RealProgram(Path folder, Process process, int port, Path log) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /**
     * Starts it without waiting for its first page.
     *
     * @param folder where it works, with its {@code data}
     * @param heap such as 512m
     * @param settings environment variables
     */
    static RealProgram start(Path folder, int port, String heap, Map<String, String> settings) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap));
        command.addAll(SPARING);
        command.add("vn.hoso.HosoApplication");
        Path log = folder.resolve("program-" + ++starts + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("HOSO_"));
        environment.putAll(Map.of(
                "CLASSPATH", classPath(),
                "SPRING_PROFILES_ACTIVE", "demo",
                "HOSO_DEMONSTRATION_DAY", "",
                "SERVER_PORT", Integer.toString(port),
                "HOSO_DATA_DIR", folder.resolve("data").toString()));
        environment.putAll(settings);
        try {
            return new RealProgram(folder, builder.start(), port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program's classes without those of the tests. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("junit-platform"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the first page. */
    RealProgram untilItAnswers() {
        HttpRequest page = HttpRequest.newBuilder(URI.create(origin() + "/login"))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        Instant begin = Instant.now();
        while (process.isAlive() && Duration.between(begin, Instant.now()).compareTo(HANG) < 0) {
            try {
                if (client.send(page, BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // Not yet.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            pause(50);
        }
        return fail("No page:\n" + endOfLog());
    }

    String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As SIGKILL does: nothing of it runs any further. Its PostgreSQL goes on running. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The most memory that it ever had, in MB; Linux only. */
    long mostMemory() {
        return mostMemory(process.pid());
    }

    static long mostMemory(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    EmbeddedCluster postgres() {
        return new EmbeddedCluster(folder.resolve("data/postgresql"));
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it in order, with its PostgreSQL. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
