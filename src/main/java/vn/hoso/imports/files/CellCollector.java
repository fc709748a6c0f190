package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Takes a sheet's cells one by one and refuses too many, or one too far out. */
final class CellCollector {

    private final String sheet;
    private final Count count;
    private final List<SheetRow> rows = new ArrayList<>();
    private TreeMap<Integer, SheetCell> cells = new TreeMap<>();

    /** Cells of the whole file so far. */
    static final class Count {
        private int cells;
    }

    CellCollector(String sheet, Count count) {
        this.sheet = sheet;
        this.count = count;
    }

    void cell(int row, int column, SheetCell cell) {
        if (cell.blank()) {
            return;
        }
        if (row > Limits.ROWS || column > Limits.COLUMNS) {
            throw Refusals.of(
                    "far",
                    sheet,
                    Columns.letters(column) + row,
                    String.valueOf(Limits.ROWS),
                    Columns.letters(Limits.COLUMNS));
        }
        if (cell.text().length() > Limits.CELL_CHARACTERS) {
            throw Refusals.of("long-text", sheet, Columns.letters(column) + row);
        }
        count.cells++;
        if (count.cells > Limits.CELLS) {
            throw Refusals.of("cells", sheet, Columns.letters(column) + row, String.valueOf(Limits.CELLS));
        }
        cells.put(column, cell);
    }

    void endRow(int row) {
        if (cells.isEmpty()) {
            return;
        }
        if (!rows.isEmpty() && rows.get(rows.size() - 1).number() >= row) {
            throw Refusals.of("damaged");
        }
        rows.add(new SheetRow(row, cells));
        cells = new TreeMap<>();
    }

    Sheet sheet(boolean from1904) {
        return new Sheet(sheet, List.copyOf(rows), from1904);
    }
}
