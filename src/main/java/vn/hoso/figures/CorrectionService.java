package vn.hoso.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.figures.domain.CorrectionStatus;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.ReturnRules;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.UserAccessLoader;
import vn.hoso.units.Units;

/**
 * Corrects approved figures: one person proposes others with a reason, another one approves them. Until then the figures in
 * force stay. Like every step it shares the month's row, so none goes through after a lock.
 */
@Service
public class CorrectionService {

    private final OpenMonthGuard gate;
    private final MonthlyReturns returns;
    private final ReturnCorrections corrections;
    private final UnusualFigures unusual;
    private final AskedMeasures asked;
    private final Units units;
    private final UserAccessLoader users;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectionService(
            OpenMonthGuard gate,
            MonthlyReturns returns,
            ReturnCorrections corrections,
            UnusualFigures unusual,
            AskedMeasures asked,
            Units units,
            UserAccessLoader users,
            AuditTrail audit,
            Clock clock) {
        this.gate = gate;
        this.returns = returns;
        this.corrections = corrections;
        this.unusual = unusual;
        this.asked = asked;
        this.units = units;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which proposal of which unit's month.
     *
     * @param correctionId the proposal's number
     */
    public record Place(YearMonth month, long unitId, long correctionId) {}

    /**
     * What somebody proposes.
     *
     * @param seen the version of the approved figures they saw
     * @param figures the figures they propose, which keep every rule that {@link ReturnInput#read} reports
     * @param reason why, acceptable to {@link ReviewRemarks#acceptable}
     */
    public record Proposal(YearMonth month, long unitId, int seen, ReturnFigures figures, String reason) {}

    /**
     * Proposes other figures.
     *
     * @return what is unusual about them and explained by no note: then nothing was proposed; else empty
     * @throws WorkflowException if they cannot be proposed
     */
    @Transactional
    public List<UnusualFinding> propose(Proposal proposal, CurrentUser by) {
        List<RuleViolation> problems = ReturnRules.check(proposal.figures());
        if (!problems.isEmpty() || !ReviewRemarks.acceptable(proposal.reason())) {
            throw new IllegalArgumentException("unit " + proposal.unitId() + " breaks " + problems);
        }
        refuseStrangers(proposal.month(), proposal.unitId(), by);
        refuseLocked(proposal.month(), proposal.unitId());
        MonthlyReturn stored = held(proposal.month(), proposal.unitId());
        ReturnFigures figures = proposal.figures().answering(asked.at(proposal.month()), stored.figures());
        ReturnCorrection pending = corrections.findPendingBy(stored).orElse(null);
        if (pending != null) {
            if (pending.sameAs(proposal.seen(), figures, proposal.reason(), by)) {
                return List.of();
            }
            throw new WorkflowException(WorkflowError.PENDING, proposal.unitId());
        }
        ReturnCorrection proposed =
                new ReturnCorrection(stored, proposal.seen(), figures, proposal.reason(), by, clock.instant());
        List<UnusualFinding> unexplained = unexplained(proposal);
        if (unexplained.isEmpty()) {
            corrections.saveAndFlush(proposed);
            audit.record(
                    by,
                    TrailEntry.of("correction.proposed", proposal.month())
                            .units(List.of(proposal.unitId()))
                            .because(proposed.reason())
                            .changing(ReturnChangeTrail.before(stored).to(proposed.figures(), stored.unitId(), null)));
        }
        return unexplained;
    }

    private List<UnusualFinding> unexplained(Proposal proposal) {
        if (proposal.figures().note() != null) {
            return List.of();
        }
        return unusual.find(proposal.month(), proposal.unitId(), proposal.figures());
    }

    /**
     * Brings a proposal into force.
     *
     * @throws WorkflowException if it cannot be approved
     */
    @Transactional
    public void approve(Place place, CurrentUser by) {
        refuseLocked(place.month(), place.unitId());
        Set<Long> reviewers = users.reviewers();
        decide(
                place,
                CorrectionStatus.APPROVED,
                null,
                by,
                proposal -> proposal.approve(reviewers, by, clock.instant()));
    }

    /**
     * Turns a proposal down.
     *
     * @param remark why, acceptable to {@link ReviewRemarks#acceptable}
     * @throws WorkflowException if it cannot be refused
     */
    @Transactional
    public void refuse(Place place, String remark, CurrentUser by) {
        decide(place, CorrectionStatus.REFUSED, remark, by, proposal -> proposal.refuse(remark, by, clock.instant()));
    }

    /**
     * Takes one's own proposal back.
     *
     * @param remark why, acceptable to {@link ReviewRemarks#acceptable}
     * @throws WorkflowException if it cannot be withdrawn
     */
    @Transactional
    public void withdraw(Place place, String remark, CurrentUser by) {
        decide(
                place,
                CorrectionStatus.WITHDRAWN,
                remark,
                by,
                proposal -> proposal.withdraw(remark, by, clock.instant()));
    }

    private void decide(
            Place place,
            CorrectionStatus as,
            @Nullable String remark,
            CurrentUser by,
            Consumer<ReturnCorrection> verb) {
        refuseStrangers(place.month(), place.unitId(), by);
        held(place.month(), place.unitId());
        ReturnCorrection proposal = corrections
                .findOne(place.correctionId(), place.month().atDay(1), place.unitId())
                .orElseThrow(() -> new WorkflowException(WorkflowError.NOT_YOURS, place.unitId()));
        if (!proposal.alreadyDecided(as, by)) {
            ReturnChangeTrail before = ReturnChangeTrail.before(proposal.of());
            verb.accept(proposal);
            audit.record(
                    by,
                    TrailEntry.of(action(as), place.month())
                            .units(List.of(place.unitId()))
                            .because(remark == null ? proposal.reason() : remark)
                            .changing(before.to(proposal.of())));
        }
    }

    private static String action(CorrectionStatus as) {
        return switch (as) {
            case APPROVED -> "correction.approved";
            case REFUSED -> "correction.refused";
            case WITHDRAWN -> "correction.withdrawn";
            case PROPOSED -> throw new IllegalArgumentException("a proposal is decided otherwise");
        };
    }

    private void refuseStrangers(YearMonth month, long unitId, CurrentUser by) {
        boolean theirs = (by.mayEnter(unitId) || by.mayApprove())
                && !units.visibleTo(by, month, List.of(unitId)).isEmpty();
        if (!theirs) {
            throw new WorkflowException(WorkflowError.NOT_YOURS, unitId);
        }
    }

    private void refuseLocked(YearMonth month, long unitId) {
        if (gate.closed(gate.lockForShare(month))) {
            throw new WorkflowException(WorkflowError.MONTH_LOCKED, unitId);
        }
    }

    private MonthlyReturn held(YearMonth month, long unitId) {
        return returns.lockForUpdate(month.atDay(1), List.of(unitId)).stream()
                .findFirst()
                .orElseThrow(() -> new WorkflowException(WorkflowError.NOT_APPROVED, unitId));
    }
}
