package vn.hoso.units;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who enters a unit's figures, told by the module that knows people. */
@FunctionalInterface
public interface UnitReporters {

    /**
     * A person who reports for a unit.
     *
     * @param name their name
     * @param from first day, null: from the beginning
     * @param to last day, null: until taken away
     * @param enabled whether they may sign in
     */
    record Reporter(
            String name, @Nullable LocalDate from, @Nullable LocalDate to, boolean enabled) {}

    /** In the order of their names. */
    List<Reporter> findByUnit(long unitId);
}
