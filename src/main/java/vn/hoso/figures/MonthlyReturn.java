package vn.hoso.figures;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.ReturnAuthor;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.figures.domain.WorkflowException;
import vn.hoso.figures.domain.WorkflowException.WorkflowError;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/**
 * What one unit reports for one month. Its verbs are the only way to change it; each raises the version and leaves a
 * {@link ReturnRevision}.
 */
@Entity
class MonthlyReturn {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "monthly_return_id_seq", sequenceName = "monthly_return_id_seq", allocationSize = 50)
    private @Nullable Long id;

    private long unitId;
    private LocalDate month;

    @Embedded
    private FigureColumns figures;

    @Enumerated(EnumType.STRING)
    private ReturnStatus status;

    @Enumerated(EnumType.STRING)
    private ReturnSource source;

    /** Raised by one with every change; the form carries the version its reader saw. JPA holds it against the stored one. */
    @Version
    private int version;

    /** Whether it had been handed in before its present figures were entered. */
    private boolean handedIn;

    /** Whether it is a draft because the Office entered figures after it had been handed in: its unit does not owe it. */
    private boolean withOffice;

    /** When its unit entered figures over those it had handed in, and has handed none in since; null for every other. */
    private @Nullable Instant openedAt;

    /** Who typed the figures; they cannot approve them. */
    private @Nullable Long enteredBy;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "changed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "changed_by_name"))
    private ReturnAuthor changedBy;

    private Instant changedAt;

    /** What each change leaves; stored with the return, and read through {@link ReturnRevisions}. */
    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    private List<ReturnRevision> revisions = new ArrayList<>();

    /** What reviewers ask; stored with the return, and read through {@link ReturnRemarks}. */
    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    private List<ReturnRemark> remarks = new ArrayList<>();

    protected MonthlyReturn() {}

    /** A return without figures; {@link #enter} or {@link #demonstrate} follows before it is stored. */
    @SuppressWarnings(
            "NullAway.Init") // the verb that follows sets where its figures are from, who entered them and when
    MonthlyReturn(long unitId, YearMonth month) {
        this.unitId = unitId;
        this.month = month.atDay(1);
        this.figures = new FigureColumns(ReturnFigures.BLANK);
        this.status = ReturnStatus.DRAFT;
    }

    /** Takes over approved figures from the program's own demonstration data. */
    void demonstrate(ReturnFigures shown, ReturnStatus reached, ReturnAuthor by, Instant at) {
        figures = new FigureColumns(shown);
        source = ReturnSource.DEMONSTRATION;
        status = reached;
        enteredBy = by.id();
        changed(by, at, null);
    }

    /**
     * Takes over new figures as a draft, also where they were submitted before; what the Office makes a draft again lies with the Office,
     * what its unit does is owed anew from then on.
     *
     * @return the revision it leaves
     */
    ReturnRevision enter(ReturnFigures entered, ReturnSource from, CurrentUser by, Instant at) {
        figures = new FigureColumns(entered);
        source = from;
        handedIn = handedIn || status != ReturnStatus.DRAFT;
        if (by.is(Role.REVIEWER)) {
            openedAt = null;
        } else if (withOffice || status == ReturnStatus.SUBMITTED) {
            openedAt = at;
        }
        withOffice = handedIn && by.is(Role.REVIEWER);
        status = ReturnStatus.DRAFT;
        enteredBy = by.id();
        return changed(ReturnAuthor.of(by, unitId), at, null);
    }

    /** Hands complete figures to the reviewer. */
    void submit(int seen, CurrentUser by, Instant at) {
        refuseUnless(by.mayEnter(unitId), WorkflowError.NOT_YOURS);
        refuseUnless(seen == version, WorkflowError.STALE);
        refuseUnless(status == ReturnStatus.DRAFT || status == ReturnStatus.RETURNED, WorkflowError.NOT_A_DRAFT);
        refuseUnless(figures().complete(), WorkflowError.INCOMPLETE);
        status = ReturnStatus.SUBMITTED;
        withOffice = false;
        openedAt = null;
        changed(ReturnAuthor.of(by, unitId), at, null);
    }

    /** Gives the figures back to the unit, also approved ones that turn out to be wrong. */
    void sendBack(int seen, ReviewRemarks asked, CurrentUser by, Instant at) {
        refuseUnless(by.is(Role.REVIEWER), WorkflowError.NOT_A_REVIEWER);
        refuseUnless(seen == version, WorkflowError.STALE);
        refuseUnless(status == ReturnStatus.SUBMITTED || status == ReturnStatus.APPROVED, WorkflowError.NOT_SUBMITTED);
        status = ReturnStatus.RETURNED;
        changed(ReturnAuthor.of(by), at, asked.text());
        remarks.add(new ReturnRemark(this, null, asked.text()));
        asked.cells().forEach((measure, text) -> remarks.add(new ReturnRemark(this, measure, text)));
    }

    /**
     * Approves the figures of the version that was seen.
     *
     * @param reviewers the Office's users: what they typed, a second approver may approve, and nothing else
     */
    void approve(int seen, Set<Long> reviewers, CurrentUser by, Instant at) {
        refuseUnless(by.mayApprove(), WorkflowError.NOT_A_REVIEWER);
        refuseUnless(seen == version, WorkflowError.STALE);
        refuseUnless(status == ReturnStatus.SUBMITTED, WorkflowError.NOT_SUBMITTED);
        refuseUnless(enteredBy == null || enteredBy != by.id(), WorkflowError.OWN_FIGURES);
        refuseUnless(approves(by, enteredBy, reviewers), WorkflowError.NOT_THE_OFFICES);
        status = ReturnStatus.APPROVED;
        changed(ReturnAuthor.of(by), at, null);
    }

    /** Puts figures that somebody proposed in the place of approved ones; they stay approved. */
    ReturnRevision correct(ReturnCorrection proposal, Set<Long> reviewers, CurrentUser by, Instant at) {
        refuseUnless(by.mayApprove(), WorkflowError.NOT_A_REVIEWER);
        refuseUnless(!proposal.proposedBy().is(by), WorkflowError.OWN_FIGURES);
        refuseUnless(approves(by, proposal.proposedBy().id(), reviewers), WorkflowError.NOT_THE_OFFICES);
        refuseUnless(status == ReturnStatus.APPROVED, WorkflowError.NOT_APPROVED);
        refuseUnless(proposal.expectedVersion() == version, WorkflowError.STALE);
        figures = new FigureColumns(proposal.figures());
        source = ReturnSource.CORRECTION;
        enteredBy = proposal.proposedBy().id();
        return changed(ReturnAuthor.of(by), at, proposal.reason());
    }

    private static boolean approves(CurrentUser by, @Nullable Long typist, Set<Long> reviewers) {
        return by.is(Role.REVIEWER) || (typist != null && reviewers.contains(typist));
    }

    /** Whether this very request was carried out already: the same press sent twice is one change. */
    boolean alreadyMoved(ReturnStatus to, int seen, CurrentUser by) {
        return status == to && version == seen + 1 && changedBy.is(by);
    }

    private void refuseUnless(boolean holds, WorkflowError refusal) {
        if (!holds) {
            throw new WorkflowException(refusal, unitId);
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long unitId() {
        return unitId;
    }

    LocalDate month() {
        return month;
    }

    int version() {
        return version;
    }

    ReturnStatus status() {
        return status;
    }

    ReturnFigures figures() {
        return figures.figures();
    }

    Instant changedAt() {
        return changedAt;
    }

    ReturnSource source() {
        return source;
    }

    ReturnAuthor changedBy() {
        return changedBy;
    }

    private ReturnRevision changed(ReturnAuthor by, Instant at, @Nullable String reason) {
        version++;
        changedBy = by;
        changedAt = at;
        ReturnRevision trace = new ReturnRevision(this, reason);
        revisions.add(trace);
        return trace;
    }
}
