package vn.hoso.imports.files;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sheet.
 *
 * @param name its name, "CSV" in a .csv file
 * @param rows the rows that hold something, from the top, those that the file hides among them
 * @param from1904 whether its dates are counted from 1904
 * @param hiddenTab whether the workbook hides it
 * @param hiddenColumns the columns that it hides, from 1
 * @param beside of one of the months that stand side by side: the columns after them, which belong to none
 * @param moved how its columns stand beside those of the first month; null of a sheet by itself
 */
public record ParsedSheet(
        String name,
        List<ParsedRow> rows,
        boolean from1904,
        boolean hiddenTab,
        Set<Integer> hiddenColumns,
        List<ColumnBeside> beside,
        @Nullable Moved moved) {

    /**
     * One of the months that stand side by side.
     *
     * @param from its first column
     * @param by how many columns that is after the first month's
     */
    public record Moved(int from, int by) {}

    public ParsedSheet(
            String name, List<ParsedRow> rows, boolean from1904, boolean hiddenTab, Set<Integer> hiddenColumns) {
        this(name, rows, from1904, hiddenTab, hiddenColumns, List.of(), null);
    }

    public ParsedSheet(String name, List<ParsedRow> rows, boolean from1904, boolean hiddenTab) {
        this(name, rows, from1904, hiddenTab, Set.of());
    }

    public ParsedSheet(String name, List<ParsedRow> rows, boolean from1904) {
        this(name, rows, from1904, false);
    }

    /** The same with the columns after its month. */
    public ParsedSheet with(List<ColumnBeside> columns) {
        return new ParsedSheet(name, rows, from1904, hiddenTab, hiddenColumns, columns, moved);
    }

    /** Whether it is one of the months side by side. */
    public boolean sideBySide() {
        return moved != null;
    }

    /** Whether it is one of them after the first, read as the first is. */
    public boolean readAsFirst() {
        return moved != null && moved.by() > 0;
    }

    /** Where a column would stand in the first of the months side by side: what is said of one of them holds for all. */
    public int ofFirst(int column) {
        return moved != null && column >= moved.from() ? column - moved.by() : column;
    }

    /** Where the column that stands there in the first month stands in this one. */
    public int ofThis(int ofFirst) {
        return moved != null && ofFirst >= moved.from() - moved.by() ? ofFirst + moved.by() : ofFirst;
    }

    public List<ParsedRow> first(int rowNumber) {
        return rows.stream().takeWhile(row -> row.number() <= rowNumber).toList();
    }

    public List<ParsedRow> after(int rowNumber) {
        return rows.stream().dropWhile(row -> row.number() <= rowNumber).toList();
    }
}
