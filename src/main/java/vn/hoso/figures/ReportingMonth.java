package vn.hoso.figures;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Author;
import vn.hoso.figures.domain.MonthStatus;
import vn.hoso.figures.domain.WorkflowError;
import vn.hoso.figures.domain.WorkflowException;

/** A month for which figures are kept. Its row is what savers share and lockers hold alone. */
@Entity
class ReportingMonth {

    @Id
    private LocalDate month;

    private LocalDate firstDay;
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private MonthStatus state;

    private @Nullable Long changedBy;
    private @Nullable String changedByName;
    private @Nullable Instant changedAt;

    /** Why it was reopened. */
    private @Nullable String reason;

    /** The last day on which a reopened month is open; null for one that was never locked, or is. */
    private @Nullable LocalDate reopenedUntil;

    protected ReportingMonth() {}

    /** Whether figures may no longer change on this day; a reopened month locks itself when its time is over. */
    boolean locked(LocalDate today) {
        return state == MonthStatus.LOCKED || (reopenedUntil != null && today.isAfter(reopenedUntil));
    }

    @Nullable
    String changedByName() {
        return changedByName;
    }

    @Nullable
    Instant changedAt() {
        return changedAt;
    }

    /** No figure of this month changes from now on. */
    void lock(Author by, Instant at) {
        state = MonthStatus.LOCKED;
        reopenedUntil = null;
        reason = null;
        changed(by, at);
    }

    /** Opens a locked month up to the end of a day, or moves that day. */
    void reopen(String why, LocalDate until, Author by, Instant at) {
        if (state != MonthStatus.LOCKED && reopenedUntil == null) {
            throw new WorkflowException(WorkflowError.MONTH_OPEN, null);
        }
        state = MonthStatus.OPEN;
        reopenedUntil = until;
        reason = why;
        changed(by, at);
    }

    private void changed(Author by, Instant at) {
        changedBy = by.id();
        changedByName = by.name();
        changedAt = at;
    }
}
