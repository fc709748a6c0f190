package vn.hoso.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.task.TaskExecutor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.backup.Backups.Kind;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Moments;

/**
 * Makes packages and proves them, behind the page's back and each night. One at a time, whichever copy of the program does it; a run
 * whose copy has gone silent is closed by the next one.
 */
@Service
public class BackupService {

    private static final Logger LOG = LoggerFactory.getLogger(BackupService.class);

    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final String NAME = Backups.NIGHTLY;

    private final BackupRuns runs;
    private final Backups backups;
    private final PackageWriter writer;
    private final BackupProperties properties;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final TaskExecutor behind;
    private final Clock clock;
    private final Path dataFolder;

    BackupService(
            BackupRuns runs,
            Backups backups,
            PackageWriter writer,
            BackupProperties properties,
            AuditTrail trail,
            TransactionTemplate transactions,
            @Qualifier("applicationTaskExecutor") TaskExecutor behind,
            Clock clock,
            @Value("${hoso.data-dir}") String dataFolder) {
        this.runs = runs;
        this.backups = backups;
        this.writer = writer;
        this.properties = properties;
        this.trail = trail;
        this.transactions = transactions;
        this.behind = behind;
        this.clock = clock;
        this.dataFolder = Path.of(dataFolder).toAbsolutePath().normalize();
    }

    /**
     * Begins to make a package.
     *
     * @param by who asks, null for the schedule
     * @return false when one is being made or proved already
     */
    public boolean begin(@Nullable CurrentUser by) {
        String file = NAME + stamp(clock.instant()) + ".zip";
        return begin(Kind.BACKUP, file, by, this::write);
    }

    /**
     * Begins to restore the latest package for a trial.
     *
     * @return false when one is being made or proved already, or there is none
     */
    public boolean beginDrill(@Nullable CurrentUser by) {
        Optional<Path> latest = backups.latestFile();
        return latest.isPresent()
                && begin(
                        Kind.DRILL,
                        Objects.requireNonNull(latest.get().getFileName()).toString(),
                        by,
                        run -> drill(run, latest.get()));
    }

    private boolean begin(Kind kind, String file, @Nullable CurrentUser by, Consumer<BackupRun> work) {
        try {
            return beginAlone(kind, file, by, work);
        } catch (DataIntegrityViolationException quicker) {
            // Somebody else began at this very moment; the database lets one in.
            return false;
        }
    }

    private boolean beginAlone(Kind kind, String file, @Nullable CurrentUser by, Consumer<BackupRun> work) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            BackupRun other = runs.findUnderWay().orElse(null);
            Instant now = clock.instant();
            if (other != null && !other.silent(now)) {
                return false;
            }
            if (other != null) {
                other.failed(BackupRun.CUT, now);
                runs.flush();
            }
            BackupRun run = runs.saveAndFlush(new BackupRun(kind, file, by == null ? null : by.displayName(), now));
            if (by != null) {
                trail.record(by, TrailEntry.of(kind == Kind.BACKUP ? "backup.asked" : "backup.drill-asked", file, ""));
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    behind.execute(() -> attended(run, work));
                }
            });
            return true;
        }));
    }

    /** Says every now and then that the work goes on, and at the end what came of it. */
    private void attended(BackupRun run, Consumer<BackupRun> work) {
        ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
        var unused = beats.scheduleWithFixedDelay(
                () -> change(run, kept -> kept.beat(clock.instant())),
                BEAT.toSeconds(),
                BEAT.toSeconds(),
                TimeUnit.SECONDS);
        try {
            work.accept(run);
        } catch (RuntimeException failed) {
            LOG.error("Backup {} failed", run.file(), failed);
            String why = failed instanceof BackupException known
                    ? known.getMessage() + " " + known.whatToDo()
                    : "Lỗi không rõ; xem nhật ký của chương trình.";
            change(run, kept -> kept.failed(why, clock.instant()));
        } finally {
            beats.shutdownNow();
        }
    }

    private void change(BackupRun run, Consumer<BackupRun> change) {
        transactions.executeWithoutResult(status ->
                runs.lockForUpdate(run.id()).filter(BackupRun::underWay).ifPresent(change));
    }

    private String stamp(Instant moment) {
        return BackupCommand.STAMP.format(LocalDateTime.ofInstant(moment, clock.getZone()));
    }

    private void write(BackupRun run) {
        String name = run.file();
        Path file = backups.folder().resolve(name);
        Manifest manifest = writer.write(file, false, reporting(run));
        Boolean elsewhere = copied(file);
        Retention retention = new Retention(NAME, properties.keep(), stamp(Moments.latest(clock.instant())));
        retention.apply(backups.folder());
        if (Boolean.TRUE.equals(elsewhere)) {
            retention.apply(Objects.requireNonNull(properties.second()));
        }
        finish(run, size(file), manifest.rows(), elsewhere, "backup.made");
    }

    private void drill(BackupRun run, Path file) {
        PackageFile source = PackageFile.open(file);
        Drill.Result result = new Drill(source, clock).run(dataFolder, reporting(run));
        finish(run, size(file), result.restored().rows(), null, "backup.proved");
    }

    private void finish(BackupRun run, long bytes, long rows, @Nullable Boolean elsewhere, String action) {
        transactions.executeWithoutResult(status -> {
            runs.lockForUpdate(run.id()).ifPresent(kept -> kept.done(bytes, rows, elsewhere, clock.instant()));
            trail.recordOwn(TrailEntry.of(action, run.file(), Formats.count(rows) + " / " + Formats.count(bytes)));
        });
        backups.state();
    }

    private Progress reporting(BackupRun run) {
        Instant[] told = {clock.instant()};
        return (done, all) -> {
            Instant now = clock.instant();
            if (told[0].plusSeconds(1).isBefore(now)) {
                told[0] = now;
                change(run, kept -> kept.reached(done, all));
            }
        };
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BackupException("Không đọc được " + file + ".", "Hãy sao lưu lại.", e);
        }
    }

    /** Copies it to the second folder and reads it there; a disk that is not connected does not undo the first copy. */
    private @Nullable Boolean copied(Path file) {
        Path second = properties.second();
        if (second == null) {
            return null;
        }
        try {
            PackageWriter.copy(file, second);
            return true;
        } catch (IOException | BackupException e) {
            LOG.error("Không chép được gói sao lưu {} sang {}: {}", file.getFileName(), second, e.toString());
            return false;
        }
    }
}
