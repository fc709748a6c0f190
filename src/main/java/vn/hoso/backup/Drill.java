package vn.hoso.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import vn.hoso.database.DrillServer;
import vn.hoso.database.OwnerOnly;
import vn.hoso.database.StartupFailure;

/**
 * Proves a package: puts it into an empty database of a server made for this, compares every row, verifies the trail, brings it to this
 * program's schema, and throws all of it away.
 */
final class Drill {

    private static final long SPARE = 200_000_000;

    private final PackageFile source;
    private final Clock clock;

    Drill(PackageFile source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param took from the first byte read to the last row compared
     */
    record Result(Restore.Result restored, Duration took) {}

    /**
     * Does it.
     *
     * @param place a folder with room for the data
     * @throws BackupException when the package cannot be restored, or there is no room to try
     */
    Result run(Path place, Progress progress) {
        requireSpace(place);
        long began = System.nanoTime();
        try {
            DrillServer.clear(place);
        } catch (IOException left) {
            // It takes room and does no other harm.
        }
        try (DrillServer server = DrillServer.startIn(place)) {
            Restore.Result restored = new Restore(source, server.connections(), clock).run(false, progress);
            return new Result(restored, Duration.ofNanos(System.nanoTime() - began));
        } catch (StartupFailure refused) {
            throw BackupException.of(refused);
        }
    }

    private void requireSpace(Path place) {
        try {
            OwnerOnly.createDirectories(place);
            long needed = source.manifest().bytes() * 3 + SPARE;
            long free = Files.getFileStore(place).getUsableSpace();
            if (free < needed) {
                throw new BackupException(
                        "Không đủ chỗ trống để thử khôi phục trong " + place + ": cần khoảng " + needed / 1_000_000
                                + " MB, còn " + free / 1_000_000 + " MB.",
                        "Hãy giải phóng ổ đĩa rồi thử lại.");
            }
        } catch (IOException e) {
            throw new BackupException(
                    "Không dùng được thư mục " + place + " để thử khôi phục (" + e + ").",
                    "Hãy kiểm tra quyền ghi rồi thử lại.",
                    e);
        }
    }
}
