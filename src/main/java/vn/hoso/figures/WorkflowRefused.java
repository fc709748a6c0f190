package vn.hoso.figures;

import org.jspecify.annotations.Nullable;

/** A verb of the workflow that was refused; nothing of the request it was part of is kept. */
public class WorkflowRefused extends RuntimeException {

    private final Refusal refusal;
    private final @Nullable Long unitId;

    WorkflowRefused(Refusal refusal, @Nullable Long unitId) {
        super(refusal + " unit " + unitId);
        this.refusal = refusal;
        this.unitId = unitId;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The unit it is about, null for the month as a whole. */
    public @Nullable Long unitId() {
        return unitId;
    }
}
