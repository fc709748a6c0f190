package vn.hoso.backup;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Moments;

/** One package that was made, or restored for a trial. */
@Entity
@Table(name = "backup_run")
class BackupRun {

    /** Whoever works says so more often than this. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    static final String CUT = "Chương trình đã dừng giữa chừng.";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private Backups.Kind kind;

    private String file;
    private @Nullable String startedByName;
    private Instant startedAt;
    private Instant beatAt;
    private int stepsDone;
    private int stepsAll;
    private @Nullable Instant finishedAt;
    private @Nullable Long bytes;
    private @Nullable Long rowCount;
    private @Nullable Boolean elsewhere;
    private @Nullable String failure;

    protected BackupRun() {}

    BackupRun(Backups.Kind kind, String file, @Nullable String by, Instant now) {
        this.kind = kind;
        this.file = file;
        this.startedByName = by;
        this.startedAt = now;
        this.beatAt = now;
    }

    void done(long size, long rows, @Nullable Boolean alsoElsewhere, Instant now) {
        bytes = size;
        rowCount = rows;
        elsewhere = alsoElsewhere;
        finishedAt = now;
    }

    void failed(String why, Instant now) {
        failure = why;
        finishedAt = now;
    }

    void reached(int done, int all) {
        stepsDone = done;
        stepsAll = all;
    }

    void beat(Instant now) {
        beatAt = now;
    }

    String file() {
        return file;
    }

    Instant started() {
        return startedAt;
    }

    boolean underWay() {
        return finishedAt == null;
    }

    /** Whether the copy of the program that works on it is gone. */
    boolean silent(Instant now) {
        return Moments.apart(beatAt, now, SILENCE);
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    /** As it is now: one whose copy of the program is gone counts as failed, before the next one closes it. */
    Backups.Run view(Instant now) {
        boolean cut = underWay() && silent(now);
        return new Backups.Run(
                id(),
                kind,
                file,
                startedByName,
                startedAt,
                cut ? beatAt : finishedAt,
                stepsDone,
                stepsAll,
                bytes,
                rowCount,
                elsewhere,
                cut ? CUT : failure);
    }
}
