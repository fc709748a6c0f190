package vn.hoso.imports.layouts;

import java.util.EnumMap;
import java.util.Map;
import vn.hoso.figures.Measure;

/**
 * Where a sheet's figures stand. Columns count from 1; 0 is a column that the sheet does not have.
 *
 * @param kind how rows and units go together
 * @param headerRow the last row of the heading
 * @param unitColumn the units' names
 * @param codeColumn the units' codes
 * @param monthColumn the month of each row
 * @param noteColumn the units' notes
 * @param columns the column of each measure
 */
public record Layout(
        Kind kind,
        int headerRow,
        int unitColumn,
        int codeColumn,
        int monthColumn,
        int noteColumn,
        Map<Measure, Integer> columns) {

    public enum Kind {
        /** One row for each unit, one column for each measure. */
        WIDE,
        /** A row of all dossiers for each unit, and below it a row for each class. */
        TALL
    }

    public Layout {
        columns = Map.copyOf(columns);
    }

    /** A layout that a person described. */
    public static Layout chosen(int headerRow, int unitColumn, Map<Measure, Integer> columns) {
        return new Layout(Kind.WIDE, headerRow, unitColumn, 0, 0, 0, new EnumMap<>(columns));
    }
}
