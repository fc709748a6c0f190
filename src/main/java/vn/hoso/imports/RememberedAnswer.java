package vn.hoso.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/**
 * An answer that is kept for the next file.
 *
 * @param id under which it is withdrawn, among those of its kind
 * @param what the tab of the sheet that was described, or the name as a sheet writes it
 * @param unitId the unit that the name means, null for none and for a sheet
 * @param by the name of the person who answered
 * @param own whether it is the reader's own
 */
public record RememberedAnswer(
        Kind kind, long id, String what, @Nullable Long unitId, String by, Instant at, boolean own) {

    /** In place of a unit: the row belongs to none. */
    static final long NO_UNIT = 0;

    /** The unit, {@link #NO_UNIT} for none. */
    long unitOrNone() {
        return unitId == null ? NO_UNIT : unitId;
    }

    /** Whether a person may take it back: their own, and the Office everybody's. */
    public boolean mayWithdraw(CurrentUser reader) {
        return own || reader.role() == Role.REVIEWER;
    }

    public enum Kind {
        SHEET,
        NAME
    }
}
