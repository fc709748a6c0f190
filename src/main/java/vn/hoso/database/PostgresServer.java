package vn.hoso.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoso.database.OrphanPostgres.PostmasterFile;

/**
 * One running PostgreSQL on one data folder, reachable on the loopback address only. It is started through
 * {@code pg_ctl}, which gives it a session of its own: Ctrl+C at the console must stop the program first and the
 * database after it, not both at once.
 */
final class PostgresServer {

    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String LOOPBACK = "127.0.0.1";

    /** Of PostgreSQL's log, which is set aside once when it is longer: half of the megabyte that both together may take. */
    private static final long LARGEST_LOG = 400_000;

    /** Recovery after a crash replays what was not yet in the tables; it is given time, with the program waiting. */
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private final DataFolder folder;
    private final PostgresBinaries binaries;
    private final int port;
    private final long pid;

    private PostgresServer(DataFolder folder, PostgresBinaries binaries, int port, long pid) {
        this.folder = folder;
        this.binaries = binaries;
        this.port = port;
        this.pid = pid;
    }

    /**
     * Starts on a free port of the system's choosing.
     *
     * @param settings PostgreSQL settings by name; given on the command line, where no file overrules them
     * @throws StartupFailure when PostgreSQL does not start, with the end of its log
     */
    static PostgresServer start(DataFolder folder, PostgresBinaries binaries, Map<String, String> settings) {
        for (int attempt = 1; ; attempt++) {
            try {
                return start(folder, binaries, settings, freePort());
            } catch (StartupFailure e) {
                if (attempt == 5 || !passesByItself(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** A port found free can be taken a moment later; children of a killed server need a second or two to leave. */
    private static boolean passesByItself(StartupFailure refusal) {
        String reason = String.valueOf(refusal.getMessage());
        return reason.contains("could not create any TCP/IP sockets") || reason.contains("shared memory block");
    }

    /** As {@link #start(DataFolder, PostgresBinaries, Map)}, on a given port. */
    static PostgresServer start(DataFolder folder, PostgresBinaries binaries, Map<String, String> settings, int port) {
        try {
            setLargeLogAside(folder.log());
            setLargeLogAside(folder.commandLog());
            long logBefore = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
            String options = "-p " + port + " -c listen_addresses=" + LOOPBACK + " -c unix_socket_directories="
                    + settings.entrySet().stream()
                            .map(setting -> " -c " + setting.getKey() + "=" + setting.getValue())
                            .collect(Collectors.joining());
            int exit = binaries.run(
                    folder.commandLog(),
                    START_LIMIT.plusSeconds(10),
                    "pg_ctl",
                    "-D",
                    folder.cluster().toString(),
                    "-o",
                    options,
                    "-l",
                    folder.log().toString(),
                    "-t",
                    Long.toString(START_LIMIT.toSeconds()),
                    "-w",
                    "start");
            if (exit != 0) {
                throw notStarted(folder, endOfLog(folder.log(), logBefore), null);
            }
            long pid = PostmasterFile.of(folder)
                    .pid()
                    .orElseThrow(() -> notStarted(folder, "không thấy tệp postmaster.pid", null));
            return new PostgresServer(folder, binaries, port, pid);
        } catch (IOException e) {
            throw notStarted(folder, e.toString(), e);
        }
    }

    /** Stops PostgreSQL after it has written everything down; when it does not obey, at once, leaving it to recovery. */
    static boolean stop(DataFolder folder, PostgresBinaries binaries) throws IOException {
        return stop(folder, binaries, "fast", 60) || stop(folder, binaries, "immediate", 10);
    }

    private static boolean stop(DataFolder folder, PostgresBinaries binaries, String mode, int seconds)
            throws IOException {
        int exit = binaries.run(
                folder.commandLog(),
                Duration.ofSeconds(seconds + 5),
                "pg_ctl",
                "-D",
                folder.cluster().toString(),
                "-m",
                mode,
                "-t",
                Integer.toString(seconds),
                "-w",
                "stop");
        return exit == 0;
    }

    void stop() {
        try {
            if (!stop(folder, binaries)) {
                log.warn("PostgreSQL trong {} chưa dừng hẳn; lần chạy sau sẽ tự phục hồi", folder);
            }
        } catch (IOException e) {
            log.warn("Không dừng được PostgreSQL trong {}; lần chạy sau sẽ tự phục hồi", folder, e);
        }
    }

    /** False as soon as the server process is gone, or is something else under the same number. */
    boolean isAlive() {
        ServerProcess process = ServerProcess.of(pid, folder, binaries);
        return process == ServerProcess.OURS || process == ServerProcess.UNKNOWN;
    }

    /**
     * Keeps its log short while it runs: the server holds the file open for appending and goes on at its new end.
     *
     * @throws IOException where the system does not let go of an open file; then the next start does it
     */
    void shortenLog() throws IOException {
        Path log = folder.log();
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.copy(log, aside(log), StandardCopyOption.REPLACE_EXISTING);
            Files.newByteChannel(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return pid;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
    }

    /** Connects as the superuser, for work that the program's own role may not do. */
    Connection connectAsSuperuser() throws SQLException, IOException {
        return connectAsSuperuser("postgres");
    }

    Connection connectAsSuperuser(String database) throws SQLException, IOException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty(
                "password", Files.readString(folder.superuserPassword()).strip());
        properties.setProperty("loginTimeout", "30");
        Connection connection = new Driver().connect(jdbcUrl(database), properties);
        if (connection == null) {
            throw new SQLException("The PostgreSQL driver does not accept its own address");
        }
        return connection;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupFailure(
                    "Không tìm được cổng mạng nội bộ còn trống (" + e + ").", "Hãy khởi động lại máy rồi thử lại.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void setLargeLogAside(Path logFile) throws IOException {
        if (Files.exists(logFile) && Files.size(logFile) > LARGEST_LOG) {
            Files.move(logFile, aside(logFile), StandardCopyOption.REPLACE_EXISTING);
        }
        OwnerOnly.restrict(logFile);
        OwnerOnly.restrict(aside(logFile));
    }

    private static Path aside(Path logFile) {
        return logFile.resolveSibling(logFile.getFileName() + ".1");
    }

    private static String endOfLog(Path logFile, long from) throws IOException {
        if (!Files.exists(logFile)) {
            return "không có nhật ký";
        }
        byte[] bytes = Files.readAllBytes(logFile);
        int start = (int) Math.min(from, bytes.length);
        String added = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        try (Stream<String> lines = added.lines()) {
            return lines.filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("ERROR"))
                    .reduce((first, second) -> second)
                    .orElse(added.strip());
        }
    }

    private static StartupFailure notStarted(DataFolder folder, String reason, @Nullable Throwable cause) {
        return new StartupFailure(
                "PostgreSQL không khởi động được trên thư mục " + folder.cluster() + ": " + reason,
                "Hãy xem " + folder.log() + ". Nếu dữ liệu bị hỏng, hãy chuyển thư mục này sang nơi khác (đừng xóa) và"
                        + " khôi phục từ bản sao lưu.",
                cause);
    }
}
