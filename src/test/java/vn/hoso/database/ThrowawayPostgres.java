package vn.hoso.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A PostgreSQL for one test run: the program's own way of making and starting one, but quick instead of durable and
 * deleted with the JVM. Leftovers of a test run that was killed are recognised by their free lock and cleared away.
 */
public final class ThrowawayPostgres {

    private static final String PREFIX = "test-postgresql-";

    /** Where Linux keeps files in memory: a copy of a database is some 700 files, which a disk takes half a second to create. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** What a run leaves there at most, and as much again. */
    private static final long ENOUGH_MEMORY = 4L << 30;

    /** Nothing here has to outlive a power cut; many Spring contexts keep their pools open side by side. */
    private static final Map<String, String> QUICK = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "timezone", "UTC",
            "max_connections", "400");

    private final PostgresServer server;

    private ThrowawayPostgres(PostgresServer server) {
        this.server = server;
    }

    /**
     * Starts one whose data is in memory where there is room for it, else under the given folder, which a build deletes with
     * everything else it made.
     */
    public static ThrowawayPostgres startIn(Path buildFolder) {
        try {
            PostgresBinaries binaries = PostgresBinaries.unpackedIn(buildFolder.resolve("postgresql-binaries"));
            clearLeftovers(buildFolder, binaries);
            Path place = inMemory() ? MEMORY : buildFolder;
            if (place.equals(MEMORY)) {
                clearLeftovers(MEMORY, binaries);
            }
            DataFolder folder = DataFolder.at(
                    place.resolve(PREFIX + Long.toHexString(System.nanoTime())).toString());
            FolderLock lock = FolderLock.acquire(folder);
            new FirstInitialisation(folder, binaries).run();
            PostgresServer server = PostgresServer.start(folder, binaries, settings());
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                server.stop();
                                keepLog(folder, buildFolder);
                                lock.close();
                                delete(folder.root());
                            },
                            "test-postgresql-stop"));
            return new ThrowawayPostgres(server);
        } catch (IOException e) {
            throw new IllegalStateException("No PostgreSQL for the tests", e);
        }
    }

    private static boolean inMemory() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH_MEMORY;
    }

    private static void clearLeftovers(Path buildFolder, PostgresBinaries binaries) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(buildFolder, PREFIX + "*")) {
            for (Path leftover : leftovers) {
                DataFolder folder = DataFolder.at(leftover.toString());
                try (FolderLock lock = FolderLock.acquire(folder)) {
                    OrphanPostgres.clear(folder, binaries);
                    delete(leftover);
                } catch (StartupFailure stillInUse) {
                    // Another test run beside this one.
                }
            }
        }
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(EmbeddedPostgresServer.SILENT_ON_CONTENT);
        settings.putAll(QUICK);
        return settings;
    }

    /** For the check, after all tests, that no log tells what they typed. */
    private static void keepLog(DataFolder folder, Path buildFolder) {
        try {
            Path logs = Files.createDirectories(buildFolder.resolve("logs"));
            Files.copy(folder.log(), logs.resolve(folder.root().getFileName() + ".log"));
        } catch (IOException e) {
            System.err.println("Not kept: " + folder.log() + " (" + e + ")");
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.deleteTree(folder);
        } catch (IOException e) {
            System.err.println("Not deleted: " + folder + " (" + e + ")");
        }
    }

    public String jdbcUrl(String database) {
        return server.jdbcUrl(database);
    }

    public Connection connectAsSuperuser() throws SQLException, IOException {
        return server.connectAsSuperuser();
    }
}
