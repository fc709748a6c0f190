package vn.hoso.reconciliation.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.period.EntryWindow;
import vn.hoso.reconciliation.ComparedFigure;
import vn.hoso.reconciliation.OutsideTotal.Draft;
import vn.hoso.reconciliation.ValueSource;
import vn.hoso.units.Unit;
import vn.hoso.units.UnitQueries.Version;

/**
 * Reads a list of totals that one document states: unit, period, figure and number in a line, as a spreadsheet pastes them. What could
 * mean two things is a problem of its line, never guessed.
 */
final class OutsideTotalList {

    /** The most lines of a list. */
    static final int MOST = 2_000;

    private static final Pattern PERIOD =
            Pattern.compile("(?:(0?[1-9]|1[0-2])/)?(20[0-9]{2})|(20[0-9]{2})-(0[1-9]|1[0-2])");

    /**
     * A line of the list.
     *
     * @param unit the unit's name, as typed where something is wrong
     * @param draft the total, null where something is wrong
     * @param problem the key of what is wrong, null for nothing
     * @param whole what all units together were called in its period, empty where that is not known
     */
    record Row(
            int number,
            List<String> cells,
            String unit,
            @Nullable Draft draft,
            @Nullable String problem,
            String whole) {

        Row wrong(String key) {
            return new Row(number, cells, cells.get(0), null, key, whole);
        }
    }

    private final EntryWindow window;
    private final BiFunction<LocalDate, LocalDate, List<Version>> units;
    private final Function<ComparedFigure, String> wholes;
    private final Map<String, Measure> measures = new HashMap<>();
    private final Map<LocalDate, Names> ofMonths = new HashMap<>();
    private final Map<LocalDate, Names> ofYears = new HashMap<>();

    /**
     * @param units the units between two days
     * @param wholes what all units together were called in a figure's period
     * @param label what a measure is called
     */
    OutsideTotalList(
            EntryWindow window,
            BiFunction<LocalDate, LocalDate, List<Version>> units,
            Function<ComparedFigure, String> wholes,
            Function<Measure, String> label) {
        this.window = window;
        this.units = units;
        this.wholes = wholes;
        for (Measure measure : Measure.OWN) {
            measures.put(OutsideTotalColumns.folded(measure.name()), measure);
            measures.put(OutsideTotalColumns.folded(label.apply(measure)), measure);
        }
    }

    /**
     * The rows of a list that a document of this source, name and day states: below the headings that name its columns, where it has
     * some; a first line of other headings is passed over.
     */
    List<Row> read(String lines, ValueSource source, String sourceText, LocalDate sourceDate) {
        List<Row> rows = new ArrayList<>();
        Set<ComparedFigure> before = new HashSet<>();
        List<String> all = List.of(lines.split("\\R", -1));
        OutsideTotalColumns columns = OutsideTotalColumns.of(all);
        boolean started = columns.heading() > 0;
        for (int number = columns.heading() + 1; number <= all.size(); number++) {
            String line = all.get(number - 1);
            List<String> cells = columns.cells(line);
            if (!line.isBlank() && (started || !heading(cells))) {
                Row row = row(number, cells, source, sourceText, sourceDate);
                boolean twice = row.draft() != null && !before.add(row.draft().figure());
                rows.add(twice ? row.wrong("reconciliation.list.problem.twice") : row);
            }
            started |= !line.isBlank();
        }
        return rows;
    }

    /** Whether a line holds the names of the columns: a total whose number is missing is a problem, not a heading. */
    private boolean heading(List<String> cells) {
        return !PERIOD.matcher(cells.get(1)).matches()
                && !measures.containsKey(OutsideTotalColumns.folded(cells.get(2)))
                && cells.get(3).chars().noneMatch(Character::isDigit);
    }

    private Row row(int number, List<String> cells, ValueSource source, String sourceText, LocalDate sourceDate) {
        Row row = new Row(number, cells, cells.get(0), null, null, "");
        Matcher period = PERIOD.matcher(cells.get(1));
        if (!period.matches()) {
            return row.wrong("reconciliation.list.problem.period");
        }
        int year = Integer.parseInt(period.group(2) == null ? period.group(3) : period.group(2));
        String inYear = period.group(2) == null ? period.group(4) : period.group(1);
        YearMonth month = inYear == null ? null : YearMonth.of(year, Integer.parseInt(inYear));
        if (!window.holdsYear(year) || (month != null && window.place(month) != EntryWindow.Place.INSIDE)) {
            return row.wrong("reconciliation.problem.month");
        }
        Measure measure = measures.get(OutsideTotalColumns.folded(cells.get(2)));
        if (measure == null) {
            return row.wrong("reconciliation.list.problem.measure");
        }
        if (!cells.get(3).matches(OutsideTotalForm.COUNT)) {
            return row.wrong("reconciliation.problem.value");
        }
        String whole = wholes.apply(new ComparedFigure(null, year, month, measure));
        row = new Row(number, cells, cells.get(0), null, null, whole);
        String typed = cells.get(0);
        String name = OutsideTotalColumns.folded(typed);
        // A blank is no name: of merged cells only the first row has one.
        if (name.isEmpty()) {
            return row.wrong("reconciliation.list.problem.no-unit");
        }
        boolean all = name.equals(OutsideTotalColumns.folded(whole));
        Map<Long, String> named = all
                ? Map.of()
                : month == null
                        ? named(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), typed)
                        : named(month.atDay(1), month.atDay(1), typed);
        Long unitId =
                all || named.size() != 1 ? null : named.keySet().iterator().next();
        if (!all && unitId == null) {
            return row.wrong("reconciliation.list.problem.unit");
        }
        return new Row(
                number,
                cells,
                unitId == null ? whole : Objects.requireNonNull(named.get(unitId)),
                new Draft(
                        new ComparedFigure(unitId, year, month, measure),
                        source,
                        OutsideTotalForm.count(cells.get(3)),
                        sourceText,
                        sourceDate),
                null,
                whole);
    }

    /** The units that are called so on any of the days, by id: one that was merged in July has figures of the year too. */
    private Map<Long, String> named(LocalDate first, LocalDate last, String typed) {
        return (first.equals(last) ? ofMonths : ofYears)
                .computeIfAbsent(first, each -> Names.of(units.apply(first, last)))
                .named(typed);
    }

    /**
     * What the units between two days are called.
     *
     * @param exact by name and code, folded
     * @param others knows them by whatever other sheets call them: "UBND xã …", "TT. …", with an accent placed otherwise
     */
    private record Names(Map<String, Map<Long, String>> exact, UnitMatcher others) {

        static Names of(List<Version> versions) {
            Map<String, Map<Long, String>> exact = new HashMap<>();
            Map<String, Unit> called = new LinkedHashMap<>();
            for (Version version : versions) {
                String name = version.words().name();
                String code = version.words().code();
                for (String each : List.of(name, code)) {
                    exact.computeIfAbsent(OutsideTotalColumns.folded(each), none -> new HashMap<>())
                            .put(version.unitId(), name);
                }
                called.put(
                        version.unitId() + name,
                        new Unit(version.unitId(), code, name, version.words().kind()));
            }
            return new Names(exact, new UnitMatcher(List.copyOf(called.values()), Map.of()));
        }

        Map<Long, String> named(String typed) {
            Map<Long, String> found = exact.get(OutsideTotalColumns.folded(typed));
            return found != null
                    ? found
                    : others.find(typed)
                            .map(unit -> Map.of(unit.id(), unit.name()))
                            .orElse(Map.of());
        }
    }
}
