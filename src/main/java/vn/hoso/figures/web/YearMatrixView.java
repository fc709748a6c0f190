package vn.hoso.figures.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.CompletenessQueries.MonthTotal;
import vn.hoso.figures.CompletenessQueries.UnitMonthState;
import vn.hoso.period.EntryWindow;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.YearNavigation;

/**
 * The matrix of units and months, ready to print.
 *
 * @param months the columns
 * @param rows the reader's units, those of the page where there are many
 * @param reconciles whether the reader may see where figures differ
 */
record YearMatrixView(
        YearNavigation years, UnitFinderView finder, List<Column> months, List<Row> rows, boolean reconciles) {

    private static final String NOT_DUE = "not-due";
    private static final String OPENED = "opened";

    /** The states of a unit's month in the order of its way. */
    private static final List<String> STATES =
            List.of("none", "incomplete", "draft", "submitted", "returned", OPENED, "approved", NOT_DUE);

    private static final Map<String, String> MONTH_ICONS =
            Map.of("future", "clock", "locked", "lock", "empty", "nothing", "complete", "met", "partial", "unknown");

    private static final Map<String, String> CELL_ICONS = Map.of(
            "none",
            "nothing",
            "incomplete",
            "unknown",
            "draft",
            "document",
            "submitted",
            "clock",
            "returned",
            "warning",
            OPENED,
            "left",
            "approved",
            "met",
            NOT_DUE,
            "nothing");

    /**
     * A month.
     *
     * @param month such as 10/2024
     * @param number such as 10
     * @param address such as 2024-10
     * @param entered how many units have a complete return, such as "20/23"
     * @param stateKey how far the month has come
     * @param open whether its grid can be opened: the month has begun
     */
    record Column(
            String month, int number, String address, String entered, String stateKey, String icon, boolean open) {}

    /** A unit; late adds the days of its months. */
    record Row(String unit, List<Cell> cells, long late) {}

    /**
     * One unit's month; its first four parts are null where the unit did not exist or the month is still to come.
     *
     * @param late days after the deadline until it was first submitted, whatever became of it; 0 if in time
     */
    record Cell(
            @Nullable String address,
            @Nullable String stateKey,
            @Nullable String shortKey,
            @Nullable String icon,
            String month,
            long late) {}

    /** What an icon of the matrix means. */
    record LegendItem(String icon, String stateKey) {}

    public List<LegendItem> legend() {
        boolean notDue = rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> ("figures.status." + NOT_DUE).equals(cell.stateKey()));
        return STATES.stream()
                .filter(state -> notDue || !state.equals(NOT_DUE))
                .map(state -> new LegendItem(CELL_ICONS.getOrDefault(state, "unknown"), "figures.status." + state))
                .toList();
    }

    private static String shortKey(String state) {
        return "figures.status." + state + ".short";
    }

    static YearMatrixView of(
            YearNavigation years,
            UnitFinderView finder,
            List<MonthTotal> totals,
            List<UnitMonthState> states,
            EntryWindow window,
            CurrentUser reader) {
        Map<Long, Map<YearMonth, UnitMonthState>> byUnit = new LinkedHashMap<>();
        states.forEach(each -> byUnit.computeIfAbsent(each.unitId(), unit -> new LinkedHashMap<>())
                .put(each.month(), each));
        List<YearMonth> months = totals.stream().map(MonthTotal::month).toList();
        return new YearMatrixView(
                years,
                finder,
                totals.stream().map(total -> column(total, window)).toList(),
                byUnit.values().stream().map(unit -> row(months, unit, window)).toList(),
                !reader.is(Role.ADMINISTRATOR));
    }

    private static Column column(MonthTotal total, EntryWindow window) {
        YearMonth month = total.month();
        String state = state(total, window);
        return new Column(
                Formats.month(month),
                month.getMonthValue(),
                month.toString(),
                total.complete() + "/" + total.units(),
                "figures.month." + state,
                MONTH_ICONS.getOrDefault(state, "unknown"),
                begun(month, window));
    }

    private static String state(MonthTotal total, EntryWindow window) {
        if (window.place(total.month()) == EntryWindow.Place.FUTURE) {
            return "future";
        }
        if (total.locked()) {
            return "locked";
        }
        if (total.begun() == 0) {
            return "empty";
        }
        return total.complete() == total.units() ? "complete" : "partial";
    }

    private static Row row(List<YearMonth> months, Map<YearMonth, UnitMonthState> unit, EntryWindow window) {
        List<UnitMonthState> known = new ArrayList<>(unit.values());
        List<Cell> cells = months.stream()
                .map(month -> cell(month, unit.get(month), window))
                .toList();
        return new Row(
                known.get(known.size() - 1).unit(),
                cells,
                cells.stream().mapToLong(Cell::late).sum());
    }

    private static Cell cell(YearMonth month, @Nullable UnitMonthState state, EntryWindow window) {
        if (state == null || !begun(month, window)) {
            return new Cell(null, null, null, null, Formats.month(month), 0);
        }
        String reached = reached(state);
        return new Cell(
                month.toString(),
                "figures.status." + reached,
                shortKey(reached),
                CELL_ICONS.getOrDefault(reached, "unknown"),
                Formats.month(month),
                state.daysLate());
    }

    private static String reached(UnitMonthState state) {
        if (!state.due()) {
            return NOT_DUE;
        }
        return state.opened() ? OPENED : FiguresMessages.status(state.status(), state.complete());
    }

    private static boolean begun(YearMonth month, EntryWindow window) {
        return window.place(month) == EntryWindow.Place.INSIDE;
    }
}
