package vn.hoso.results;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hoso.rates.Counts;
import vn.hoso.results.MonthlyTotals.UnitMonthCounts;

/**
 * Dossiers handed in on paper although their procedure is offered online (solution 3.3 of the plan).
 *
 * @param results the period
 * @param years the years that hold figures, in order
 * @param months its months
 * @param units the units, most paper first, each by the order of documents
 * @param total all units together
 */
public record PaperResults(
        YearResults results, List<Integer> years, List<YearMonth> months, List<PaperSeries> units, PaperSeries total) {

    static PaperResults of(PeriodResults found, List<UnitMonthCounts> held) {
        YearResults results = found.results();
        List<YearMonth> months = results.period().months();
        Map<Long, Map<YearMonth, Counts>> byUnit = UnitMonthCounts.byUnit(held);
        Map<YearMonth, Counts> together = new TreeMap<>();
        held.forEach(each -> together.merge(each.month(), each.counts(), Counts::plus));
        List<PaperSeries> units = new ArrayList<>();
        for (ScopeResults unit : results.units()) {
            units.add(PaperSeries.of(unit.unitId(), unit.name(), months, byUnit.getOrDefault(unit.unitId(), Map.of())));
        }
        units.sort(Comparator.comparing(PaperSeries::paper).reversed());
        return new PaperResults(
                results,
                found.years(),
                months,
                List.copyOf(units),
                PaperSeries.of(null, results.district().name(), months, together));
    }
}
