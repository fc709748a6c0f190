package vn.hoso.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL of its own for one drill, with an empty database in it; closing it leaves nothing behind. */
public final class DrillServer implements AutoCloseable {

    private static final String PREFIX = "drill-";

    private final DataFolder folder;
    private final EmbeddedPostgresServer server;

    private DrillServer(DataFolder folder, EmbeddedPostgresServer server) {
        this.folder = folder;
        this.server = server;
    }

    /**
     * Starts one under a folder that has room for a second copy of the data.
     *
     * @param place the folder, such as {@code hoso.data-dir}; PostgreSQL's programs are unpacked there once
     * @throws StartupFailure when it cannot be made
     */
    public static DrillServer startIn(Path place) {
        DataFolder around = DataFolder.at(place.toString());
        DataFolder folder = DataFolder.at(around.root()
                        .resolve(PREFIX + Long.toHexString(System.nanoTime()))
                        .toString())
                .withBinaries(around.binaries());
        try {
            return new DrillServer(folder, EmbeddedPostgresServer.start(folder, ProgramDatabase.ROLE));
        } catch (RuntimeException notStarted) {
            delete(folder);
            throw notStarted;
        }
    }

    /** Connections to its database. */
    public DirectConnections connections() {
        return DirectConnections.to(
                server.jdbcUrl(), server.username(), server.password(), server.ownerName(), server.ownerPassword());
    }

    @Override
    public void close() {
        server.close();
        delete(folder);
    }

    private static void delete(DataFolder folder) {
        try {
            Folders.deleteTree(folder.root());
        } catch (IOException left) {
            // A file still held open, as on Windows: the next drill begins in a folder of another name.
            folder.root().toFile().deleteOnExit();
        }
    }

    /** Removes what drills have left that were cut off; only while none is running. */
    public static void clear(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return;
        }
        try (var left = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path each : left) {
                DataFolder folder = DataFolder.at(each.toString()).withBinaries(place.resolve("binaries"));
                try (FolderLock lock = FolderLock.acquire(folder)) {
                    OrphanPostgres.clear(folder, PostgresBinaries.unpackedIn(folder.binaries()));
                    Folders.deleteTree(each);
                } catch (StartupFailure inUse) {
                    // Of a drill that is at work.
                }
            }
        }
    }
}
