package vn.hoso.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.targets.Target;
import vn.hoso.units.Lineage;

/**
 * The same months of the year before ("cùng kỳ") as documents print them: everything that was reported in them, rounded beside
 * the targets of the period that they stand beside.
 *
 * @param period the months, with the days they were counted by
 * @param notDue how many of them hold nothing because nobody had to report in them
 * @param expected returns that should exist
 * @param reported complete returns that exist
 * @param district all units together
 * @param units each unit that existed then; one that did not report has rates without figures. A unit that came of others has the sum
 *     of those, where all of them reported
 * @param summed how many have such a sum
 * @param more how many units of the period are counted in it alone, since neither they nor others before them were there
 */
public record SameMonthsBeforeResults(
        ReportingPeriod period,
        int notDue,
        int expected,
        int reported,
        RoundedResultRates district,
        Map<Long, RoundedResultRates> units,
        int summed,
        int more) {

    /**
     * A period beside them.
     *
     * @param before null where nothing was reported in them
     */
    public record Beside(YearResults shown, @Nullable SameMonthsBeforeResults before) {}

    /** Empty where nothing was reported. */
    static Optional<SameMonthsBeforeResults> of(
            PeriodResults found, List<UnitResultTotals> totals, Supplier<Lineage> lineage) {
        YearResults shown = found.results();
        ReportingPeriod before = found.yearBefore();
        List<Target> targets = shown.district().targets().toList();
        Counts sum = Counts.NONE;
        int expected = 0;
        int reported = 0;
        int due = 0;
        Map<Long, RoundedResultRates> units = new HashMap<>();
        for (UnitResultTotals each : totals) {
            units.put(each.unit().id(), RoundedResultRates.of(each.counts(), targets, null, each.measured()));
            sum = each.counts() == null ? sum : sum.plus(each.counts());
            expected += each.expectedMonths();
            reported += each.reportedMonths();
            due = Math.max(due, each.dueMonths());
        }
        Map<Long, UnitResultTotals> sums = new HashMap<>();
        if (totals.stream().anyMatch(each -> each.state().succeeded())) {
            folding(found, lineage)
                    .totals(totals)
                    .forEach(each -> sums.put(each.unit().id(), each));
            sums.keySet().removeAll(units.keySet());
        }
        int more = (int) shown.units().stream()
                .filter(each ->
                        each.counts() != null && !units.containsKey(each.unitId()) && !sums.containsKey(each.unitId()))
                .count();
        sums.values().removeIf(each -> each.counts() == null || each.reportedMonths() < each.expectedMonths());
        sums.forEach(
                (unit, each) -> units.put(unit, RoundedResultRates.of(each.counts(), targets, null, each.measured())));
        int notDue = before.months().size() - due;
        return reported == 0
                ? Optional.empty()
                : Optional.of(new SameMonthsBeforeResults(
                        before,
                        notDue,
                        expected,
                        reported,
                        RoundedResultRates.of(sum, targets),
                        units,
                        sums.size(),
                        more));
    }

    /** As in the period itself: by the acts in force when it began, or by today's where today's units are shown. */
    private static ResultsFolding folding(PeriodResults found, Supplier<Lineage> lineage) {
        ResultsFolding today = found.folding();
        return today != null
                ? today
                : new ResultsFolding(lineage.get(), found.results().period().firstDay());
    }
}
