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
public record ParsedRow(int number, SortedMap<Integer, ParsedCell> cells, Set<Mark> marks) {

    public enum Mark {
        /** Not shown: hidden, folded into a group, without height, or filtered out. */
        HIDDEN,
        /** Hidden, and within the range of the sheet's filter. */
        FILTERED,
        /** A cell of it is struck through. */
        STRUCK
    }

    public ParsedRow(int number, SortedMap<Integer, ParsedCell> cells) {
        this(number, cells, Set.of());
    }

    public ParsedCell cell(int column) {
        return cells.getOrDefault(column, ParsedCell.BLANK);
    }

    public String text(int column) {
        return cell(column).text().strip();
    }

    /** The address of one of its cells, such as D12. */
    public String address(int column) {
        return Columns.letters(column) + number;
    }
}
