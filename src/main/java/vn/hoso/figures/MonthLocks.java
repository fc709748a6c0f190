package vn.hoso.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** Locks months and opens them again for a while. */
@Service
public class MonthLocks {

    private final MonthGate gate;
    private final AuditTrail audit;

    MonthLocks(MonthGate gate, AuditTrail audit) {
        this.gate = gate;
        this.audit = audit;
    }

    /**
     * Locks a month, after every save that is under way.
     *
     * @return false if it was locked already, and nothing changed
     */
    @Transactional
    public boolean lock(YearMonth month, CurrentUser by) {
        refuseUnlessReviewer(by);
        boolean locked = gate.lock(month, Author.of(by));
        if (locked) {
            audit.record(
                    by,
                    TrailEntry.of("figures.locked", month)
                            .changing(List.of(Change.of("month", MonthState.OPEN.name(), MonthState.LOCKED.name()))));
        }
        return locked;
    }

    /**
     * Opens a locked month.
     *
     * @param reason why, acceptable to {@link ReviewRemarks#acceptable}
     * @param until the last day on which it is open, today or later
     */
    @Transactional
    public void reopen(YearMonth month, String reason, LocalDate until, CurrentUser by) {
        refuseUnlessReviewer(by);
        gate.reopen(month, reason, until, Author.of(by));
        audit.record(
                by,
                TrailEntry.of("figures.reopened", month)
                        .because(reason)
                        .changing(List.of(
                                Change.of("month", MonthState.LOCKED.name(), MonthState.OPEN.name()),
                                Change.of("reopenedUntil", null, until.toString()))));
    }

    private static void refuseUnlessReviewer(CurrentUser by) {
        if (!by.is(Role.REVIEWER)) {
            throw new WorkflowRefused(Refusal.NOT_A_REVIEWER, null);
        }
    }
}
