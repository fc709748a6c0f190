package vn.hoso.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Two databases of one data folder while its embedded PostgreSQL changes to a later major version: the old one, run by the programs that
 * made it, and a new one beside it. The old folder is only read and renamed, so the program of before still runs on it.
 */
public final class ClusterUpgrade implements AutoCloseable {

    private static final String ATTEMPT = "upgrade-";

    private final DataFolder folder;
    private final DataFolder attempt;
    private final String from;
    private final FolderLock lock;
    private final EmbeddedPostgresServer before;
    private @Nullable EmbeddedPostgresServer after;

    private ClusterUpgrade(
            DataFolder folder, DataFolder attempt, String from, FolderLock lock, EmbeddedPostgresServer before) {
        this.folder = folder;
        this.attempt = attempt;
        this.from = from;
        this.lock = lock;
        this.before = before;
    }

    /**
     * Starts the old PostgreSQL.
     *
     * @param dataDir {@code hoso.data-dir}
     * @param database name of the program's database
     * @throws StartupFailure when there is no such database, when the folder is of this program's version already, or the old programs are not there any more
     */
    public static ClusterUpgrade begin(String dataDir, String database) {
        DataFolder folder = DataFolder.existing(dataDir);
        if (!ExistingData.hasVersion(folder)) {
            throw ExistingData.none(folder);
        }
        FolderLock lock = FolderLock.acquire(folder);
        try {
            String from = ExistingData.majorVersion(folder);
            if (from.equals(ExistingData.MAJOR_VERSION)) {
                throw new StartupFailure(
                        "Thư mục " + folder.cluster() + " đã là PostgreSQL " + from + ".",
                        "Không phải nâng cấp gì: hãy chạy chương trình như thường lệ.");
            }
            PostgresBinaries old = programsOf(folder, from);
            OrphanPostgres.clear(folder, old);
            discardInterrupted(folder);
            DataFolder attempt = DataFolder.at(folder.root()
                            .resolve(ATTEMPT + Long.toHexString(System.nanoTime()))
                            .toString())
                    .withBinaries(folder.binaries());
            EmbeddedPostgresServer before = EmbeddedPostgresServer.startWith(folder, old, database, false, null);
            ClusterUpgrade upgrade = new ClusterUpgrade(folder, attempt, from, lock, before);
            lock = null;
            return upgrade;
        } catch (IOException e) {
            throw new StartupFailure(
                    "Không đọc được thư mục " + folder + " (" + e + ").", "Hãy kiểm tra quyền rồi thử lại.", e);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    /** The programs that the version of before unpacked into the same folder. */
    private static PostgresBinaries programsOf(DataFolder folder, String major) throws IOException {
        if (Files.isDirectory(folder.binaries())) {
            try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder.binaries(), "postgresql-*")) {
                for (Path home : homes) {
                    PostgresBinaries programs = PostgresBinaries.in(home);
                    Path answer = Files.createTempFile(folder.root(), "version", "");
                    try {
                        boolean said = programs.run(answer, Duration.ofSeconds(30), "postgres", "--version") == 0;
                        if (said && Files.readString(answer).contains(" " + major + ".")) {
                            return programs;
                        }
                    } finally {
                        Files.deleteIfExists(answer);
                    }
                }
            }
        }
        throw new StartupFailure(
                "Không còn bộ PostgreSQL " + major + " trong " + folder.binaries() + " để đọc dữ liệu cũ.",
                "Hãy chạy phiên bản chương trình cũ trên thư mục này, sao lưu bằng --hoso.command=backup, rồi khôi phục gói đó"
                        + " vào một thư mục dữ liệu trống bằng phiên bản mới. Không có tệp nào bị thay đổi.");
    }

    private static void discardInterrupted(DataFolder folder) throws IOException {
        try (DirectoryStream<Path> attempts = Files.newDirectoryStream(folder.root(), ATTEMPT + "*")) {
            for (Path each : attempts) {
                Folders.deleteTree(each);
            }
        }
    }

    /** The major version that the folder is of. */
    public String from() {
        return from;
    }

    /** The old database. */
    public DirectConnections before() {
        return connections(before);
    }

    /** The new one, empty. */
    public DirectConnections after() {
        if (after == null) {
            after = EmbeddedPostgresServer.start(attempt, before.database());
        }
        return connections(after);
    }

    private static DirectConnections connections(EmbeddedPostgresServer server) {
        return DirectConnections.to(
                server.jdbcUrl(), server.username(), server.password(), server.ownerName(), server.ownerPassword());
    }

    /**
     * Puts the new database in the place of the old one, which stays beside it.
     *
     * @return the folder of the old one
     */
    public Path replace() {
        stop();
        Path kept = folder.root().resolve("postgresql-" + from + "-" + Long.toHexString(System.nanoTime()));
        try {
            Files.move(folder.cluster(), kept, StandardCopyOption.ATOMIC_MOVE);
            Files.move(attempt.cluster(), folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
            Folders.force(folder.root());
            return kept;
        } catch (IOException e) {
            throw new StartupFailure(
                    "Chưa đổi được tên thư mục (" + e + ").",
                    "Dữ liệu cũ nằm ở " + kept + " hoặc " + folder.cluster() + ", dữ liệu mới ở " + attempt.cluster()
                            + ": hãy đổi tên thư mục mới thành " + folder.cluster() + ".",
                    e);
        }
    }

    private void stop() {
        before.close();
        if (after != null) {
            after.close();
        }
    }

    /** Stops both and leaves the old one where it was, unless {@link #replace} was called. */
    @Override
    public void close() {
        stop();
        try {
            Folders.deleteTree(attempt.root());
        } catch (IOException left) {
            attempt.root().toFile().deleteOnExit();
        }
        lock.close();
    }
}
