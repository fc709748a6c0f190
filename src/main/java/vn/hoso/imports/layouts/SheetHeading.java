package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;

/** The rows of a heading, of which the upper ones span several columns of the lower ones. */
final class SheetHeading {

    private static final int MOST_ROWS = 6;

    /** Words that stand above a table without being part of its heading. */
    private static final Pattern BESIDE = Pattern.compile(
            "ngay .*thang .*nam.*|.*\\b(?:don vi tinh|dvt)\\b.*|cong hoa xa hoi.*|doc lap.*|mau so.*|bieu so.*");

    /** A number as text, or a dash in its place. */
    private static final Pattern FIGURE = Pattern.compile("[0-9][0-9.,\\s]*|[-\u2013\u2014]+");

    private final List<ParsedRow> rows;
    private final int unitColumn;

    private SheetHeading(List<ParsedRow> rows, int unitColumn) {
        this.rows = rows;
        this.unitColumn = unitColumn;
    }

    /** The heading that begins in the first of these rows: it goes on while the units' column stays empty. */
    static SheetHeading from(List<ParsedRow> rows, int unitColumn) {
        return new SheetHeading(down(rows, unitColumn), unitColumn);
    }

    /** The heading around the row at {@code at}, with the rows right above it that have words over the figures. */
    static SheetHeading around(List<ParsedRow> rows, int at, int unitColumn) {
        return around(rows, at, unitColumn, row -> overFigures(row, unitColumn));
    }

    /** The same where it is printed once more below figures, which are no part of it. */
    static SheetHeading again(List<ParsedRow> rows, int at, int unitColumn) {
        return around(
                rows,
                at,
                unitColumn,
                row -> overFigures(row, unitColumn) && row.cell(unitColumn).blank() && !figures(row, unitColumn));
    }

    private static SheetHeading around(List<ParsedRow> rows, int at, int unitColumn, Predicate<ParsedRow> part) {
        List<ParsedRow> heading = new ArrayList<>(down(rows.subList(at, rows.size()), unitColumn));
        for (int above = at - 1; above >= 0 && heading.size() < 2 * MOST_ROWS; above--) {
            ParsedRow row = rows.get(above);
            if (row.number() != heading.get(0).number() - 1 || !part.test(row)) {
                break;
            }
            heading.add(0, row);
        }
        return new SheetHeading(heading, unitColumn);
    }

    /** The rows of a heading that is known. */
    static SheetHeading between(ParsedSheet sheet, SheetLayout layout) {
        return new SheetHeading(
                sheet.first(layout.headerRow()).stream()
                        .filter(row -> row.number() >= layout.firstHeaderRow())
                        .toList(),
                layout.unitColumn());
    }

    private static List<ParsedRow> down(List<ParsedRow> rows, int unitColumn) {
        List<ParsedRow> heading = new ArrayList<>();
        for (ParsedRow row : rows) {
            boolean next = heading.isEmpty()
                    || row.number() == heading.get(heading.size() - 1).number() + 1
                            && row.cell(unitColumn).blank()
                            && words(row);
            if (!next || heading.size() == MOST_ROWS) {
                break;
            }
            heading.add(row);
        }
        return heading;
    }

    private static boolean overFigures(ParsedRow row, int unitColumn) {
        return row.cells().tailMap(unitColumn + 1).values().stream()
                .map(cell -> UnaccentedText.of(cell.text()))
                .anyMatch(words -> !words.isEmpty() && !BESIDE.matcher(words).matches() && !MonthPatterns.named(words));
    }

    private static boolean figures(ParsedRow row, int unitColumn) {
        return row.cells().tailMap(unitColumn + 1).values().stream()
                .anyMatch(cell -> cell.kind() != ParsedCell.Kind.TEXT
                        || FIGURE.matcher(cell.text().strip()).matches());
    }

    private static boolean words(ParsedRow row) {
        return row.cells().values().stream().allMatch(cell -> cell.kind() == ParsedCell.Kind.TEXT)
                && row.cells().values().stream()
                        .anyMatch(cell -> cell.text().chars().anyMatch(Character::isLetter));
    }

    int firstRow() {
        return rows.get(0).number();
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
                    String spanning = spanning(rows.get(at), column);
                    if (!spanning.isEmpty()) {
                        words.add(spanning);
                    }
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

    /** The nearest words to the left, which a merged cell shows above this column too; never those of the names. */
    private String spanning(ParsedRow row, int column) {
        SortedMap<Integer, ParsedCell> left = column > unitColumn
                ? row.cells().subMap(unitColumn + 1, column)
                : row.cells().headMap(column);
        return left.isEmpty() ? "" : row.text(left.lastKey());
    }
}
