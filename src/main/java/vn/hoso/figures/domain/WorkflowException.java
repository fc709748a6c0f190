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
}
