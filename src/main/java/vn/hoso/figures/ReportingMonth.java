package vn.hoso.figures;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.MonthQueries.MonthLock;
import vn.hoso.figures.MonthQueries.Reopening;
import vn.hoso.figures.domain.MonthStatus;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.period.StoredMonth;

/** A month for which figures are kept. Its row is what savers share and lockers hold alone. */
@Entity
class ReportingMonth {

    @Id
    private LocalDate month;

    /** The days that it counts, by the calendar in force when it was made. */
    private LocalDate firstDay;

    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private MonthStatus state;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "changed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "changed_by_name"))
    private @Nullable ReturnAuthor changedBy;

    private @Nullable Instant changedAt;

    /** Why it was reopened. */
    private @Nullable String reason;

    /** The last day on which a reopened month is open; null for one that was never locked, or is. */
    private @Nullable LocalDate reopenedUntil;

    protected ReportingMonth() {}

    /** An open month. */
    ReportingMonth(LocalDate month, LocalDate firstDay, LocalDate lastDay) {
        this.month = month;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        state = MonthStatus.OPEN;
    }

    /** The days that it keeps. */
    StoredMonth days() {
        return new StoredMonth(YearMonth.from(month), firstDay, lastDay);
    }

    /** Whether figures may no longer change on this day; a reopened month locks itself when its time is over. */
    boolean locked(LocalDate today) {
        return state == MonthStatus.LOCKED || (reopenedUntil != null && today.isAfter(reopenedUntil));
    }

    /** Why no figure of the month changes on this day; null while it is open. */
    @Nullable
    MonthLock lock(LocalDate today) {
        return locked(today)
                ? new MonthLock(changedBy == null ? null : changedBy.name(), changedAt, reopenedUntil)
                : null;
    }

    /** Who opened it again, and for how long; null if it is locked on this day or never was. */
    @Nullable
    Reopening reopening(LocalDate today) {
        return locked(today) || reopenedUntil == null
                ? null
                : new Reopening(changedBy == null ? "" : changedBy.name(), reopenedUntil, String.valueOf(reason));
    }

    /** When it was locked; empty while it is open, or where nothing says when. */
    Optional<ReturnTraceQueries.Turn> locking() {
        return state != MonthStatus.LOCKED || changedAt == null || changedBy == null
                ? Optional.empty()
                : Optional.of(new ReturnTraceQueries.Turn(changedBy.name(), changedAt, null, null));
    }

    /** No figure of this month changes from now on. */
    void lock(ReturnAuthor by, Instant at) {
        state = MonthStatus.LOCKED;
        reopenedUntil = null;
        reason = null;
        changed(by, at);
    }

    /** Opens a locked month up to the end of a day, or moves that day. */
    void reopen(String why, LocalDate until, ReturnAuthor by, Instant at) {
        if (state != MonthStatus.LOCKED && reopenedUntil == null) {
            throw new WorkflowException(WorkflowError.MONTH_OPEN, null);
        }
        state = MonthStatus.OPEN;
        reopenedUntil = until;
        reason = why;
        changed(by, at);
    }

    private void changed(ReturnAuthor by, Instant at) {
        changedBy = by;
        changedAt = at;
    }
}
