package vn.hoso.figures.domain;

import java.util.Arrays;
import java.util.Optional;

/** The figures of a monthly return, in the order of the entry grid. All count dossiers. */
public enum Measure {
    FULL_PROCESS_RECEIVED("fullProcessReceived", true, true),
    FULL_PROCESS_ONLINE("fullProcessOnline", true, true),
    PARTIAL_RECEIVED("partialReceived", true, true),
    PARTIAL_ONLINE("partialOnline", true, true),
    DOSSIERS_RECEIVED("dossiersReceived", true, false),
    /** All online dossiers as the source system reports them; may be absent. */
    ONLINE_REPORTED("onlineReported", false, false),
    PAYABLE("payable", false, false),
    PAID_ONLINE("paidOnline", false, false);

    private final String field;
    private final boolean required;
    private final boolean mayNotApply;

    Measure(String field, boolean required, boolean mayNotApply) {
        this.field = field;
        this.required = required;
        this.mayNotApply = mayNotApply;
    }

    /** The name in forms and messages. */
    public String field() {
        return field;
    }

    /** Whether a return without it is incomplete and is not counted. */
    public boolean required() {
        return required;
    }

    /** Whether a unit may say that it handles no such procedure. */
    public boolean mayNotApply() {
        return mayNotApply;
    }

    public static Optional<Measure> ofField(String field) {
        return Arrays.stream(values())
                .filter(measure -> measure.field.equals(field))
                .findFirst();
    }
}
