package vn.hoso.imports.layouts;

import java.util.Map;
import java.util.TreeMap;
import vn.hoso.figures.domain.Measure;

/**
 * Where a sheet's figures stand. Columns count from 1; 0 is a column that the sheet does not have.
 *
 * @param kind how rows and units go together
 * @param firstHeaderRow the first row of the heading
 * @param headerRow the last row of the heading
 * @param unitColumn the units' names; the column of months where all rows are of one unit
 * @param codeColumn the units' codes
 * @param monthColumn the month of each row
 * @param noteColumn the units' notes
 * @param classColumn the class of service of each row
 * @param columns the column of each measure
 */
public record SheetLayout(
        Kind kind,
        int firstHeaderRow,
        int headerRow,
        int unitColumn,
        int codeColumn,
        int monthColumn,
        int noteColumn,
        int classColumn,
        Map<Measure, Integer> columns) {

    public enum Kind {
        /** One row for each unit, one column for each measure. */
        WIDE,
        /** A row of all dossiers for each unit, and below it a row for each class. */
        TALL,
        /** The same, with the class of each row in a column of its own. */
        CLASS_COLUMN
    }

    public SheetLayout {
        columns = Map.copyOf(columns);
    }

    /** A layout whose heading is one row. */
    public SheetLayout(
            Kind kind,
            int headerRow,
            int unitColumn,
            int codeColumn,
            int monthColumn,
            int noteColumn,
            Map<Measure, Integer> columns) {
        this(kind, headerRow, headerRow, unitColumn, codeColumn, monthColumn, noteColumn, 0, columns);
    }

    /** Whether all rows are of one unit, with a month in each. */
    public boolean ofOneUnit() {
        return unitColumn > 0 && unitColumn == monthColumn;
    }

    /** The columns that say something of each row and are no measure's, by what they say: class, month, note. */
    public Map<String, Integer> rowColumns() {
        Map<String, Integer> found =
                new TreeMap<>(Map.of("class", classColumn, "month", ofOneUnit() ? 0 : monthColumn, "note", noteColumn));
        found.values().removeIf(column -> column == 0);
        return found;
    }

    /** A layout that a person described. */
    public static SheetLayout chosen(int headerRow, int unitColumn, Map<Measure, Integer> columns) {
        return new SheetLayout(Kind.WIDE, headerRow, unitColumn, 0, 0, 0, columns);
    }
}
