package vn.hoso.results;

import java.time.YearMonth;
import java.util.List;

/**
 * A period's results.
 *
 * @param results the results
 * @param years the years that hold figures, in order
 * @param last the year's latest month with figures; December where a document published its totals
 * @param published whether a document published the year's totals
 * @param reachesTheLatest whether the period is the year from January to its latest month with figures
 */
record PeriodResults(
        YearResults results, List<Integer> years, YearMonth last, boolean published, boolean reachesTheLatest) {

    PeriodResults among(List<Integer> held) {
        return new PeriodResults(results, held, last, published, reachesTheLatest);
    }
}
