package vn.hoso.logs;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * The program's log in a folder of its own, beside what is printed at the console: where an office's computer runs the program,
 * nobody else keeps it. A new file each day and whenever one is full; the oldest go. It is opened once the folder belongs to this
 * program alone, so that two programs never write to one file. Where there are such rights, only the program's user reads it and its
 * former files: these are renamed, since a compressed copy would be a file of its own, with the rights of any.
 */
public final class ProgramLog implements AutoCloseable {

    private static final String NAME = "ho-so-truc-tuyen.log";
    private static final String FULL = "2MB";
    private static final int DAYS = 60;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final String ALL_TOGETHER = "100MB";

    private final Logger root;
    private final RollingFileAppender<ILoggingEvent> file;

    private ProgramLog(Logger root, RollingFileAppender<ILoggingEvent> file) {
        this.root = root;
        this.file = file;
    }

    /** Opens the log in a folder, which is there. */
    public static ProgramLog in(Path folder) {
        tidy(folder);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        RollingFileAppender<ILoggingEvent> file = new OwnFile();
        file.setContext(context);
        file.setName("program " + folder);
        file.setFile(folder.resolve(NAME).toString());

        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(folder.resolve(NAME) + ".%d.%i");
        policy.setMaxFileSize(FileSize.valueOf(FULL));
        policy.setMaxHistory(DAYS);
        policy.setTotalSizeCap(FileSize.valueOf(ALL_TOGETHER));
        policy.setCleanHistoryOnStart(true);
        policy.start();

        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setCharset(StandardCharsets.UTF_8);
        lines.setPattern(pattern(context));
        lines.start();

        file.setRollingPolicy(policy);
        file.setEncoder(lines);
        file.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(file);
        return new ProgramLog(root, file);
    }

    /** Files of earlier versions: those that others could read, and compressed ones, which go as long before the latest as others. */
    private static void tidy(Path folder) {
        List<Path> former = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, NAME + "*")) {
            found.forEach(former::add);
            long latest = 0;
            for (Path each : former) {
                latest = Math.max(latest, Files.getLastModifiedTime(each).to(TimeUnit.DAYS));
            }
            for (Path each : former) {
                if (each.toString().endsWith(".gz")
                        && latest - Files.getLastModifiedTime(each).to(TimeUnit.DAYS) > DAYS) {
                    Files.delete(each);
                } else if (isPosix(folder)) {
                    Files.setPosixFilePermissions(each, OWNER_ONLY);
                }
            }
        } catch (IOException refused) {
            // Such as a disk of another system, whose rights are decided where it is joined.
        }
    }

    private static boolean isPosix(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }

    /** As the console's lines; without Spring Boot, such as in a tool, without exceptions. */
    private static String pattern(LoggerContext context) {
        String known = context.getProperty("PROGRAM_LOG_PATTERN");
        return known == null ? "%d %5p [%t] %-40.40logger{39} : %msg%n%nopex" : known;
    }

    @Override
    public void close() {
        root.detachAppender(file);
        file.stop();
    }

    /** The first administrator's link is among the lines: where there are such rights, only the program's user reads them. */
    private static final class OwnFile extends RollingFileAppender<ILoggingEvent> {

        @Override
        public void openFile(String name) throws IOException {
            Path file = Path.of(name);
            if (!Files.exists(file)) {
                Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
                Files.createDirectories(folder);
                Files.createFile(file, ownerOnly(folder));
            }
            super.openFile(name);
        }

        private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
            return isPosix(folder)
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                    : new FileAttribute<?>[0];
        }
    }
}
