package vn.hoso.imports.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.imports.paste.PasteChoices.ColumnOrder;

/** The orders that a block's columns could be in, and whether its figures allow them. */
final class ColumnOrders {

    private static final List<Measure> FORM_766 = List.of(
            Measure.DOSSIERS_RECEIVED,
            Measure.ONLINE_REPORTED,
            Measure.FULL_PROCESS_RECEIVED,
            Measure.FULL_PROCESS_ONLINE,
            Measure.PARTIAL_RECEIVED,
            Measure.PARTIAL_ONLINE);

    /** The rules that figures in the wrong columns break; the others ask for a second figure or a word of why. */
    private static final Set<String> TELLING =
            Set.of("onlineAboveReceived", "eligibleAboveAll", "onlineAboveAll", "paidAbovePayable", "aboveOther");

    /** So few columns may as well be the ones from the cursor on. */
    private static final int WHOLE = 5;

    private ColumnOrders() {}

    /**
     * The orders for a block without headings, the likeliest first; none if it has more columns than they.
     *
     * @param grid what the month is asked for, in the order of the grid
     * @param figures its columns of figures
     * @param blank the empty ones among them
     * @param named whether its rows name their units
     * @param cursor the measure that had the focus
     * @return for each order the column of each measure
     */
    static Map<ColumnOrder, Map<Measure, Integer>> of(
            List<Measure> grid, List<Integer> figures, Set<Integer> blank, boolean named, Measure cursor) {
        List<Integer> full =
                figures.stream().filter(column -> !blank.contains(column)).toList();
        List<Measure> fromCursor = grid.subList(Math.max(0, grid.indexOf(cursor)), grid.size());
        boolean first = grid.indexOf(cursor) == 0;
        Map<ColumnOrder, Map<Measure, Integer>> orders = new LinkedHashMap<>();
        if (named && figures.size() > 1) {
            put(orders, ColumnOrder.GRID, grid, figures);
            if (full.size() < figures.size()) {
                put(orders, ColumnOrder.GRID_WITHOUT_BLANKS, grid, full);
            }
        }
        if (!named || figures.size() == 1 || figures.size() < WHOLE && !first) {
            put(orders, ColumnOrder.CURSOR, fromCursor, figures);
        }
        boolean pairs = full.size() % 2 == 0 && full.size() <= FORM_766.size();
        if (named && pairs || first && full.size() == FORM_766.size()) {
            put(orders, ColumnOrder.FORM_766, FORM_766, full);
        }
        return orders;
    }

    private static void put(
            Map<ColumnOrder, Map<Measure, Integer>> orders,
            ColumnOrder order,
            List<Measure> measures,
            List<Integer> columns) {
        if (columns.isEmpty() || columns.size() > measures.size()) {
            return;
        }
        Map<Measure, Integer> places = new TreeMap<>();
        for (int at = 0; at < columns.size(); at++) {
            places.put(measures.get(at), columns.get(at));
        }
        orders.put(order, places);
    }

    /** Whether a row's figures cannot be what these columns say; cells that cannot be read say nothing. */
    static boolean contradicts(Map<Measure, String> texts) {
        return problems(texts).values().stream().anyMatch(rules -> !rules.isEmpty());
    }

    /** Of each measure the problem that tells of figures in the wrong column, or of a wrong figure. */
    static Map<Measure, List<RuleViolation>> problems(Map<Measure, String> texts) {
        Map<Measure, String> readable = new TreeMap<>();
        texts.forEach((measure, text) -> {
            if (figures(Map.of(measure, text)) != null) {
                readable.put(measure, text);
            }
        });
        Map<Measure, List<RuleViolation>> found = new TreeMap<>();
        new ReturnInput(readable, "")
                .read().problems().stream()
                        .filter(problem -> problem.measure() != null && TELLING.contains(problem.rule()))
                        .forEach(problem -> found.computeIfAbsent(problem.measure(), any -> new ArrayList<>())
                                .add(problem));
        return found;
    }

    private static @Nullable ReturnFigures figures(Map<Measure, String> one) {
        return new ReturnInput(one, "").read().figures();
    }
}
