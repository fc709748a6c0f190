package vn.hoso.accounts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit whose figures a user enters: without end, or as a substitute for some days.
 *
 * @param from first day, null for no beginning
 * @param to last day, null for no end
 */
public record UserAssignment(
        long unitId, @Nullable LocalDate from, @Nullable LocalDate to) {

    public static UserAssignment lasting(long unitId) {
        return new UserAssignment(unitId, null, null);
    }

    public boolean lasting() {
        return from == null && to == null;
    }

    /** Whether it is not over before a day. */
    boolean lasts(LocalDate day) {
        return to == null || !to.isBefore(day);
    }

    /** From the earlier first day of two to the later last one. */
    UserAssignment and(UserAssignment other) {
        return new UserAssignment(
                unitId,
                from == null || other.from == null ? null : Collections.min(List.of(from, other.from)),
                to == null || other.to == null ? null : Collections.max(List.of(to, other.to)));
    }

    boolean endsBeforeItBegins() {
        return from != null && to != null && to.isBefore(from);
    }
}
