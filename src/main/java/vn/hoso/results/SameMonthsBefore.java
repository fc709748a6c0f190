package vn.hoso.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.targets.Target;

/**
 * The same months of the year before ("cùng kỳ") as documents print them: everything that was reported in them, rounded beside
 * the targets of the period that they stand beside.
 *
 * @param period the months, with the days they were counted by
 * @param notDue how many of them hold nothing because nobody had to report in them
 * @param expected returns that should exist
 * @param reported complete returns that exist
 * @param district all units together
 * @param units each unit that existed then; one that did not report has rates without figures
 */
public record SameMonthsBefore(
        ReportingPeriod period,
        int notDue,
        int expected,
        int reported,
        RoundedRates district,
        Map<Long, RoundedRates> units) {

    /**
     * A period beside them.
     *
     * @param before null where nothing was reported in them
     */
    public record Beside(YearResults shown, @Nullable SameMonthsBefore before) {}

    /** Empty where nothing was reported. */
    static Optional<SameMonthsBefore> of(YearResults shown, ReportingPeriod before, List<UnitTotals> totals) {
        List<Target> targets = shown.district().targets().toList();
        Counts sum = Counts.NONE;
        int expected = 0;
        int reported = 0;
        int due = 0;
        Map<Long, RoundedRates> units = new HashMap<>();
        for (UnitTotals each : totals) {
            units.put(each.unit().id(), RoundedRates.of(each.counts(), targets));
            sum = each.counts() == null ? sum : sum.plus(each.counts());
            expected += each.expectedMonths();
            reported += each.reportedMonths();
            due = Math.max(due, each.dueMonths());
        }
        int notDue = before.months().size() - due;
        return reported == 0
                ? Optional.empty()
                : Optional.of(
                        new SameMonthsBefore(before, notDue, expected, reported, RoundedRates.of(sum, targets), units));
    }
}
