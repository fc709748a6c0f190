package vn.hoso.results;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.RateClasses;
import vn.hoso.results.MonthlyResultTotals.UnitMonthCounts;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.targets.Target;

/**
 * An indicator of every unit, for the period and for each of its months.
 *
 * @param results the period
 * @param years the years that hold figures, in order
 * @param toDate whether the period is the year as far as its figures reach, not a slice of it
 * @param indicator what is shown
 * @param classes the classes of its rates
 * @param months the period's months
 * @param rows the units, in the order of documents
 */
public record ResultsMonthMatrix(
        YearResults results,
        List<Integer> years,
        boolean toDate,
        Indicator indicator,
        RateClasses classes,
        List<YearMonth> months,
        List<Row> rows)
        implements ResultsCacheConfiguration.Kept {

    @Override
    public int weight() {
        return ResultsCacheConfiguration.Kept.super.weight() + rows.size();
    }

    /**
     * A unit.
     *
     * @param cells the indicator in each month; null where there is no complete return, which is neither 0 nor nothing
     *     arisen; not {@link IndicatorResult#expected} where none could be,
     *     nor where the indicator does not measure the month
     */
    public record Row(ScopeResults unit, List<@Nullable IndicatorResult> cells) {}

    static ResultsMonthMatrix of(
            PeriodResults found, Indicator indicator, List<UnitMonthCounts> held, MeasuredSums sums) {
        YearResults results = found.results();
        List<YearMonth> months = results.period().months();
        List<Target> targets = results.district().unitTargets(indicator);
        Map<Long, Map<YearMonth, Counts>> byUnit = UnitMonthCounts.byUnit(held);
        Map<Long, List<YearMonth>> expected = found.expected();
        List<Row> rows = new ArrayList<>();
        for (ScopeResults unit : results.units()) {
            Map<YearMonth, Counts> own = byUnit.getOrDefault(unit.unitId(), Map.of());
            List<@Nullable IndicatorResult> cells = new ArrayList<>();
            for (YearMonth month : months) {
                cells.add(
                        sums.measures(indicator, month)
                                ? cell(
                                        own.get(month),
                                        expected.getOrDefault(unit.unitId(), months)
                                                .contains(month),
                                        indicator,
                                        found.besides(unit, month))
                                : IndicatorResult.notMeasured(indicator));
            }
            rows.add(new Row(unit, cells));
        }
        RateClasses classes = RateClasses.of(targets.stream()
                .map(it -> Objects.requireNonNull(it.threshold()))
                .toList());
        return new ResultsMonthMatrix(
                results, found.years(), found.reachesTheLatest(), indicator, classes, months, rows);
    }

    private static @Nullable IndicatorResult cell(
            @Nullable Counts counts, boolean expected, Indicator indicator, List<Target> targets) {
        if (counts != null) {
            return RoundedResultRates.of(counts, targets).of(indicator);
        }
        return expected ? null : IndicatorResult.notExpected(indicator);
    }
}
