package vn.hoso.results;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.RateClasses;

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
public record MonthMatrix(
        YearResults results,
        List<Integer> years,
        boolean toDate,
        Indicator indicator,
        RateClasses classes,
        List<YearMonth> months,
        List<Row> rows) {

    /**
     * A unit.
     *
     * @param cells the indicator in each month; null where there is no complete return, which is neither 0 nor nothing
     *     arisen
     */
    public record Row(ScopeResults unit, List<@Nullable IndicatorResult> cells) {}
}
