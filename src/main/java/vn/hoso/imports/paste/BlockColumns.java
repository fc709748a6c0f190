package vn.hoso.imports.paste;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;

/**
 * What a block's columns hold, told from its cells alone. Columns count from 1; 0 is one that the block does not have.
 *
 * @param firstRow the number of the first row with figures; what stands above is a heading
 * @param name the units' names
 * @param code the units' codes
 * @param month the month of each row
 * @param figures the columns of figures in their order, empty ones between them among them
 * @param blank those of them that are empty
 * @param unused the others, with what they hold
 */
record BlockColumns(
        int firstRow,
        int name,
        int code,
        int month,
        List<Integer> figures,
        Set<Integer> blank,
        Map<Integer, Unused> unused) {

    /** A, II and their like number rows and columns. */
    private static final int LONGEST_NUMERAL = 2;

    /** Why a column is not used. */
    enum Unused {
        BEFORE_THE_NAME,
        CODE,
        MONTH,
        RATE,
        TEXT,
        OTHER_HEADING
    }

    /**
     * The columns of a block.
     *
     * @param unit whether a text names a unit
     * @param unitCode whether a text is the code of a unit
     */
    static BlockColumns of(ParsedSheet sheet, Predicate<String> unit, Predicate<String> unitCode) {
        int name = nameColumn(sheet, text -> unit.test(text) && !unitCode.test(text));
        int firstRow = firstRow(sheet, name);
        List<ParsedRow> rows = sheet.after(firstRow - 1);
        int widest = rows.stream().mapToInt(row -> row.cells().lastKey()).max().orElse(0);
        int code = codeColumn(rows, name, unitCode);
        Map<Integer, Unused> unused = new TreeMap<>();
        Set<Integer> blank = new HashSet<>();
        List<Integer> figures = new ArrayList<>();
        int month = 0;
        for (int column = 1; column <= widest; column++) {
            List<String> texts = texts(rows, column);
            if (column == code) {
                unused.put(column, Unused.CODE);
            } else if (column < name && !texts.isEmpty()) {
                unused.put(column, Unused.BEFORE_THE_NAME);
            } else if (column > name) {
                if (texts.isEmpty()) {
                    blank.add(column);
                    figures.add(column);
                } else if (texts.stream().allMatch(PastedCellKind::month)) {
                    month = column;
                    unused.put(column, Unused.MONTH);
                } else if (rates(texts)) {
                    unused.put(column, Unused.RATE);
                } else if (texts.stream().anyMatch(PastedCellKind::words)
                        && texts.stream().noneMatch(PastedCellKind::figure)) {
                    unused.put(column, Unused.TEXT);
                } else {
                    figures.add(column);
                }
            }
        }
        return new BlockColumns(firstRow, name, code, month, figures, blank, unused).withoutBlankEnd();
    }

    /** Empty columns after the last figure belong to what is not used. */
    private BlockColumns withoutBlankEnd() {
        while (!figures.isEmpty() && blank.contains(figures.get(figures.size() - 1))) {
            blank.remove(figures.remove(figures.size() - 1));
        }
        return this;
    }

    /** Texts that may be names in a block of which no column names a known unit: those before its last figures. */
    List<String> possibleNames(ParsedSheet sheet) {
        int last = figures.isEmpty() ? 0 : figures.get(figures.size() - 1);
        return unused.entrySet().stream()
                .filter(column -> column.getValue() == Unused.TEXT && column.getKey() < last)
                .flatMap(column -> texts(sheet.after(firstRow - 1), column.getKey()).stream())
                .distinct()
                .toList();
    }

    /** Whether rows above the figures have words in their columns. */
    boolean headed(ParsedSheet sheet) {
        return sheet.first(firstRow - 1).stream()
                .flatMap(row -> figures.stream().map(row::text))
                .anyMatch(text -> PastedCellKind.words(text) && text.length() > LONGEST_NUMERAL);
    }

    /** A single figure with decimals may as well be a count that was typed wrongly. */
    private static boolean rates(List<String> texts) {
        return texts.stream().allMatch(PastedCellKind::besideRates)
                && (texts.stream().anyMatch(PastedCellKind::percent)
                        || texts.stream().filter(PastedCellKind::rate).count() > 1);
    }

    private static int nameColumn(ParsedSheet sheet, Predicate<String> unit) {
        Map<Integer, Integer> found = new TreeMap<>();
        sheet.rows().forEach(row -> row.cells().forEach((column, cell) -> {
            if (PastedCellKind.words(cell.text()) && unit.test(cell.text().strip())) {
                found.merge(column, 1, Integer::sum);
            }
        }));
        return found.entrySet().stream()
                .reduce((best, other) -> other.getValue() > best.getValue() ? other : best)
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static int firstRow(ParsedSheet sheet, int name) {
        return sheet.rows().stream()
                .filter(row -> name == 0
                        || PastedCellKind.words(row.text(name))
                                && row.text(name).length() > LONGEST_NUMERAL)
                .filter(row -> row.cells().keySet().stream()
                        .anyMatch(column -> column != name && PastedCellKind.figure(row.text(column))))
                .mapToInt(ParsedRow::number)
                .findFirst()
                .orElse(sheet.rows().get(sheet.rows().size() - 1).number() + 1);
    }

    /** Beside the names; a number there that only happens to be some unit's code makes no column of codes. */
    private static int codeColumn(List<ParsedRow> rows, int name, Predicate<String> unitCode) {
        return IntStream.of(name - 1, name + 1)
                .filter(column -> name > 0 && column > 0)
                .filter(column -> {
                    List<String> codes = texts(rows, column).stream()
                            .filter(text -> unitCode.test(text) || !PastedCellKind.words(text))
                            .toList();
                    return !codes.isEmpty() && codes.stream().allMatch(unitCode);
                })
                .findFirst()
                .orElse(0);
    }

    private static List<String> texts(List<ParsedRow> rows, int column) {
        return rows.stream()
                .map(row -> row.text(column))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
