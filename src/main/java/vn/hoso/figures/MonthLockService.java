package vn.hoso.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.figures.domain.MonthStatus;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Locks months and opens them again for a while. */
@Service
public class MonthLockService {

    private final OpenMonthGuard gate;
    private final MonthlyReturns returns;
    private final ReturnCorrections corrections;
    private final Units units;
    private final AuditTrail audit;

    MonthLockService(
            OpenMonthGuard gate, MonthlyReturns returns, ReturnCorrections corrections, Units units, AuditTrail audit) {
        this.gate = gate;
        this.returns = returns;
        this.corrections = corrections;
        this.units = units;
        this.audit = audit;
    }

    /**
     * What became of the wish to lock a month.
     *
     * @param locked false if it was locked already or the person has to be asked; nothing changed then
     * @param asked whether the person saw other units than those unfinished, so that they are asked again
     * @param left what the month is, or would be, locked without
     */
    public record Outcome(boolean locked, boolean asked, Unfinished left) {}

    /**
     * What a month lacks when it is to be locked.
     *
     * @param missing how many units have not submitted
     * @param unapproved how many have, and wait for somebody to approve it; once the month is locked nobody can
     * @param corrections of how many a correction is proposed that nobody has decided; once the month is locked nobody approves it
     */
    public record Unfinished(int missing, int unapproved, int corrections) {

        public static final Unfinished NOTHING = new Unfinished(0, 0, 0);
    }

    /**
     * Locks a month, after every save that is under way, if it lacks what the person saw.
     *
     * @param seen what they saw unfinished, and lock the month without
     */
    @Transactional
    public Outcome lock(YearMonth month, Unfinished seen, CurrentUser by) {
        refuseUnlessReviewer(by);
        if (gate.closed(gate.lockForUpdate(month))) {
            return new Outcome(false, false, Unfinished.NOTHING);
        }
        Unfinished left = unfinished(month, by);
        if (!left.equals(seen)) {
            return new Outcome(false, true, left);
        }
        gate.lock(month, ReturnAuthor.of(by));
        audit.record(
                by,
                TrailEntry.of("figures.locked", month)
                        .changing(List.of(Change.of("month", MonthStatus.OPEN.name(), MonthStatus.LOCKED.name()))));
        return new Outcome(true, false, left);
    }

    private Unfinished unfinished(YearMonth month, CurrentUser by) {
        Set<Long> expected = units.visibleTo(by, month).stream().map(Unit::id).collect(Collectors.toSet());
        int unapproved = (int) returns.unapproved(month.atDay(1)).stream()
                .filter(expected::contains)
                .count();
        int proposed = (int) corrections.pendingOf(month.atDay(1)).stream()
                .filter(expected::contains)
                .count();
        expected.removeAll(returns.handedIn(month.atDay(1)));
        return new Unfinished(expected.size(), unapproved, proposed);
    }

    /**
     * Opens a locked month, or moves the last day of one that was opened again.
     *
     * @param reason why, acceptable to {@link ReviewRemarks#acceptable}
     * @param until the last day on which it is open, today or later
     * @param seen the day up to which the person saw it open again, null where they saw it locked: another is not moved
     */
    @Transactional
    public void reopen(YearMonth month, String reason, LocalDate until, @Nullable LocalDate seen, CurrentUser by) {
        refuseUnlessReviewer(by);
        LocalDate before = gate.reopen(month, reason, until, ReturnAuthor.of(by));
        if (before != null && !before.equals(seen)) {
            throw new WorkflowException(WorkflowError.REOPENED_MEANWHILE, null);
        }
        Change day = Change.of("reopenedUntil", before == null ? null : before.toString(), until.toString());
        audit.record(
                by,
                TrailEntry.of("figures.reopened", month)
                        .because(reason)
                        .changing(
                                before == null
                                        ? List.of(
                                                Change.of("month", MonthStatus.LOCKED.name(), MonthStatus.OPEN.name()),
                                                day)
                                        : until.equals(before) ? List.of() : List.of(day)));
    }

    private static void refuseUnlessReviewer(CurrentUser by) {
        if (!by.is(Role.REVIEWER)) {
            throw new WorkflowException(WorkflowError.NOT_A_REVIEWER, null);
        }
    }
}
