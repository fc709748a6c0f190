package vn.hoso.figures.domain;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

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
