package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hoso.imports.files.SheetCell;
import vn.hoso.imports.files.SheetRow;

/** The rows of a heading, of which the upper ones span several columns of the lower ones. */
final class Heading {

    private static final int MOST_ROWS = 3;

    private final List<SheetRow> rows;

    private Heading(List<SheetRow> rows) {
        this.rows = rows;
    }

    /** The heading that begins in the first of these rows: it goes on while the units' column stays empty. */
    static Heading from(List<SheetRow> rows, int unitColumn) {
        List<SheetRow> heading = new ArrayList<>();
        for (SheetRow row : rows) {
            boolean next = heading.isEmpty() || row.cell(unitColumn).blank() && words(row);
            if (!next || heading.size() == MOST_ROWS) {
                break;
            }
            heading.add(row);
        }
        return new Heading(heading);
    }

    private static boolean words(SheetRow row) {
        return row.cells().values().stream().allMatch(cell -> cell.kind() == SheetCell.Kind.TEXT)
                && row.cells().values().stream()
                        .anyMatch(cell -> cell.text().chars().anyMatch(Character::isLetter));
    }

    int lastRow() {
        return rows.get(rows.size() - 1).number();
    }

    /** For each column the words above its figures, the widest first. */
    Map<Integer, String> columns() {
        Map<Integer, String> columns = new TreeMap<>();
        for (int column : occupied()) {
            List<String> words = new ArrayList<>();
            for (int at = 0; at < rows.size(); at++) {
                String own = rows.get(at).text(column);
                if (!own.isEmpty()) {
                    words.add(own);
                } else if (saidBelow(at, column)) {
                    words.add(spanning(rows.get(at), column));
                }
            }
            columns.put(column, String.join(" / ", words));
        }
        return columns;
    }

    private List<Integer> occupied() {
        return rows.stream()
                .flatMap(row -> row.cells().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private boolean saidBelow(int at, int column) {
        return rows.subList(at + 1, rows.size()).stream()
                .anyMatch(row -> !row.text(column).isEmpty());
    }

    /** The nearest words to the left, which a merged cell shows above this column too. */
    private static String spanning(SheetRow row, int column) {
        return row.cells().headMap(column).isEmpty()
                ? ""
                : row.text(row.cells().headMap(column).lastKey());
    }
}
