package vn.hoso.figures;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.figures.MonthQueries.Remark;
import vn.hoso.figures.domain.CorrectionStatus;
import vn.hoso.figures.domain.RemarkAnswers;
import vn.hoso.figures.domain.RemarkAnswers.RemarksUnansweredException;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.UserAccessLoader;

/**
 * Moves returns on: submitted, sent back, approved. Each request goes through whole or not at all, is for the versions its
 * sender saw, and takes the month's row like a save does.
 */
@Service
public class MonthWorkflowService {

    private final OpenMonthGuard gate;
    private final MonthlyReturns returns;
    private final ReturnCorrections corrections;
    private final ReviewRemarkQueries remarks;
    private final MonthTotalQueries totals;
    private final EntityManager entities;
    private final UserAccessLoader users;
    private final AuditTrail audit;
    private final Clock clock;

    MonthWorkflowService(
            OpenMonthGuard gate,
            MonthlyReturns returns,
            ReturnCorrections corrections,
            ReviewRemarkQueries remarks,
            MonthTotalQueries totals,
            EntityManager entities,
            UserAccessLoader users,
            AuditTrail audit,
            Clock clock) {
        this.gate = gate;
        this.returns = returns;
        this.corrections = corrections;
        this.remarks = remarks;
        this.totals = totals;
        this.entities = entities;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /** A unit's return as somebody saw it. */
    public record Seen(long unitId, int version) {}

    /** One verb on one return. */
    @FunctionalInterface
    private interface Verb {
        void on(MonthlyReturn each, int seen);
    }

    /**
     * Hands returns to the reviewer, those that were sent back with an answer to each remark.
     *
     * @return how many moved; a request sent twice moves none the second time
     * @throws WorkflowException if one of them cannot be submitted
     * @throws RemarksUnansweredException if one of them lacks an answer
     */
    @Transactional
    public int submit(YearMonth month, List<Seen> seen, RemarkAnswers answers, CurrentUser by) {
        Map<Long, List<Remark>> open = remarks.open(
                month,
                seen.stream().map(Seen::unitId).filter(by::mayEnter).distinct().toList());
        List<RemarkAnswer> given = new ArrayList<>();
        int moved = move(month, seen, by, ReturnStatus.SUBMITTED, null, (each, version) -> {
            each.submit(version, by, clock.instant());
            List<Remark> asked = open.getOrDefault(each.unitId(), List.of());
            if (!answers.missing(asked).isEmpty()) {
                throw new RemarksUnansweredException();
            }
            asked.forEach(remark -> given.add(new RemarkAnswer(remark.id(), answers.to(remark.id()), each)));
        });
        given.forEach(entities::persist);
        return moved;
    }

    /** Hands every complete return of the sender's units to the reviewer, as it is now; otherwise as {@link #submit}. */
    @Transactional
    public int submitAll(YearMonth month, RemarkAnswers answers, CurrentUser by) {
        return submit(month, totals.submittable(month, by), answers, by);
    }

    /**
     * Approves returns.
     *
     * @return how many moved; a request sent twice moves none the second time
     * @throws WorkflowException if one of them cannot be approved
     */
    @Transactional
    public int approve(YearMonth month, List<Seen> seen, CurrentUser by) {
        Set<Long> reviewers = users.reviewers();
        return move(
                month,
                seen,
                by,
                ReturnStatus.APPROVED,
                null,
                (each, version) -> each.approve(version, reviewers, by, clock.instant()));
    }

    /**
     * Gives one return back to its unit. A correction that is proposed to its figures ends with them.
     *
     * @return 1, or 0 if the same request went through before
     * @throws WorkflowException if it cannot be sent back
     */
    @Transactional
    public int sendBack(YearMonth month, Seen seen, ReviewRemarks asked, CurrentUser by) {
        return move(month, List.of(seen), by, ReturnStatus.RETURNED, asked.text(), (each, version) -> {
            each.sendBack(version, asked, by, clock.instant());
            corrections.findPendingBy(each).ifPresent(proposal -> close(proposal, asked.text(), by));
        });
    }

    private void close(ReturnCorrection proposal, String why, CurrentUser by) {
        boolean own = proposal.close(why, by, clock.instant()) == CorrectionStatus.WITHDRAWN;
        audit.record(
                by,
                TrailEntry.of(
                                own ? "correction.withdrawn" : "correction.refused",
                                YearMonth.from(proposal.of().month()))
                        .units(List.of(proposal.of().unitId()))
                        .because(why));
    }

    private int move(
            YearMonth month, List<Seen> seen, CurrentUser by, ReturnStatus to, @Nullable String reason, Verb verb) {
        if (gate.closed(gate.lockForShare(month))) {
            throw new WorkflowException(WorkflowError.MONTH_LOCKED, null);
        }
        Map<Long, MonthlyReturn> stored = lock(month, seen);
        List<MonthlyReturn> moved = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (Seen one : seen.stream()
                .distinct()
                .sorted(Comparator.comparing(Seen::unitId))
                .toList()) {
            MonthlyReturn each = found(stored.get(one.unitId()), one, by);
            if (!each.alreadyMoved(to, one.version(), by)) {
                ReturnChangeTrail before = ReturnChangeTrail.before(each);
                verb.on(each, one.version());
                moved.add(each);
                changes.addAll(before.to(each));
            }
        }
        if (!moved.isEmpty()) {
            audit.record(
                    by,
                    TrailEntry.of(action(to), month)
                            .units(moved.stream().map(MonthlyReturn::unitId).toList())
                            .because(reason)
                            .changing(changes));
        }
        return moved.size();
    }

    private Map<Long, MonthlyReturn> lock(YearMonth month, List<Seen> seen) {
        return returns
                .lockForUpdate(month.atDay(1), seen.stream().map(Seen::unitId).toList())
                .stream()
                .collect(Collectors.toMap(MonthlyReturn::unitId, Function.identity()));
    }

    /** Where nothing is stored there is nothing to move; whose it is stays untold. */
    private static MonthlyReturn found(@Nullable MonthlyReturn stored, Seen one, CurrentUser by) {
        if (stored != null) {
            return stored;
        }
        throw new WorkflowException(
                by.mayEnter(one.unitId()) ? WorkflowError.INCOMPLETE : WorkflowError.NOT_YOURS, one.unitId());
    }

    private static String action(ReturnStatus to) {
        return switch (to) {
            case SUBMITTED -> "figures.submitted";
            case APPROVED -> "figures.approved";
            case RETURNED -> "figures.returned";
            case DRAFT -> throw new IllegalArgumentException("a return becomes a draft by entry only");
        };
    }
}
