package vn.hoso.imports.layouts;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.hoso.figures.Measure;
import vn.hoso.imports.files.Sheet;
import vn.hoso.imports.files.SheetRow;

/** Recognises the layouts that the program knows, wherever in the sheet they begin. */
public final class LayoutFinder {

    private static final int ROWS_TRIED = 60;
    private static final int ROWS_LOOKED_AT = 12;
    private static final List<Measure> ALL_IN_A_ROW = List.of(
            Measure.FULL_PROCESS_RECEIVED,
            Measure.FULL_PROCESS_ONLINE,
            Measure.PARTIAL_RECEIVED,
            Measure.PARTIAL_ONLINE,
            Measure.DOSSIERS_RECEIVED);

    private LayoutFinder() {}

    public static Optional<Layout> in(Sheet sheet) {
        List<SheetRow> rows = sheet.rows();
        for (int at = 0; at < Math.min(ROWS_TRIED, rows.size()); at++) {
            for (int column : rows.get(at).cells().keySet()) {
                if (ColumnMeaning.unit(rows.get(at).text(column))) {
                    Optional<Layout> found = layout(sheet, rows.subList(at, rows.size()), column);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Layout> layout(Sheet sheet, List<SheetRow> rows, int unitColumn) {
        Heading heading = Heading.from(rows, unitColumn);
        Map<Integer, String> columns = new HashMap<>(heading.columns());
        columns.remove(unitColumn);
        Map<Measure, Integer> measures = new EnumMap<>(Measure.class);
        for (Map.Entry<Integer, String> column : columns.entrySet()) {
            Optional<Measure> measure = ColumnMeaning.measure(column.getValue());
            if (measure.isPresent() && measures.put(measure.get(), column.getKey()) != null) {
                return Optional.empty();
            }
        }
        return kind(sheet, heading, unitColumn, measures)
                .map(kind -> new Layout(
                        kind,
                        heading.lastRow(),
                        unitColumn,
                        first(columns, ColumnMeaning::code),
                        first(columns, ColumnMeaning::month),
                        first(columns, ColumnMeaning::note),
                        measures));
    }

    private static Optional<Layout.Kind> kind(
            Sheet sheet, Heading heading, int unitColumn, Map<Measure, Integer> measures) {
        if (measures.keySet().containsAll(ALL_IN_A_ROW)) {
            return Optional.of(Layout.Kind.WIDE);
        }
        boolean classesBelow = sheet.after(heading.lastRow()).stream()
                .limit(ROWS_LOOKED_AT)
                .anyMatch(row -> ColumnMeaning.fullProcess(row.text(unitColumn)));
        boolean both = measures.size() == 2
                && measures.containsKey(Measure.DOSSIERS_RECEIVED)
                && measures.containsKey(Measure.ONLINE_REPORTED);
        return both && classesBelow ? Optional.of(Layout.Kind.TALL) : Optional.empty();
    }

    private static int first(Map<Integer, String> columns, Predicate<String> meaning) {
        return columns.entrySet().stream()
                .filter(column -> meaning.test(column.getValue()))
                .mapToInt(Map.Entry::getKey)
                .min()
                .orElse(0);
    }
}
