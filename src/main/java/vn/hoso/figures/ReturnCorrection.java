package vn.hoso.figures;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.CorrectionStatus;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** A proposal to put other figures in the place of approved ones. It is decided once and never changed. */
@Entity
class ReturnCorrection {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "return_id")
    private MonthlyReturn of;

    /** The version it would replace. */
    @Column(name = "base_version")
    private int expectedVersion;

    @Embedded
    private FigureColumns figures;

    private String reason;

    @Enumerated(EnumType.STRING)
    private CorrectionStatus state;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "proposed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "proposed_by_name"))
    private ReturnAuthor proposedBy;

    private Instant proposedAt;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "decided_by"))
    @AttributeOverride(name = "name", column = @Column(name = "decided_by_name"))
    private @Nullable ReturnAuthor decidedBy;

    private @Nullable Instant decidedAt;

    /** Why it was refused or withdrawn. */
    private @Nullable String remark;

    /** The version by which it came into force. */
    private @Nullable Integer resultVersion;

    protected ReturnCorrection() {}

    ReturnCorrection(MonthlyReturn of, int seen, ReturnFigures proposed, String reason, CurrentUser by, Instant at) {
        this.of = of;
        refuseUnless(by.mayEnter(of.unitId()), WorkflowError.NOT_YOURS);
        refuseUnless(of.status() == ReturnStatus.APPROVED, WorkflowError.NOT_APPROVED);
        refuseUnless(of.version() == seen, WorkflowError.STALE);
        refuseUnless(!of.figures().equals(proposed), WorkflowError.NO_CHANGE);
        refuseUnless(proposed.complete(), WorkflowError.INCOMPLETE);
        this.expectedVersion = seen;
        this.figures = new FigureColumns(proposed);
        this.reason = reason;
        this.state = CorrectionStatus.PROPOSED;
        this.proposedBy = ReturnAuthor.of(by, of.unitId());
        this.proposedAt = at;
    }

    /** Brings the proposed figures into force; {@code reviewers} as in {@link MonthlyReturn#approve}. */
    ReturnRevision approve(Set<Long> reviewers, CurrentUser by, Instant at) {
        refuseUnless(by.mayApprove(), WorkflowError.NOT_A_REVIEWER);
        refuseUnless(state == CorrectionStatus.PROPOSED, WorkflowError.DECIDED);
        ReturnRevision trace = of.correct(this, reviewers, by, at);
        decide(CorrectionStatus.APPROVED, null, by, at);
        resultVersion = trace.version();
        return trace;
    }

    /** Turns the proposal down; the figures in force stay. */
    void refuse(String why, CurrentUser by, Instant at) {
        refuseUnless(by.is(Role.REVIEWER), WorkflowError.NOT_A_REVIEWER);
        refuseUnless(state == CorrectionStatus.PROPOSED, WorkflowError.DECIDED);
        refuseUnless(!proposedBy.is(by), WorkflowError.OWN_FIGURES);
        decide(CorrectionStatus.REFUSED, why, by, at);
    }

    /** Takes one's own proposal back. */
    void withdraw(String why, CurrentUser by, Instant at) {
        refuseUnless(proposedBy.is(by), WorkflowError.NOT_THE_PROPOSER);
        refuseUnless(state == CorrectionStatus.PROPOSED, WorkflowError.DECIDED);
        decide(CorrectionStatus.WITHDRAWN, why, by, at);
    }

    /**
     * Ends it because the figures that it corrects went back to their unit: there is nothing left to put it in the place of.
     *
     * @return withdrawn if it was one's own, else refused
     */
    CorrectionStatus close(String why, CurrentUser by, Instant at) {
        refuseUnless(state == CorrectionStatus.PROPOSED, WorkflowError.DECIDED);
        decide(proposedBy.is(by) ? CorrectionStatus.WITHDRAWN : CorrectionStatus.REFUSED, why, by, at);
        return state;
    }

    /** Whether this very request was carried out already: the same press sent twice is one change. */
    boolean alreadyDecided(CorrectionStatus as, CurrentUser by) {
        return state == as && decidedBy != null && decidedBy.is(by);
    }

    /** The same for a proposal that is sent twice. */
    boolean sameAs(int seen, ReturnFigures proposed, String why, CurrentUser by) {
        return expectedVersion == seen
                && proposedBy.is(by)
                && reason.equals(why)
                && figures().equals(proposed);
    }

    private void decide(CorrectionStatus as, @Nullable String why, CurrentUser by, Instant at) {
        state = as;
        remark = why;
        decidedBy = ReturnAuthor.of(by, of.unitId());
        decidedAt = at;
    }

    private void refuseUnless(boolean holds, WorkflowError refusal) {
        if (!holds) {
            throw new WorkflowException(refusal, of.unitId());
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    MonthlyReturn of() {
        return of;
    }

    int expectedVersion() {
        return expectedVersion;
    }

    ReturnFigures figures() {
        return figures.figures();
    }

    String reason() {
        return reason;
    }

    CorrectionStatus state() {
        return state;
    }

    ReturnAuthor proposedBy() {
        return proposedBy;
    }
}
