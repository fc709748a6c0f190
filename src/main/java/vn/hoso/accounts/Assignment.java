package vn.hoso.accounts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit whose figures a user enters: without end, or as a substitute for some days.
 *
 * @param from first day, null for no beginning
 * @param to last day, null for no end
 */
public record Assignment(
        long unitId, @Nullable LocalDate from, @Nullable LocalDate to) {

    public static Assignment lasting(long unitId) {
        return new Assignment(unitId, null, null);
    }

    public boolean lasting() {
        return from == null && to == null;
    }

    boolean endsBeforeItBegins() {
        return from != null && to != null && to.isBefore(from);
    }
}
