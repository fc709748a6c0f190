package vn.hoso.imports.layouts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;

/** Recognises the layouts that the program knows, wherever in the sheet they begin. */
public final class LayoutFinder {

    private static final int ROWS_TRIED = 60;
    private static final int ROWS_LOOKED_AT = 12;

    /** Columns of one row that may be the units'; a row with more of them is no heading. */
    private static final int COLUMNS_TRIED = 3;

    /** Headings of one sheet that are tried; one that has more of them is no table. */
    private static final int HEADINGS_TRIED = 12;

    private static final List<Measure> ALL_IN_A_ROW = List.of(
            Measure.FULL_PROCESS_RECEIVED,
            Measure.FULL_PROCESS_ONLINE,
            Measure.PARTIAL_RECEIVED,
            Measure.PARTIAL_ONLINE,
            Measure.DOSSIERS_RECEIVED);

    private static final Set<Measure> TWO = Set.of(Measure.DOSSIERS_RECEIVED, Measure.ONLINE_REPORTED);

    private LayoutFinder() {}

    /**
     * The layout of the first table. Where the first one is not known, a table below it is not taken in its place.
     */
    public static Optional<SheetLayout> in(ParsedSheet sheet, AddedColumns added) {
        int headed = 0;
        for (Headed at : headings(sheet).toList()) {
            if (headed > 0 && at.heading().firstRow() > headed) {
                return Optional.empty();
            }
            Optional<SheetLayout> found = layout(sheet, at.heading(), at.unitColumn(), added);
            if (found.isPresent()) {
                return found;
            }
            headed = at.words().size() >= ALL_IN_A_ROW.size() ? at.heading().lastRow() : headed;
        }
        return Optional.empty();
    }

    /**
     * The layout of a table that is all about one unit, where no table of units is known: its rows are months, and no words over a
     * column are those over units' names.
     */
    static Optional<SheetLayout> ofOneUnit(ParsedSheet sheet, AddedColumns added) {
        return headings(sheet, ColumnMeaning::monthOfRow)
                .filter(at -> at.words().values().stream().noneMatch(ColumnMeaning::unit))
                .flatMap(at -> layout(sheet, at.heading(), at.unitColumn(), added)
                        .filter(layout -> layout.kind() == SheetLayout.Kind.WIDE)
                        .map(layout -> OneUnitSheet.layout(
                                at.heading().firstRow(),
                                layout.headerRow(),
                                at.unitColumn(),
                                layout.noteColumn(),
                                layout.columns()))
                        .stream())
                .findFirst();
    }

    /** The heading that says most of what it is about, whether or not all of it is known. */
    static Optional<Headed> nearest(ParsedSheet sheet, AddedColumns added) {
        Map<Headed, Long> known = new LinkedHashMap<>();
        headings(sheet)
                .forEach(each -> known.put(
                        each,
                        each.words().values().stream()
                                .flatMap(words -> added.measure(words).stream())
                                .distinct()
                                .count()));
        // The first of those that say most.
        return known.entrySet().stream()
                .reduce((best, other) -> other.getValue() > best.getValue() ? other : best)
                .map(Map.Entry::getKey);
    }

    /**
     * A heading over the units' names.
     *
     * @param unitColumn the names' column
     */
    record Headed(SheetHeading heading, int unitColumn) {

        /** The words above each other column. */
        Map<Integer, String> words() {
            Map<Integer, String> words = new HashMap<>(heading.columns());
            words.remove(unitColumn);
            return words;
        }
    }

    /** Whether the row, below a table, is a heading of names and of figures, of this layout or of another. */
    static Optional<Headed> headed(List<ParsedRow> rows, int at, SheetLayout layout) {
        Predicate<String> names = layout.ofOneUnit() ? ColumnMeaning::monthOfRow : words -> false;
        return columns(rows.get(at), names.or(ColumnMeaning::unit))
                .map(column -> new Headed(SheetHeading.again(rows, at, column), column))
                .findFirst();
    }

    private static Stream<Integer> columns(ParsedRow row, Predicate<String> names) {
        return row.cells().entrySet().stream()
                .filter(cell -> cell.getValue().kind() == ParsedCell.Kind.TEXT
                        && names.test(cell.getValue().text()))
                .map(Map.Entry::getKey)
                .limit(COLUMNS_TRIED);
    }

    private static Stream<Headed> headings(ParsedSheet sheet) {
        return headings(sheet, ColumnMeaning::unit);
    }

    /** @param names whether the words stand over the names of the rows */
    private static Stream<Headed> headings(ParsedSheet sheet, Predicate<String> names) {
        List<ParsedRow> rows = sheet.rows();
        return IntStream.range(0, Math.min(ROWS_TRIED, rows.size()))
                .boxed()
                .flatMap(at -> columns(rows.get(at), names)
                        .map(column -> new Headed(SheetHeading.around(rows, at, column), column)))
                .limit(HEADINGS_TRIED);
    }

    private static Optional<SheetLayout> layout(
            ParsedSheet sheet, SheetHeading heading, int unitColumn, AddedColumns added) {
        Map<Integer, String> columns = new Headed(heading, unitColumn).words();
        Map<Measure, Integer> measures = measures(columns, added).orElse(null);
        if (measures == null) {
            return Optional.empty();
        }
        if (!measures.keySet().containsAll(ALL_IN_A_ROW)) {
            // Where a unit has a row for each class, an added figure would have to be told for each of them.
            measures.keySet().removeIf(Measure::added);
        }
        int classColumn = measures.keySet().equals(TWO) ? classColumn(sheet, heading, columns, measures) : 0;
        return kind(sheet, heading, unitColumn, classColumn, measures)
                .map(kind -> new SheetLayout(
                        kind,
                        heading.firstRow(),
                        heading.lastRow(),
                        unitColumn,
                        first(columns, ColumnMeaning::code),
                        first(columns, ColumnMeaning::month),
                        first(columns, ColumnMeaning::note),
                        classColumn,
                        measures));
    }

    private static Optional<SheetLayout.Kind> kind(
            ParsedSheet sheet, SheetHeading heading, int unitColumn, int classColumn, Map<Measure, Integer> measures) {
        if (measures.keySet().containsAll(ALL_IN_A_ROW)) {
            return Optional.of(SheetLayout.Kind.WIDE);
        }
        if (!measures.keySet().equals(TWO)) {
            return Optional.empty();
        }
        if (classColumn > 0) {
            return Optional.of(SheetLayout.Kind.CLASS_COLUMN);
        }
        return bothClasses(sheet, heading, unitColumn) ? Optional.of(SheetLayout.Kind.TALL) : Optional.empty();
    }

    private static int classColumn(
            ParsedSheet sheet, SheetHeading heading, Map<Integer, String> columns, Map<Measure, Integer> measures) {
        return columns.keySet().stream()
                .filter(column -> !measures.containsValue(column) && bothClasses(sheet, heading, column))
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
    }

    private static boolean bothClasses(ParsedSheet sheet, SheetHeading heading, int column) {
        List<ParsedRow> rows =
                sheet.after(heading.lastRow()).stream().limit(ROWS_LOOKED_AT).toList();
        return rows.stream().anyMatch(row -> ColumnMeaning.fullProcess(row.text(column)))
                && rows.stream().anyMatch(row -> ColumnMeaning.partial(row.text(column)));
    }

    private static int first(Map<Integer, String> columns, Predicate<String> meaning) {
        return columns.entrySet().stream()
                .filter(column -> meaning.test(column.getValue()))
                .mapToInt(Map.Entry::getKey)
                .min()
                .orElse(0);
    }

    /** The column of each measure that the words above the columns name; nothing if two columns would be the same one. */
    static Optional<Map<Measure, Integer>> measures(Map<Integer, String> words, AddedColumns added) {
        Map<Measure, Integer> columns = new TreeMap<>();
        for (Map.Entry<Integer, String> column : words.entrySet()) {
            Optional<Measure> measure = added.measure(column.getValue());
            if (measure.isPresent() && columns.put(measure.get(), column.getKey()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(columns);
    }
}
