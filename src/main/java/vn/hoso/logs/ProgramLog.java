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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * The program's log in a folder of its own, beside what is printed at the console: where an office's computer runs the program,
 * nobody else keeps it. A new file each day and whenever one is full; the oldest go. It is opened once the folder belongs to this
 * program alone, so that two programs never write to one file.
 */
public final class ProgramLog implements AutoCloseable {

    private static final String NAME = "ho-so-truc-tuyen.log";
    private static final String FULL = "2MB";
    private static final int DAYS = 60;
    private static final String ALL_TOGETHER = "20MB";

    private final Logger root;
    private final RollingFileAppender<ILoggingEvent> file;

    private ProgramLog(Logger root, RollingFileAppender<ILoggingEvent> file) {
        this.root = root;
        this.file = file;
    }

    /** Opens the log in a folder, which is there. */
    public static ProgramLog in(Path folder) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        RollingFileAppender<ILoggingEvent> file = new OwnFile();
        file.setContext(context);
        file.setName("program " + folder);
        file.setFile(folder.resolve(NAME).toString());

        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(folder.resolve(NAME) + ".%d.%i.gz");
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
            return Files.getFileStore(folder).supportsFileAttributeView("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
        }
    }
}
