package vn.hoso.audit;

import org.jspecify.annotations.Nullable;

/**
 * One value before and after a change.
 *
 * @param unit the unit it belongs to, null where it belongs to none
 * @param version the version of the unit's return that it made, null elsewhere
 * @param field what changed: a stable name that a page finds words for
 * @param before null where there was nothing
 * @param after null where there is nothing any more
 */
public record Change(
        @Nullable Long unit,
        @Nullable Integer version,
        String field,
        @Nullable String before,
        @Nullable String after) {

    /** A change that is no unit's. */
    public static Change of(String field, @Nullable String before, @Nullable String after) {
        return new Change(null, null, field, before, after);
    }
}
