package vn.hoso.figures.domain;

import org.jspecify.annotations.Nullable;

/** A verb of the workflow that was refused; nothing of the request it was part of is kept. */
public class WorkflowException extends RuntimeException {

    private final WorkflowError refusal;
    private final @Nullable Long unitId;

    public WorkflowException(WorkflowError refusal, @Nullable Long unitId) {
        super(refusal + " unit " + unitId);
        this.refusal = refusal;
        this.unitId = unitId;
    }

    public WorkflowError refusal() {
        return refusal;
    }

    /** The unit it is about, null for the month as a whole. */
    public @Nullable Long unitId() {
        return unitId;
    }

    /** Why a return or a month does not go where somebody wanted it to go. */
    public enum WorkflowError {
        /** The unit is not the person's, or does not exist; nothing says which. */
        NOT_YOURS,
        /** The person is no reviewer. */
        NOT_A_REVIEWER,
        /** Figures are missing, so there is nothing to submit. */
        INCOMPLETE,
        /** The return is submitted or approved already. */
        NOT_A_DRAFT,
        /** Only submitted figures can be approved, and only submitted or approved ones sent back. */
        NOT_SUBMITTED,
        /** Nobody approves figures they typed themselves. */
        OWN_FIGURES,
        /** A second approver approves what the Office typed; the Office approves the rest. */
        NOT_THE_OFFICES,
        /** The return changed since the person saw it. */
        STALE,
        /** No figure of a locked month changes. */
        MONTH_LOCKED,
        /** The month is open, so there is nothing to reopen. */
        MONTH_OPEN,
        /** Somebody opened the month again, or moved its last day, since the person saw it. */
        REOPENED_MEANWHILE,
        /** Figures that are not approved are entered, not corrected. */
        NOT_APPROVED,
        /** The return has a proposal that waits for its decision. */
        PENDING,
        /** The proposal asks for what is in force already. */
        NO_CHANGE,
        /** The proposal was decided before. */
        DECIDED,
        /** Only the person who proposed may withdraw. */
        NOT_THE_PROPOSER
    }
}
