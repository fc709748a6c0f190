package vn.hoso.results;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Percentages;
import vn.hoso.rates.Rate;
import vn.hoso.results.MonthlyResultTotals.UnitMonthCounts;

/**
 * Dossiers handed in on paper although their procedure is offered online (solution 3.3 of the plan).
 *
 * @param results the period
 * @param years the years that hold figures, in order
 * @param months its months
 * @param units the units, most paper first, each by the order of documents
 * @param total all units together
 */
public record PaperPeriodResults(
        YearResults results, List<Integer> years, List<YearMonth> months, List<PaperSeries> units, PaperSeries total)
        implements ResultsCacheConfiguration.Kept {

    /** The results of the units, by the unit. */
    public Map<@Nullable Long, ScopeResults> byUnit() {
        Map<@Nullable Long, ScopeResults> units = new HashMap<>();
        results.units().forEach(each -> units.put(each.unitId(), each));
        return units;
    }

    static PaperPeriodResults of(PeriodResults found, List<UnitMonthCounts> held) {
        YearResults results = found.results();
        List<YearMonth> months = results.period().months();
        Map<Long, Map<YearMonth, Counts>> byUnit = UnitMonthCounts.byUnit(held);
        Map<YearMonth, Counts> together = new TreeMap<>();
        held.forEach(each -> together.merge(each.month(), each.counts(), Counts::plus));
        Map<Long, List<YearMonth>> expected = found.expected();
        List<PaperSeries> units = new ArrayList<>();
        for (ScopeResults unit : results.units()) {
            units.add(PaperSeries.of(
                    unit.unitId(),
                    unit.name(),
                    months,
                    byUnit.getOrDefault(unit.unitId(), Map.of()),
                    expected.getOrDefault(unit.unitId(), months)));
        }
        units.sort(Comparator.comparing(PaperSeries::paper).reversed());
        return new PaperPeriodResults(
                results,
                found.years(),
                months,
                List.copyOf(units),
                PaperSeries.of(
                        null,
                        results.district().name(),
                        months,
                        together,
                        expected.values().stream().flatMap(List::stream).collect(Collectors.toSet())));
    }

    /**
     * The paper dossiers of one unit, or of all, month by month.
     *
     * @param unitId the unit, null for all
     * @param name its name
     * @param months dossiers on paper in each month; null where nothing was reported, which is not zero
     * @param expected whether a return was expected, or is there, in each month
     * @param share dossiers on paper among those that could have been online; null where nothing was reported
     * @param percent this for print, null where nothing arose
     * @param trend how the share moved, null where it cannot be said
     */
    public record PaperSeries(
            @Nullable Long unitId,
            String name,
            List<@Nullable Long> months,
            List<Boolean> expected,
            @Nullable Rate share,
            @Nullable BigDecimal percent,
            @Nullable Trend trend) {

        private static final int LONGEST = 3;

        /**
         * The share of the latest months beside that of as many before them: three, or fewer where the period has less than
         * six.
         *
         * @param months how many are compared
         * @param before the earlier share
         * @param after the later share
         * @param points the exact difference in percentage points, rounded for print; negative is better
         * @param direction which way it went, exactly: 1 up, -1 down, 0 where it stayed
         */
        public record Trend(int months, Rate before, Rate after, BigDecimal points, int direction) {}

        /**
         * From the months' counts.
         *
         * @param counts of the months with a complete return
         * @param expected the months in which a return was expected
         */
        static PaperSeries of(
                @Nullable Long unitId,
                String name,
                List<YearMonth> months,
                Map<YearMonth, Counts> counts,
                Collection<YearMonth> expected) {
            List<@Nullable Long> paper = new ArrayList<>();
            months.forEach(month -> paper.add(
                    counts.containsKey(month)
                            ? Objects.requireNonNull(counts.get(month)).paperThoughOnline()
                            : null));
            Rate share = share(months, counts);
            return new PaperSeries(
                    unitId,
                    name,
                    paper,
                    months.stream()
                            .map(month -> counts.containsKey(month) || expected.contains(month))
                            .toList(),
                    share,
                    share == null || !share.arisen() ? null : Percentages.shown(share, List.of()),
                    trend(months, counts));
        }

        public long paper() {
            return share == null ? 0 : share.numerator();
        }

        private static @Nullable Rate share(List<YearMonth> months, Map<YearMonth, Counts> counts) {
            return months.stream()
                    .map(counts::get)
                    .filter(Objects::nonNull)
                    .map(Counts::paper)
                    .reduce(Rate::plus)
                    .orElse(null);
        }

        private static @Nullable Trend trend(List<YearMonth> months, Map<YearMonth, Counts> counts) {
            int size = months.size();
            int compared = Math.min(LONGEST, size / 2);
            Rate before = share(months.subList(size - 2 * compared, size - compared), counts);
            Rate after = share(months.subList(size - compared, size), counts);
            if (before == null || after == null || !before.arisen() || !after.arisen()) {
                return null;
            }
            return new Trend(
                    compared,
                    before,
                    after,
                    ResultsRateChange.points(before, after),
                    ResultsRateChange.direction(before, after));
        }
    }
}
