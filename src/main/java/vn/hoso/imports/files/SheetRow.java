package vn.hoso.imports.files;

import java.util.SortedMap;

/**
 * A row that holds something.
 *
 * @param number its number as the file's reader sees it, from 1
 * @param cells its cells by column, from 1; blank ones are absent
 */
public record SheetRow(int number, SortedMap<Integer, SheetCell> cells) {

    public SheetCell cell(int column) {
        return cells.getOrDefault(column, SheetCell.BLANK);
    }

    public String text(int column) {
        return cell(column).text().strip();
    }

    /** The address of one of its cells, such as D12. */
    public String address(int column) {
        return Columns.letters(column) + number;
    }
}
