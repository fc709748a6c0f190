package vn.hoso.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.hoso.logs.ProgramLog;

/**
 * The PostgreSQL that comes with the program, run with the care of a server: one program per folder, nothing
 * initialised over data, every acknowledged save on the disk, restarted when it dies, stopped with the program.
 */
final class EmbeddedPostgresServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgresServer.class);

    /**
     * What PostgreSQL refuses it would write down with the values: the program tells of it itself, by state and rule. What is left
     * is about the server: its starts, stops and recoveries, and whom it turned away.
     */
    static final Map<String, String> SILENT_ON_CONTENT = Map.of(
            "log_min_messages", "log",
            "log_min_error_statement", "panic",
            "log_error_verbosity", "terse",
            "log_statement", "none",
            "log_min_duration_statement", "-1",
            "log_parameter_max_length", "0",
            "log_parameter_max_length_on_error", "0",
            "log_checkpoints", "off");

    private static final Map<String, String> SETTINGS = durableSettings();

    private final @Nullable FolderLock lock;
    private final String database;
    private final String password;
    private final String ownerPassword;
    private final ServerWatch watch;
    private final ProgramLog programLog;

    private EmbeddedPostgresServer(
            @Nullable FolderLock lock,
            String database,
            String password,
            String ownerPassword,
            ServerWatch watch,
            ProgramLog programLog) {
        this.lock = lock;
        this.database = database;
        this.password = password;
        this.ownerPassword = ownerPassword;
        this.watch = watch;
        this.programLog = programLog;
    }

    /**
     * Starts PostgreSQL on the folder, making cluster, role and database when they are not there yet.
     *
     * @param folder the folder, {@code hoso.data-dir}
     * @param database name of the program's database
     * @throws StartupFailure when starting could put data at risk; nothing is left running or locked then
     */
    static EmbeddedPostgresServer start(DataFolder folder, String database) {
        return start(folder, database, true);
    }

    /** @param create whether a missing database is made; without, it is refused */
    static EmbeddedPostgresServer start(DataFolder folder, String database, boolean create) {
        ProgramDatabase.requireName(database);
        // Before anything else: without the lock, the database of a living copy would look like an orphan.
        @Nullable FolderLock lock = FolderLock.acquire(folder);
        try {
            boolean hasData = ExistingData.isIn(folder);
            PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder.binaries());
            if (hasData) {
                OrphanPostgres.clear(folder, binaries);
            } else if (!create) {
                throw ExistingData.none(folder);
            } else {
                new FirstInitialisation(folder, binaries).run();
            }
            EmbeddedPostgresServer started = startWith(folder, binaries, database, create, lock);
            lock = null;
            return started;
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    /**
     * Starts given programs on a cluster that they fit.
     *
     * @param create whether a missing database is made; without, it is refused
     * @param lock given up with the server; null where somebody else holds the folder
     */
    static EmbeddedPostgresServer startWith(
            DataFolder folder, PostgresBinaries binaries, String database, boolean create, @Nullable FolderLock lock) {
        @Nullable PostgresServer server = PostgresServer.start(folder, binaries, SETTINGS);
        try {
            if (!create) {
                requireDatabase(server, folder, database);
            }
            String password = FirstInitialisation.newPassword();
            String ownerPassword = FirstInitialisation.newPassword();
            prepare(server, database, password, ownerPassword);
            // Not before the folder has proven to be this program's and sound: a refused one is left as it was.
            ProgramLog programLog = ProgramLog.in(folder.root());
            log.info("PostgreSQL đi kèm chạy trên {}, cổng {}", folder.cluster(), server.port());
            EmbeddedPostgresServer started = new EmbeddedPostgresServer(
                    lock,
                    database,
                    password,
                    ownerPassword,
                    ServerWatch.over(server, folder, binaries, SETTINGS),
                    programLog);
            server = null;
            return started;
        } finally {
            if (server != null) {
                server.stop();
            }
        }
    }

    private static void requireDatabase(PostgresServer server, DataFolder folder, String database) {
        try (Connection superuser = server.connectAsSuperuser()) {
            ProgramDatabase.require(superuser, folder, database);
        } catch (SQLException | IOException e) {
            throw notPrepared(database, e);
        }
    }

    private static void prepare(PostgresServer server, String database, String password, String ownerPassword) {
        try (Connection superuser = server.connectAsSuperuser()) {
            DurabilityCheck.verify(superuser);
            ProgramDatabase.ensure(superuser, database, password, ownerPassword);
            try (Connection inside = server.connectAsSuperuser(database)) {
                ProgramDatabase.handOver(inside);
            }
        } catch (SQLException | IOException e) {
            throw notPrepared(database, e);
        }
    }

    private static StartupFailure notPrepared(String database, Exception e) {
        return new StartupFailure(
                "PostgreSQL đi kèm đã chạy nhưng không chuẩn bị được cơ sở dữ liệu \"" + database + "\" ("
                        + e.getMessage() + ").",
                "Nếu tệp mật khẩu trong thư mục dữ liệu đã bị đổi, hãy chép lại từ bản sao lưu rồi chạy lại.",
                e);
    }

    private static Map<String, String> durableSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        DurabilityCheck.REQUIRED.forEach(setting -> settings.put(setting, "on"));
        settings.put("password_encryption", "scram-sha-256");
        settings.put("timezone", "UTC");
        // A district's ten years take some twenty megabytes: what is written ahead need not take a gigabyte beside
        // them.
        settings.put("max_wal_size", "256MB");
        settings.putAll(SILENT_ON_CONTENT);
        return Map.copyOf(settings);
    }

    String jdbcUrl() {
        return watch.server().jdbcUrl(database);
    }

    String database() {
        return database;
    }

    String username() {
        return ProgramDatabase.ROLE;
    }

    /** New at each start and kept only in memory. */
    String password() {
        return password;
    }

    /** Who changes the schema at start; the program itself never works with it. */
    String ownerName() {
        return ProgramDatabase.OWNER;
    }

    /** New at each start and kept only in memory. */
    String ownerPassword() {
        return ownerPassword;
    }

    PostgresServer server() {
        return watch.server();
    }

    /** Stops PostgreSQL and gives the folder free. */
    @Override
    public void close() {
        watch.close();
        programLog.close();
        if (lock != null) {
            lock.close();
        }
    }
}
