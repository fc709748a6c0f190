package vn.hoso.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Moments;
import vn.hoso.shared.PageMessages;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/** Which packages there are, and whether an office may rely on them. */
@Component
public class Backups implements WorkSource {

    /** A package older than this is said to be too old. */
    public static final Duration OLDEST = Duration.ofHours(48);

    /** Pages that only warn need not ask more often. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** How the names of nightly packages begin. */
    public static final String NIGHTLY = "sao-luu-";

    private static final int OTHERS = 40;
    private static final Pattern BY_THE_PROGRAM = Pattern.compile("[a-z-]+-\\d{8}-\\d{6}\\.zip");

    private final BackupRuns runs;
    private final BackupProperties properties;
    private final JdbcClient jdbc;
    private final PageMessages wording;
    private final Clock clock;
    private final Path folder;
    private final AtomicReference<@Nullable State> last = new AtomicReference<>();

    Backups(
            BackupRuns runs,
            BackupProperties properties,
            JdbcClient jdbc,
            PageMessages wording,
            Clock clock,
            @Value("${hoso.data-dir}") String dataFolder) {
        this.runs = runs;
        this.properties = properties;
        this.jdbc = jdbc;
        this.wording = wording;
        this.clock = clock;
        this.folder = properties.folder(dataFolder);
    }

    /** What was done with a package. */
    public enum Kind {
        /** It was written and read back. */
        BACKUP,
        /** It was restored for a trial and compared row for row. */
        DRILL
    }

    /**
     * One package made, or restored for a trial.
     *
     * @param by who asked for it, null for the program's schedule
     * @param finished null while it is under way
     * @param bytes its size, null while it is under way and when it failed
     * @param elsewhere whether it also lies in the second folder, null where there is none
     * @param failure why it failed, in Vietnamese
     */
    public record Run(
            long id,
            Kind kind,
            String file,
            @Nullable String by,
            Instant started,
            @Nullable Instant finished,
            int stepsDone,
            int stepsAll,
            @Nullable Long bytes,
            @Nullable Long rows,
            @Nullable Boolean elsewhere,
            @Nullable String failure) {}

    /**
     * Whether an office may rely on its packages.
     *
     * @param enabled whether one is made each night
     * @param proven when the last one that was written and read back whole was begun; null: there is none
     * @param drilled when one was last restored for a trial; null: never
     * @param overdue whether the last one is older than {@link #OLDEST}, or there is none since the first line of the trail is
     * @param asOf when this was looked up
     */
    public record State(
            boolean enabled,
            @Nullable Instant proven,
            @Nullable Instant drilled,
            boolean overdue,
            Instant asOf) {

        /** How old the last proven package is. */
        public Optional<Duration> age() {
            return Optional.ofNullable(proven).map(since -> Duration.between(since, asOf));
        }
    }

    /** As it is now. */
    @Transactional(readOnly = true)
    public State state() {
        Instant now = clock.instant();
        Instant proven = latestProven(Kind.BACKUP).map(BackupRun::started).orElse(null);
        Instant since = proven == null
                ? jdbc.sql("select coalesce(min(at), now()) from audit_event")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant()
                : proven;
        State state = new State(
                properties.enabled(),
                proven,
                latestProven(Kind.DRILL).map(BackupRun::started).orElse(null),
                properties.enabled() && since.plus(OLDEST).isBefore(now),
                now);
        last.set(state);
        return state;
    }

    /** One line for the administrator, once the last package is too old. */
    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        if (!user.is(Role.ADMINISTRATOR) || !lately().overdue()) {
            return List.of();
        }
        return List.of(new WorkItem(
                WorkKind.BACKUP,
                "overdue",
                List.of(),
                null,
                lately().age()
                        .map(age -> wording.of("worklist.days-old", Formats.count(age.toDays())))
                        .orElse(wording.of("worklist.overdue")),
                "/backups"));
    }

    /** As it was at most a minute ago. */
    public State lately() {
        State known = last.get();
        return known == null || Moments.apart(known.asOf(), clock.instant(), REMEMBERED) ? state() : known;
    }

    private Optional<BackupRun> latestProven(Kind kind) {
        return runs.findFirstByKindAndBytesNotNullAndStartedAtBeforeOrderByStartedAtDesc(
                kind, Moments.latest(clock.instant()));
    }

    /** The latest ones, the newest first; at most 40. */
    public List<Run> recent() {
        return runs.findTop40ByOrderByStartedAtDescIdDesc().stream()
                .map(run -> run.view(clock.instant()))
                .toList();
    }

    /** The package on the disk; empty when it is not there. */
    public Optional<Path> file(long id) {
        return runs.findById(id)
                .map(run -> run.view(clock.instant()))
                .filter(this::holds)
                .map(run -> folder.resolve(run.file()));
    }

    /** Whether the package of this run still lies there. */
    public boolean holds(Run run) {
        return run.bytes() != null && Files.isRegularFile(folder.resolve(run.file()));
    }

    /**
     * A package that lies where they are kept and that no run tells of: after a restore those of before it, and what was there until then.
     *
     * @param written when it was last written to
     */
    public record Found(String file, long bytes, Instant written) {}

    /** Such packages, the newest first, at most as many as runs are listed; none where there is no folder yet. */
    public List<Found> others() {
        Set<String> told = runs.findFiles();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> BY_THE_PROGRAM
                            .matcher(String.valueOf(file.getFileName()))
                            .matches())
                    .filter(file -> !told.contains(String.valueOf(file.getFileName())))
                    .map(Backups::found)
                    .sorted(Comparator.comparing(Found::written).reversed())
                    .limit(OTHERS)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static Found found(Path file) {
        try {
            return new Found(
                    String.valueOf(file.getFileName()),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where they are kept. */
    public Path folder() {
        return folder;
    }

    /** Where each is copied to as well, null for nowhere. */
    public @Nullable Path second() {
        return properties.second();
    }

    /** How many nightly ones are kept. */
    public int kept() {
        return properties.keep();
    }

    /** The latest package that was read back whole and is still there. */
    Optional<Path> latestFile() {
        return latestProven(Kind.BACKUP).flatMap(run -> file(run.id()));
    }
}
