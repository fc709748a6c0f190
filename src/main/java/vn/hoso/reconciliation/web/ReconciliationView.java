package vn.hoso.reconciliation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.reconciliation.CountedDays;
import vn.hoso.reconciliation.Difference;
import vn.hoso.reconciliation.Difference.State;
import vn.hoso.reconciliation.DifferenceQueries.Extent;
import vn.hoso.reconciliation.ValueSource;
import vn.hoso.reconciliation.web.DifferenceFilter.Shown;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UnitField;
import vn.hoso.shared.UnitOptions;
import vn.hoso.shared.UnitOptions.Option;
import vn.hoso.shared.YearNavigation;
import vn.hoso.units.UnitQueries.Version;

/**
 * The list of differences, ready to print.
 *
 * @param counts how many are open, explained, closed; and incomparable or never compared, where any are
 * @param whole all units together as something to choose, null where nothing differs there
 * @param unit where one of the units of which something differs is chosen
 * @param none what is said where no line is shown
 * @param shown "1–200 of 350", null where all are on the page
 */
record ReconciliationView(
        YearNavigation years,
        List<String> counts,
        @Nullable String whole,
        UnitField unit,
        Shown state,
        List<Line> lines,
        String none,
        @Nullable String shown,
        @Nullable String previous,
        @Nullable String next,
        String xlsx,
        String csv,
        boolean enters) {

    private static final String LIST = "/reconciliation";

    /** A value from outside. */
    record Outside(String source, String value) {}

    /**
     * A difference.
     *
     * @param days which days its figures count, null where they are civil months
     * @param typed null for none
     * @param counted null for none
     * @param said the last explanation or reason, null for none
     * @param moved what the values were when somebody last spoke about it, null where they are the same
     * @param path where it is explained and closed
     */
    record Line(
            String unit,
            String period,
            @Nullable String days,
            String measure,
            @Nullable String typed,
            @Nullable String counted,
            List<Outside> outside,
            String difference,
            String owner,
            StatusBadge state,
            @Nullable String said,
            @Nullable String moved,
            String path) {

        static Line of(Difference each, CountedDays days, DifferenceMessages words) {
            String unit = words.unit(each.figure(), each.unit(), days);
            String typed = null;
            String counted = null;
            List<Outside> outside = new ArrayList<>();
            for (Entry<ValueSource, Long> value : each.values().entrySet()) {
                switch (value.getKey()) {
                    case TYPED -> typed = words.value(each.seen(), value);
                    case COUNTED -> counted = words.value(each.seen(), value);
                    default -> outside.add(new Outside(words.source(value.getKey()), words.value(each.seen(), value)));
                }
            }
            return new Line(
                    unit,
                    words.period(each.figure()),
                    words.days(each, days),
                    words.measure(each.figure()),
                    typed,
                    counted,
                    outside,
                    words.size(each),
                    words.owner(each, unit),
                    badge(each.state(), words),
                    each.last() == null ? null : each.last().words(),
                    each.moved()
                            ? words.values(Objects.requireNonNull(each.last()).seen())
                            : null,
                    LIST + "/" + each.figure().address());
        }
    }

    static StatusBadge badge(State state, DifferenceMessages words) {
        String word = words.say("reconciliation.state." + state);
        return switch (state) {
            case OPEN -> new StatusBadge("unmet", "warning", word);
            case EXPLAINED -> new StatusBadge("suggested", "clock", word);
            case INCOMPARABLE -> new StatusBadge("unknown", "unknown", word);
            case CORRECTED, ACCEPTED -> new StatusBadge("met", "met", word);
        };
    }

    /**
     * The page of a year.
     *
     * @param all its differences, the largest first
     * @param extent how much is compared at all
     * @param days which days its figures count
     * @param order the units of the year in the order of documents
     * @param enters whether the reader enters totals from outside
     */
    static ReconciliationView of(
            List<Difference> all,
            Extent extent,
            CountedDays days,
            List<Version> order,
            YearNavigation years,
            DifferenceFilter asked,
            boolean enters,
            DifferenceMessages words) {
        int year = Integer.parseInt(years.shown());
        String whole = words.whole(days.ofYear(year));
        UnitField unit = asked.field(units(all, order, year, whole));
        DifferenceFilter filter = asked.resolved(unit);
        int size = filter.of(all).size();
        int from = filter.from(size);
        int to = Math.min(size, from + DifferenceFilter.ON_A_PAGE);
        int page = from / DifferenceFilter.ON_A_PAGE + 1;
        return new ReconciliationView(
                years,
                counts(all, extent, words),
                all.stream().anyMatch(each -> each.figure().unitId() == null) ? whole : null,
                unit,
                Objects.requireNonNull(filter.state()),
                filter.onPage(all).stream()
                        .map(each -> Line.of(each, days, words))
                        .toList(),
                words.say(none(all, extent)),
                size <= DifferenceFilter.ON_A_PAGE
                        ? null
                        : words.say(
                                "reconciliation.shown",
                                Formats.count(from + 1L),
                                Formats.count(to),
                                Formats.count(size)),
                from > 0 ? filter.link(LIST, year, page - 1) : null,
                to < size ? filter.link(LIST, year, page + 1) : null,
                filter.link(LIST + "/list.xlsx", year, 1),
                filter.link(LIST + "/list.csv", year, 1),
                enters);
    }

    /** The units of which something differs, in the order of documents. */
    private static UnitOptions units(List<Difference> all, List<Version> order, int year, String whole) {
        Map<Long, String> named = new HashMap<>();
        all.stream()
                .filter(each -> each.figure().unitId() != null)
                .forEach(each -> named.put(
                        Objects.requireNonNull(each.figure().unitId()),
                        Objects.requireNonNullElse(each.unit(), whole)));
        Map<Long, Option> units = new LinkedHashMap<>();
        order.stream()
                .filter(each -> named.containsKey(each.unitId()))
                .forEach(each -> units.put(
                        each.unitId(),
                        Option.of(
                                each.unitId(), each.words().code(), Objects.requireNonNull(named.get(each.unitId())))));
        return new UnitOptions(List.copyOf(units.values()), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Nothing differs only where something was compared. */
    private static String none(List<Difference> all, Extent extent) {
        if (!all.isEmpty()) {
            return "reconciliation.none.chosen";
        }
        if (extent.compared() == 0) {
            return "reconciliation.none.compared";
        }
        return extent.uncompared() == 0 ? "reconciliation.none" : "reconciliation.none.among";
    }

    private static List<String> counts(List<Difference> all, Extent extent, DifferenceMessages words) {
        List<String> counts = new ArrayList<>(List.of(
                words.say("reconciliation.count.open", count(all, Shown.OPEN)),
                words.say("reconciliation.count.explained", count(all, Shown.EXPLAINED)),
                words.say(
                        "reconciliation.count.closed",
                        Formats.count(all.stream()
                                .filter(each -> each.state().closed())
                                .count()))));
        if (all.stream().anyMatch(Shown.INCOMPARABLE::holds)) {
            counts.add(words.say("reconciliation.count.incomparable", count(all, Shown.INCOMPARABLE)));
        }
        if (extent.uncompared() > 0) {
            counts.add(words.say("reconciliation.count.uncompared", Formats.count(extent.uncompared())));
        }
        return counts;
    }

    private static String count(List<Difference> all, Shown which) {
        return Formats.count(all.stream().filter(which::holds).count());
    }
}
