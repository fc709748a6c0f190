package vn.hoso.imports.layouts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedRow;

/**
 * What the headings say that were copied along with a block of cells, even if they do not name every figure.
 *
 * @param columns the column of each measure that is named
 * @param words for each column the words above it
 */
public record BlockHeadings(Map<Measure, Integer> columns, Map<Integer, String> words) {

    /**
     * The headings in these rows, which stand above the figures and may begin with a title.
     *
     * @param unitColumn the column of the units' names, 0 for none
     * @return nothing if no row names a measure, or if two columns would be the same one
     */
    public static Optional<BlockHeadings> in(List<ParsedRow> rows, int unitColumn, AddedColumns added) {
        return IntStream.range(0, rows.size())
                .mapToObj(from -> SheetHeading.from(rows.subList(from, rows.size()), unitColumn))
                .map(SheetHeading::columns)
                .flatMap(words ->
                        measures(words, unitColumn, added).map(columns -> new BlockHeadings(columns, words)).stream())
                .reduce((best, other) -> other.columns().size() > best.columns().size() ? other : best);
    }

    /** Whether a row's name is a class of service rather than a unit, as in sheets with three rows for each unit. */
    public static boolean classOfService(String name) {
        return ColumnMeaning.fullProcess(name) || ColumnMeaning.partial(name);
    }

    private static Optional<Map<Measure, Integer>> measures(
            Map<Integer, String> words, int unitColumn, AddedColumns added) {
        Map<Integer, String> others = new HashMap<>(words);
        others.remove(unitColumn);
        return LayoutFinder.measures(others, added).filter(columns -> !columns.isEmpty());
    }
}
