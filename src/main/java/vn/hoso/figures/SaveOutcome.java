package vn.hoso.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a {@link MonthEdit}. Only {@link Saved} changed anything. */
public sealed interface SaveOutcome {

    /**
     * All rows are stored.
     *
     * @param units how many units' figures changed
     */
    record Saved(int units) implements SaveOutcome {}

    /** Others changed some of the rows since the writer saw them. */
    record Conflicting(List<Conflict> conflicts) implements SaveOutcome {}

    /**
     * A row that somebody else changed.
     *
     * @param version the version now stored
     * @param stored the figures now stored
     * @param changedBy who stored them
     * @param changedAt when
     */
    record Conflict(long unitId, int version, ReturnFigures stored, String changedBy, Instant changedAt) {}

    /** The month was locked. */
    record MonthLocked(@Nullable String lockedBy, @Nullable Instant lockedAt) implements SaveOutcome {}

    /** Returns that are approved already and no longer change by entry. */
    record AlreadyApproved(List<Long> unitIds) implements SaveOutcome {}

    /** Unusual figures whose note does not say why. */
    record Unexplained(Map<Long, List<Finding>> findings) implements SaveOutcome {}

    /** Units that do not exist in the month or are not the writer's; nothing says which. */
    record NotYours(List<Long> unitIds) implements SaveOutcome {}
}
