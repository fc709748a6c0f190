package vn.hoso.figures;

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
import org.jspecify.annotations.Nullable;
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
    private int baseVersion;

    @Embedded
    private FigureColumns figures;

    private String reason;

    @Enumerated(EnumType.STRING)
    private CorrectionState state;

    private long proposedBy;
    private String proposedByName;
    private Instant proposedAt;
    private @Nullable Long decidedBy;
    private @Nullable String decidedByName;
    private @Nullable Instant decidedAt;

    /** Why it was refused or withdrawn. */
    private @Nullable String remark;

    /** The version by which it came into force. */
    private @Nullable Integer resultVersion;

    protected ReturnCorrection() {}

    ReturnCorrection(MonthlyReturn of, int seen, ReturnFigures proposed, String reason, CurrentUser by, Instant at) {
        this.of = of;
        refuseUnless(by.mayEnter(of.unitId()), Refusal.NOT_YOURS);
        refuseUnless(of.status() == ReturnStatus.APPROVED, Refusal.NOT_APPROVED);
        refuseUnless(of.version() == seen, Refusal.STALE);
        refuseUnless(!of.figures().equals(proposed), Refusal.NO_CHANGE);
        refuseUnless(proposed.complete(), Refusal.INCOMPLETE);
        this.baseVersion = seen;
        this.figures = new FigureColumns(proposed);
        this.reason = reason;
        this.state = CorrectionState.PROPOSED;
        this.proposedBy = by.id();
        this.proposedByName = by.displayName();
        this.proposedAt = at;
    }

    /** Brings the proposed figures into force. */
    ReturnRevision approve(CurrentUser by, Instant at) {
        refuseUnless(by.is(Role.REVIEWER), Refusal.NOT_A_REVIEWER);
        refuseUnless(state == CorrectionState.PROPOSED, Refusal.DECIDED);
        ReturnRevision trace = of.correct(this, by, at);
        decide(CorrectionState.APPROVED, null, by, at);
        resultVersion = trace.version();
        return trace;
    }

    /** Turns the proposal down; the figures in force stay. */
    void refuse(String why, CurrentUser by, Instant at) {
        refuseUnless(by.is(Role.REVIEWER), Refusal.NOT_A_REVIEWER);
        refuseUnless(state == CorrectionState.PROPOSED, Refusal.DECIDED);
        refuseUnless(proposedBy != by.id(), Refusal.OWN_FIGURES);
        decide(CorrectionState.REFUSED, why, by, at);
    }

    /** Takes one's own proposal back. */
    void withdraw(String why, CurrentUser by, Instant at) {
        refuseUnless(proposedBy == by.id(), Refusal.NOT_THE_PROPOSER);
        refuseUnless(state == CorrectionState.PROPOSED, Refusal.DECIDED);
        decide(CorrectionState.WITHDRAWN, why, by, at);
    }

    /** Whether this very request was carried out already: the same press sent twice is one change. */
    boolean alreadyDecided(CorrectionState as, CurrentUser by) {
        return state == as && decidedBy != null && decidedBy == by.id();
    }

    /** The same for a proposal that is sent twice. */
    boolean sameAs(int seen, ReturnFigures proposed, String why, CurrentUser by) {
        return baseVersion == seen
                && proposedBy == by.id()
                && reason.equals(why)
                && figures().equals(proposed);
    }

    private void decide(CorrectionState as, @Nullable String why, CurrentUser by, Instant at) {
        state = as;
        remark = why;
        decidedBy = by.id();
        decidedByName = by.displayName();
        decidedAt = at;
    }

    private void refuseUnless(boolean holds, Refusal refusal) {
        if (!holds) {
            throw new WorkflowRefused(refusal, of.unitId());
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    MonthlyReturn of() {
        return of;
    }

    int baseVersion() {
        return baseVersion;
    }

    ReturnFigures figures() {
        return figures.figures();
    }

    String reason() {
        return reason;
    }

    CorrectionState state() {
        return state;
    }

    long proposedBy() {
        return proposedBy;
    }
}
