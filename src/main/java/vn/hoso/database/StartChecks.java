package vn.hoso.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** What must be so before the program starts at all; asked first, while nothing has been touched and a refusal takes a second. */
final class StartChecks {

    private static final Logger log = LoggerFactory.getLogger(StartChecks.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(3);

    /** The database answers and says no; waiting changes nothing. Wrong password, no such role, no such database. */
    private static final Set<String> FINAL = Set.of("28P01", "28000", "3D000");

    private static final int OLDEST = 17;

    private final Environment environment;

    StartChecks(Environment environment) {
        this.environment = environment;
    }

    /**
     * A command that there is never comes this far; one that was mistyped, or set elsewhere than on the command line, would start the
     * program in its place.
     *
     * @throws StartupFailure when a command is asked for
     */
    void requireNoCommand() {
        String command = environment.getProperty("hoso.command");
        if (command != null) {
            throw new StartupFailure(
                    "Không có lệnh \"" + command + "\", hoặc lệnh không được viết ngay ở dòng lệnh.",
                    "Các lệnh là backup, restore, drill, export, upgrade-database, verify-audit, viết liền như"
                            + " --hoso.command=backup. Muốn chạy chương trình như thường lệ thì bỏ hoso.command (HOSO_COMMAND)."
                            + " Không có dữ liệu nào bị thay đổi.");
        }
    }

    /** @throws StartupFailure when another program answers at the port that this one is to answer at */
    void requireFreePort() {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return;
        }
        String address = environment.getProperty("server.address");
        try (ServerSocket probe = new ServerSocket()) {
            // As the web server does, so that what lingers of an earlier start is no hindrance.
            probe.setReuseAddress(true);
            probe.bind(
                    StringUtils.hasText(address)
                            ? new InetSocketAddress(InetAddress.getByName(address), port)
                            : new InetSocketAddress(port));
        } catch (IOException taken) {
            throw portTaken(port, taken);
        }
    }

    static StartupFailure portTaken(int port, Throwable cause) {
        return new StartupFailure(
                "Không mở được cổng " + port + ": cổng đang được chương trình khác dùng, hoặc không được phép mở.",
                "Nếu chương trình này đã chạy sẵn, chỉ cần mở trình duyệt tại http://localhost:" + port
                        + ". Nếu không, hãy tắt chương trình đang dùng cổng đó, hoặc chạy với cổng khác:"
                        + " --server.port=8090. Không có dữ liệu nào bị thay đổi.",
                cause);
    }

    /**
     * Waits for a database that is named and comes up later than the program, as after a power cut.
     *
     * @throws StartupFailure when it does not come in {@code hoso.database.start-wait}, or comes and turns the program away
     */
    void awaitDatabase() {
        Duration patience = environment.getProperty("hoso.database.start-wait", Duration.class, Duration.ofMinutes(2));
        long until = System.nanoTime() + patience.toNanos();
        awaitDatabase("spring.datasource", until, patience);
        if (StringUtils.hasText(environment.getProperty("spring.flyway.user"))) {
            awaitDatabase("spring.flyway", until, patience);
        }
    }

    private void awaitDatabase(String settings, long until, Duration patience) {
        String url = environment.getProperty(settings + ".url", environment.getProperty("spring.datasource.url", ""));
        String user = environment.getProperty(
                settings.equals("spring.flyway") ? "spring.flyway.user" : settings + ".username", "");
        String where = url.replaceFirst("\\?.*", "").replaceFirst("^jdbc:", "");
        while (true) {
            SQLException refused = refusal(url, user, environment.getProperty(settings + ".password", ""));
            if (refused == null) {
                return;
            }
            String state = String.valueOf(refused.getSQLState());
            if (FINAL.contains(state)) {
                throw turnedAway(where, user, state, settings, refused);
            }
            long left = Duration.ofNanos(until - System.nanoTime()).toSeconds();
            if (left <= 0) {
                throw new StartupFailure(
                        "Không kết nối được cơ sở dữ liệu " + where + " trong " + patience.toSeconds() + " giây ("
                                + refused.getMessage() + ").",
                        "Hãy kiểm tra máy chủ cơ sở dữ liệu đã chạy chưa, địa chỉ trong spring.datasource.url có đúng"
                                + " không, rồi chạy lại. Muốn chờ lâu hơn: --hoso.database.start-wait=10m.",
                        refused);
            }
            log.warn("Chưa kết nối được cơ sở dữ liệu {} ({}); thử lại, còn chờ tối đa {} giây", where, state, left);
            pause();
        }
    }

    private static StartupFailure turnedAway(
            String where, String user, String state, String settings, SQLException cause) {
        return state.equals("3D000")
                ? new StartupFailure(
                        "Máy chủ " + where + " không có cơ sở dữ liệu này.",
                        "Hãy tạo cơ sở dữ liệu, hoặc sửa tên trong spring.datasource.url, rồi chạy lại.",
                        cause)
                : new StartupFailure(
                        "Cơ sở dữ liệu " + where + " không nhận tên \"" + user + "\" hoặc mật khẩu của chương trình.",
                        "Hãy sửa tên và mật khẩu trong " + settings
                                + ".* (biến môi trường hoặc tệp cấu hình) cho khớp với máy chủ, rồi chạy lại. Không"
                                + " có dữ liệu nào bị thay đổi.",
                        cause);
    }

    /** The migrations need what came with PostgreSQL 17. */
    static void requireVersion(int major, String where) {
        if (major < OLDEST) {
            throw new StartupFailure(
                    "Máy chủ " + where + " là PostgreSQL " + major + "; chương trình cần PostgreSQL " + OLDEST
                            + " trở lên.",
                    "Hãy nâng cấp máy chủ, hoặc dùng PostgreSQL đi kèm chương trình (bỏ spring.datasource.url) và khôi phục gói"
                            + " sao lưu vào đó. Không có dữ liệu nào bị thay đổi.");
        }
    }

    private static @Nullable SQLException refusal(String url, String user, String password) {
        Properties asking = new Properties();
        asking.setProperty("user", user);
        asking.setProperty("password", password);
        asking.setProperty("connectTimeout", "5");
        asking.setProperty("loginTimeout", "5");
        asking.setProperty("socketTimeout", "5");
        try (Connection connection = new Driver().connect(url, asking)) {
            if (connection != null) {
                requireVersion(connection.getMetaData().getDatabaseMajorVersion(), url.replaceFirst("\\?.*", ""));
            }
            return null;
        } catch (SQLException refused) {
            return refused;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
