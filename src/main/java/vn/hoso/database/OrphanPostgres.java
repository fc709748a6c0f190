package vn.hoso.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that a killed program left running on our folder. Only to be asked for while holding the
 * {@link FolderLock}: that is what makes it an orphan rather than the database of a living copy.
 */
final class OrphanPostgres {

    private static final Logger log = LoggerFactory.getLogger(OrphanPostgres.class);

    private OrphanPostgres() {}

    /**
     * Stops our own orphan and removes a stale {@code postmaster.pid} that would keep PostgreSQL from starting. A
     * process that is not PostgreSQL on our folder is never sent anything.
     *
     * @throws StartupFailure when the orphan does not stop, or the process cannot be told
     */
    static void clear(DataFolder folder, PostgresBinaries binaries) {
        PostmasterFile file = PostmasterFile.of(folder);
        try {
            if (!file.exists()) {
                return;
            }
            OptionalLong pid = file.pid();
            ServerProcess process =
                    pid.isPresent() ? ServerProcess.of(pid.getAsLong(), folder, binaries) : ServerProcess.GONE;
            String number = pid.isPresent() ? Long.toString(pid.getAsLong()) : "?";
            switch (process) {
                case OURS -> {
                    log.warn("PostgreSQL của lần chạy trước (tiến trình {}) còn chạy: đang dừng", number);
                    if (!PostgresServer.stop(folder, binaries)) {
                        throw cannotStop(folder, number);
                    }
                }
                case FOREIGN, GONE -> {
                    // PostgreSQL itself only asks whether any process has this number, and would refuse to start.
                    // Should a server be at work here after all, its shared memory segment still makes it refuse.
                    log.info("Bỏ tệp postmaster.pid cũ trong {}", folder.cluster());
                    file.delete();
                }
                case UNKNOWN -> throw cannotStop(folder, number);
            }
        } catch (IOException e) {
            throw new StartupFailure(
                    "Không kiểm tra được PostgreSQL còn lại của lần chạy trước trong " + folder.cluster() + " (" + e
                            + ").",
                    "Hãy khởi động lại máy rồi chạy lại chương trình.",
                    e);
        }
    }

    private static StartupFailure cannotStop(DataFolder folder, String pid) {
        return new StartupFailure(
                "PostgreSQL của lần chạy trước (tiến trình " + pid + ") có thể vẫn đang dùng thư mục "
                        + folder.cluster() + " và không dừng được.",
                "Hãy khởi động lại máy rồi chạy lại chương trình.");
    }

    /** {@code postmaster.pid}: where a running PostgreSQL says which process it is, and a killed one still says so. */
    static final class PostmasterFile {

        private final Path file;

        private PostmasterFile(Path file) {
            this.file = file;
        }

        static PostmasterFile of(DataFolder folder) {
            return new PostmasterFile(folder.cluster().resolve("postmaster.pid"));
        }

        boolean exists() {
            return Files.exists(file);
        }

        /** Empty when there is no such file, or a power cut left nothing readable in it. */
        OptionalLong pid() throws IOException {
            if (!exists()) {
                return OptionalLong.empty();
            }
            List<String> lines = Files.readAllLines(file);
            try {
                // PostgreSQL's single-user mode writes its number negative.
                return lines.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.abs(Long.parseLong(lines.get(0).strip())));
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }

        void delete() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
