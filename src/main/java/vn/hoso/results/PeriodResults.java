package vn.hoso.results;

import java.util.List;

/**
 * A period's results.
 *
 * @param results the results
 * @param years the years that hold figures, in order
 * @param reachesTheLatest whether the period is the year from January to its latest month with figures
 */
record PeriodResults(YearResults results, List<Integer> years, boolean reachesTheLatest) {

    PeriodResults among(List<Integer> held) {
        return new PeriodResults(results, held, reachesTheLatest);
    }
}
