package vn.hoso.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.MonthlyResultTotals.PairedSum;
import vn.hoso.targets.Target;

/**
 * A period beside the same months of the year before, like for like: only units and months with figures in both years are
 * compared, and the rest is named.
 *
 * @param before the same months of the year before, with the days they were counted by
 * @param units how many units are compared
 * @param months how many of their months
 * @param change the rates compared; null where no month has figures in both years
 * @param split why it changed, null where nothing arose in one of the years
 * @param leftOut the units that are not compared, or not in all their months
 */
public record LikeForLikeResults(
        ReportingPeriod before,
        int units,
        int months,
        @Nullable ResultsRateChange change,
        @Nullable ResultsChangeSplit split,
        List<LeftOut> leftOut) {

    /**
     * Months of a unit that are not compared.
     *
     * @param unit its name
     * @param onlyNow months that have figures in the period only
     * @param onlyBefore months that had figures in the year before only
     * @param inPart months with figures in both years, in one of them not of all units that the unit came of
     */
    public record LeftOut(String unit, int onlyNow, int onlyBefore, int inPart) {}

    /** Whether no unit has a figure of the same months of the year before: then none is left out rather than another. */
    public boolean nothingBefore() {
        return units == 0 && leftOut.stream().allMatch(each -> each.onlyBefore() + each.inPart() == 0);
    }

    /** The sums of one unit. */
    private static final class Sums {
        private final String unit;
        private @Nullable PairedSum before;
        private @Nullable PairedSum after;
        private int onlyNow;
        private int onlyBefore;
        private int inPart;

        private Sums(String unit) {
            this.unit = unit;
        }

        private int monthsBefore() {
            return before == null ? 0 : before.months();
        }

        private void take(PairedSum sum) {
            switch (sum.mate()) {
                case REPORTED -> {
                    before = sum.later() ? before : sum;
                    after = sum.later() ? sum : after;
                }
                case IN_PART -> inPart += sum.later() ? sum.months() : 0;
                case NONE -> {
                    onlyNow += sum.later() ? sum.months() : 0;
                    onlyBefore += sum.later() ? 0 : sum.months();
                }
            }
        }

        private boolean leftOut() {
            return onlyNow + onlyBefore + inPart > 0;
        }
    }

    /**
     * Compares.
     *
     * @param before the same months of the year before
     * @param targets the targets that the rates are rounded beside
     */
    static LikeForLikeResults of(
            ReportingPeriod before, Indicator indicator, List<PairedSum> sums, List<Target> targets) {
        Map<Long, Sums> byUnit = new LinkedHashMap<>();
        sums.forEach(sum ->
                byUnit.computeIfAbsent(sum.unitId(), id -> new Sums(sum.unit())).take(sum));
        List<Sums> paired =
                byUnit.values().stream().filter(it -> it.before != null).toList();
        List<LeftOut> leftOut = byUnit.values().stream()
                .filter(Sums::leftOut)
                .map(it -> new LeftOut(it.unit, it.onlyNow, it.onlyBefore, it.inPart))
                .toList();
        return new LikeForLikeResults(
                before,
                paired.size(),
                paired.stream().mapToInt(Sums::monthsBefore).sum(),
                paired.isEmpty() ? null : change(indicator, paired, targets),
                split(indicator, paired),
                leftOut);
    }

    private static ResultsRateChange change(Indicator indicator, List<Sums> paired, List<Target> targets) {
        Counts before = Counts.NONE;
        Counts after = Counts.NONE;
        for (Sums unit : paired) {
            before = before.plus(Objects.requireNonNull(unit.before).counts());
            after = after.plus(Objects.requireNonNull(unit.after).counts());
        }
        long months = paired.stream().mapToLong(Sums::monthsBefore).sum();
        Basis both = new Basis(months, months, 0);
        return ResultsRateChange.between(
                RoundedResultRates.of(before, targets, both).of(indicator),
                RoundedResultRates.of(after, targets, both).of(indicator));
    }

    private static @Nullable ResultsChangeSplit split(Indicator indicator, List<Sums> paired) {
        List<ResultsChangeSplit.Pair> pairs = new ArrayList<>();
        for (Sums unit : paired) {
            pairs.add(new ResultsChangeSplit.Pair(rate(unit.before, indicator), rate(unit.after, indicator)));
        }
        boolean both = pairs.stream().anyMatch(it -> it.before().arisen())
                && pairs.stream().anyMatch(it -> it.after().arisen());
        return both ? ResultsChangeSplit.of(pairs) : null;
    }

    /** A figure that was not reported adds nothing to the sum, as it adds nothing to the district's. */
    private static Rate rate(@Nullable PairedSum sum, Indicator indicator) {
        Rate rate = Objects.requireNonNull(sum).counts().rate(indicator);
        return rate == null ? new Rate(0, 0) : rate;
    }
}
