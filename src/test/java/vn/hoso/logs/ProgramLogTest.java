package vn.hoso.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The log in a folder that others may look into. */
class ProgramLogTest {

    private static final Instant LAST = Instant.parse("2026-11-30T09:00:00Z");

    @TempDir
    private Path folder;

    private Path former(String name, int days) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return Files.setLastModifiedTime(file, FileTime.from(LAST.minus(Duration.ofDays(days))));
    }

    @Test
    void filesOfBeforeAreTheOwnersAndOldOnesGo() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        former("ho-so-truc-tuyen.log", 0);
        former("ho-so-truc-tuyen.log.2026-11-01.0.gz", 59);
        former("ho-so-truc-tuyen.log.2026-09-01.0.gz", 61);
        ProgramLog.in(folder).close();

        assertThat(FilePermissions.in(folder))
                .containsExactly("ho-so-truc-tuyen.log rw-------", "ho-so-truc-tuyen.log.2026-11-01.0.gz rw-------");
    }

    @Test
    void aFullFileStaysTheOwners() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        List<Appender<ILoggingEvent>> others = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        // As the program logs: another test's program may have made the log quieter.
        Level level = root.getLevel();
        root.setLevel(Level.INFO);
        try (ProgramLog log = ProgramLog.in(folder)) {
            for (int i = 0; i < 3_000; i++) {
                root.info("{}", "x".repeat(1_000));
            }
        } finally {
            root.setLevel(level);
            others.forEach(root::addAppender);
        }

        assertThat(FilePermissions.in(folder)).hasSizeGreaterThan(1).allMatch(file -> file.endsWith(" rw-------"));
    }
}
