package vn.hoso.followups;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Makes tasks and closes them with their result. */
@Service
public class FollowUpService {

    private final FollowUps followUps;
    private final AuditTrail audit;
    private final Clock clock;

    FollowUpService(FollowUps followUps, AuditTrail audit, Clock clock) {
        this.followUps = followUps;
        this.audit = audit;
        this.clock = clock;
    }

    /** A task to be made; its texts are composed Unicode within {@link FollowUp}'s lengths. */
    public record Draft(
            long targetId, YearMonth month, @Nullable Long unitId, String task, String responsible, LocalDate due) {}

    /**
     * Makes a task; one that is open already and the same in everything is left as it is.
     *
     * @return whether it is there; not where its target was withdrawn meanwhile
     */
    @Transactional
    public boolean make(Draft draft, CurrentUser by) {
        if (followUps.lockTargetForUpdate(draft.targetId()).isEmpty()) {
            return false;
        }
        if (followUps.existsOpen(
                draft.targetId(),
                draft.month().atDay(1),
                draft.unitId(),
                draft.task(),
                draft.responsible(),
                draft.due())) {
            return true;
        }
        followUps.save(new StoredFollowUp(draft, by, clock.instant()));
        audit.record(
                by,
                TrailEntry.of("followup.made", draft.task(), draft.responsible() + ", " + Formats.date(draft.due()))
                        .units(draft.unitId() == null ? List.of() : List.of(draft.unitId())));
        return true;
    }

    /** What became of closing a task. */
    public enum Outcome {
        CLOSED,
        /** Somebody else was faster. */
        CLOSED_BEFORE,
        UNKNOWN
    }

    /** Closes a task; the same press sent twice closes it once. */
    @Transactional
    public Outcome close(long id, String result, CurrentUser by) {
        StoredFollowUp task = followUps.lockForUpdate(id).orElse(null);
        if (task == null) {
            return Outcome.UNKNOWN;
        }
        if (!task.close(result, by, clock.instant())) {
            return task.closedBy(by, result) ? Outcome.CLOSED : Outcome.CLOSED_BEFORE;
        }
        audit.record(
                by,
                TrailEntry.of("followup.closed", task.task(), "")
                        .units(task.units())
                        .because(result));
        return Outcome.CLOSED;
    }
}
