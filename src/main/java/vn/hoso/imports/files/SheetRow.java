package vn.hoso.imports.files;

import java.util.Set;
import java.util.SortedMap;

/**
 * A row that holds something.
 *
 * @param number its number as the file's reader sees it, from 1
 * @param cells its cells by column, from 1; blank ones are absent
 * @param marks what a person who looks at the sheet sees of the row as a whole
 */
public record SheetRow(int number, SortedMap<Integer, SheetCell> cells, Set<Mark> marks) {

    public enum Mark {
        /** Not shown: hidden, folded into a group, without height, or filtered out. */
        HIDDEN,
        /** Hidden, and within the range of the sheet's filter. */
        FILTERED,
        /** A cell of it is struck through. */
        STRUCK
    }

    public SheetRow(int number, SortedMap<Integer, SheetCell> cells) {
        this(number, cells, Set.of());
    }

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
