package vn.hoso.figures.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * New figures for one month, saved together or not at all.
 *
 * @param month the month
 * @param rows one per unit, each unit at most once
 * @param source where they came from
 * @param origin the file they came from, null if they came another way
 */
public record MonthEdit(
        YearMonth month,
        List<Row> rows,
        ReturnSource source,
        @Nullable Origin origin) {

    /** New figures that came from no file. */
    public MonthEdit(YearMonth month, List<Row> rows, ReturnSource source) {
        this(month, rows, source, null);
    }

    /** The units that get new figures, in the order of the rows. */
    public List<Long> unitIds() {
        return rows.stream().map(Row::unitId).toList();
    }

    /** The same with other rows. */
    public MonthEdit withRows(List<Row> other) {
        return new MonthEdit(month, other, source, origin);
    }

    /** A file that figures came from. */
    public sealed interface Origin {

        /**
         * An imported file.
         *
         * @param places where each unit stands in it
         */
        record File(long id, Map<Long, Place> places) implements Origin {}

        /**
         * A list of dossiers.
         *
         * @param dossiers how many of each unit's were counted
         */
        record Extract(long id, Map<Long, Integer> dossiers) implements Origin {}
    }

    /**
     * A row of an imported file.
     *
     * @param sheet the name of its sheet
     * @param row its number in the sheet, from 1
     */
    public record Place(String sheet, int row) {}

    /**
     * New figures of one unit.
     *
     * @param unitId the unit
     * @param expectedVersion the version the writer saw, 0 if there was no return yet
     * @param figures what they entered
     */
    public record Row(long unitId, int expectedVersion, ReturnFigures figures) {

        /** The same with other figures. */
        public Row with(ReturnFigures other) {
            return new Row(unitId, expectedVersion, other);
        }
    }
}
