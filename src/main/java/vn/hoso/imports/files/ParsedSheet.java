package vn.hoso.imports.files;

import java.util.List;
import java.util.Set;

/**
 * A sheet.
 *
 * @param name its name, "CSV" in a .csv file
 * @param rows the rows that hold something, from the top, those that the file hides among them
 * @param from1904 whether its dates are counted from 1904
 * @param hiddenTab whether the workbook hides it
 * @param hiddenColumns the columns that it hides, from 1
 * @param beside of one of the months that stand side by side: the columns after them, which belong to none
 */
public record ParsedSheet(
        String name,
        List<ParsedRow> rows,
        boolean from1904,
        boolean hiddenTab,
        Set<Integer> hiddenColumns,
        List<ColumnBeside> beside) {

    public ParsedSheet(
            String name, List<ParsedRow> rows, boolean from1904, boolean hiddenTab, Set<Integer> hiddenColumns) {
        this(name, rows, from1904, hiddenTab, hiddenColumns, List.of());
    }

    public ParsedSheet(String name, List<ParsedRow> rows, boolean from1904, boolean hiddenTab) {
        this(name, rows, from1904, hiddenTab, Set.of());
    }

    public ParsedSheet(String name, List<ParsedRow> rows, boolean from1904) {
        this(name, rows, from1904, false);
    }

    /** The same with the columns after its month. */
    public ParsedSheet with(List<ColumnBeside> columns) {
        return new ParsedSheet(name, rows, from1904, hiddenTab, hiddenColumns, columns);
    }

    public List<ParsedRow> first(int rowNumber) {
        return rows.stream().takeWhile(row -> row.number() <= rowNumber).toList();
    }

    public List<ParsedRow> after(int rowNumber) {
        return rows.stream().dropWhile(row -> row.number() <= rowNumber).toList();
    }
}
