package vn.hoso.operations;

import java.io.File;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.hoso.shared.PageMessages;
import vn.hoso.site.AdministratorNotice;

/**
 * The room left on the disk of the data folder. Administrators are warned while there is still time; health fails once the next
 * save may.
 */
@Component("dataFolder")
public class FreeSpace implements HealthIndicator, AdministratorNotice {

    private static final long GIGABYTE = 1L << 30;

    /** Less than this and PostgreSQL may not be able to write its journal. */
    private static final long NEXT_TO_NOTHING = 100L << 20;

    private final File folder;
    private final PageMessages words;

    FreeSpace(@Value("${hoso.data-dir}") String folder, PageMessages words) {
        this.folder = new File(folder).getAbsoluteFile();
        this.words = words;
    }

    /**
     * A measurement.
     *
     * @param total bytes of the whole disk
     * @param free bytes that this program may still write
     */
    public record Room(long total, long free) {

        /** Less than a gigabyte, or than a tenth of the disk. */
        public boolean low() {
            return free < GIGABYTE || free < total / 10;
        }

        /** What is free of the disk, in whole percent. */
        public long percent() {
            return total == 0 ? 0 : free * 100 / total;
        }
    }

    public Room measure() {
        File disk = existing(folder);
        return new Room(disk.getTotalSpace(), disk.getUsableSpace());
    }

    /** Where a database of its own is used, nothing may have been kept in the folder yet. */
    private static File existing(File folder) {
        @Nullable File found = folder;
        while (found != null && !found.exists()) {
            found = found.getParentFile();
        }
        return found == null ? folder : found;
    }

    public File folder() {
        return folder;
    }

    @Override
    public Health health() {
        Room room = measure();
        return (room.free() < NEXT_TO_NOTHING ? Health.down() : Health.up())
                .withDetail("free", room.free())
                .withDetail("total", room.total())
                .build();
    }

    @Override
    public Optional<Notice> notice() {
        Room room = measure();
        return room.low()
                ? Optional.of(new Notice(
                        words.of("operations.space.low", Sizes.text(room.free()), String.valueOf(room.percent())),
                        "/status"))
                : Optional.empty();
    }
}
