package vn.hoso.figures.domain;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;

/** What became of a {@link MonthEdit}. Only {@link Saved} and {@link PartlySaved} changed anything. */
public sealed interface SaveOutcome {

    /**
     * All rows are stored.
     *
     * @param units how many units' figures changed
     */
    record Saved(int units) implements SaveOutcome {}

    /**
     * The rows that were right are stored; the others, by unit, are as they were.
     *
     * @param units how many units' figures changed
     * @param conflicts rows that others changed since the writer saw them
     * @param approved units whose return is approved already
     * @param unexplained what is unusual and has no note that says why
     */
    record PartlySaved(
            int units, List<Conflict> conflicts, List<Long> approved, Map<Long, List<UnusualFinding>> unexplained)
            implements SaveOutcome {

        public boolean whole() {
            return conflicts.isEmpty() && approved.isEmpty() && unexplained.isEmpty();
        }
    }

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
    record Unexplained(Map<Long, List<UnusualFinding>> findings) implements SaveOutcome {}

    /** Units that do not exist in the month or are not the writer's; nothing says which. */
    record NotYours(List<Long> unitIds) implements SaveOutcome {}

    /**
     * What became of the edits of several months that are stored together or not at all.
     *
     * @param month the first month that kept them from being stored, null if all are
     * @param outcome why; {@link SaveOutcome.Saved} counts the unit-months whose figures changed
     */
    public record JointSaveOutcome(@Nullable YearMonth month, SaveOutcome outcome) {

        public boolean saved() {
            return outcome instanceof SaveOutcome.Saved;
        }
    }
}
