package vn.hoso.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.results.MeasuredSums.Due;
import vn.hoso.units.Unit;

/**
 * What one unit reported in a period.
 *
 * @param unit the unit under its last name in the period
 * @param dueMonths months of the period whose returns are expected of whoever existed
 * @param expectedMonths months of the period in which the unit existed and returns were expected
 * @param expectedIn which these are, in order
 * @param reportedMonths of these, with a complete return
 * @param approvedMonths of these, approved
 * @param counts their sum, null if there are none
 * @param changedAt when the latest of them changed, null if there are none
 * @param measured the defined indicators that measure some month of the period, with the unit's months that they should rest on
 * @param state what acts made of the unit
 * @param past what is to be said of figures that are not simply its own, else null
 */
record UnitResultTotals(
        Unit unit,
        int dueMonths,
        int expectedMonths,
        List<YearMonth> expectedIn,
        int reportedMonths,
        int approvedMonths,
        @Nullable Counts counts,
        @Nullable Instant changedAt,
        List<Due> measured,
        UnitState state,
        @Nullable UnitResultsPast past) {

    /**
     * What acts make of a unit: until today, unless said otherwise.
     *
     * @param succeeded whether others came of it
     * @param born whether it came of others
     * @param ended whether it is there no more; only told where today's units are asked for
     * @param related whether it came of others, or others come of it, by any act, those that are not in force yet included
     */
    record UnitState(boolean succeeded, boolean born, boolean ended, boolean related) {

        static UnitState of(ResultSet row) throws SQLException {
            return new UnitState(
                    row.getBoolean("succeeded"),
                    row.getBoolean("born"),
                    row.getBoolean("ended"),
                    row.getBoolean("related"));
        }
    }
}
