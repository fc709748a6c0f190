package vn.hoso.imports.files;

import java.util.List;

/**
 * A sheet.
 *
 * @param name its name, empty in a .csv file
 * @param rows the rows that hold something, from the top
 * @param from1904 whether its dates are counted from 1904
 */
public record Sheet(String name, List<SheetRow> rows, boolean from1904) {

    public List<SheetRow> first(int rowNumber) {
        return rows.stream().takeWhile(row -> row.number() <= rowNumber).toList();
    }

    public List<SheetRow> after(int rowNumber) {
        return rows.stream().dropWhile(row -> row.number() <= rowNumber).toList();
    }
}
