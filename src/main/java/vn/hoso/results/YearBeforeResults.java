package vn.hoso.results;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.MonthlyResultTotals.Mate;
import vn.hoso.results.MonthlyResultTotals.PairedSum;
import vn.hoso.results.MonthlyResultTotals.UnitMonthCounts;
import vn.hoso.units.Lineage;
import vn.hoso.units.Lineage.Part;
import vn.hoso.units.Unit;

/**
 * Months beside the same months of the year before, where units came of others in between: a unit's month is paired with the
 * sum of the units that it came of, and only where all of them reported.
 */
final class YearBeforeResults {

    private record Place(long unitId, boolean later, Mate mate) {}

    private record Side(@Nullable Counts counts, boolean complete) {}

    private final PeriodResults found;
    private final Lineage lineage;
    private final Map<Long, Map<YearMonth, Counts>> returns;
    private final Map<Place, Counts> sums = new LinkedHashMap<>();
    private final Map<Place, Integer> months = new HashMap<>();

    private YearBeforeResults(PeriodResults found, Lineage lineage, List<UnitMonthCounts> returns) {
        this.found = found;
        this.lineage = lineage;
        this.returns = UnitMonthCounts.byUnit(returns);
    }

    /**
     * Pairs, in the order of the period's units.
     *
     * @param others the units that no act concerns
     * @param returns every complete return of all others in both years; one that lacks the indicator's figures counts as missing
     */
    static List<PairedSum> of(
            PeriodResults found,
            Lineage lineage,
            Indicator indicator,
            List<PairedSum> others,
            List<UnitMonthCounts> returns) {
        Map<Long, Integer> order = new HashMap<>();
        found.results().units().forEach(unit -> order.put(Objects.requireNonNull(unit.unitId()), order.size()));
        List<PairedSum> all = new ArrayList<>(others);
        List<UnitMonthCounts> held = returns.stream()
                .filter(each -> each.counts().rate(indicator) != null)
                .toList();
        all.addAll(new YearBeforeResults(found, lineage, held).pair());
        all.sort(Comparator.comparing(sum -> order.getOrDefault(sum.unitId(), order.size())));
        return all;
    }

    private List<PairedSum> pair() {
        for (YearMonth month : found.results().period().months()) {
            ResultsFolding folding =
                    found.folding() == null ? new ResultsFolding(lineage, month.atDay(1)) : found.folding();
            for (long unit : units(folding, month)) {
                pair(unit, side(unit, folding, month), side(unit, folding, month.minusYears(1)));
            }
        }
        return sums.entrySet().stream()
                .map(each -> new PairedSum(
                        each.getKey().unitId(),
                        name(each.getKey().unitId()),
                        each.getKey().later(),
                        each.getKey().mate(),
                        months.getOrDefault(each.getKey(), 0),
                        each.getValue()))
                .toList();
    }

    /** For which units the figures of the month and of the same month of the year before count. */
    private Set<Long> units(ResultsFolding folding, YearMonth month) {
        Set<Long> units = new TreeSet<>();
        for (long each : lineage.units()) {
            if (folding.wasThere(each, month) || folding.wasThere(each, month.minusYears(1))) {
                folding.of(each).stream().map(Part::unitId).forEach(units::add);
            }
        }
        return units;
    }

    private Side side(long unit, ResultsFolding folding, YearMonth month) {
        Counts sum = null;
        boolean complete = true;
        for (long each : folding.behind(unit, month)) {
            Counts counts = returns.getOrDefault(each, Map.of()).get(month);
            complete &= counts != null;
            sum = ResultsFolding.plus(sum, counts == null ? null : counts.times(folding.part(each, unit)));
        }
        return new Side(sum, complete);
    }

    private void pair(long unit, Side later, Side before) {
        Mate mate = Mate.NONE;
        if (later.counts() != null && before.counts() != null) {
            mate = later.complete() && before.complete() ? Mate.REPORTED : Mate.IN_PART;
        }
        add(new Place(unit, true, mate), later.counts());
        add(new Place(unit, false, mate), before.counts());
    }

    private void add(Place place, @Nullable Counts counts) {
        if (counts != null) {
            sums.merge(place, counts, Counts::plus);
            months.merge(place, 1, Integer::sum);
        }
    }

    private String name(long unitId) {
        Unit successor = lineage.successor(unitId);
        return found.results()
                .unit(unitId)
                .map(ScopeResults::name)
                .orElseGet(() -> successor == null
                        ? Objects.requireNonNullElse(lineage.predecessor(unitId), "")
                        : successor.name());
    }
}
