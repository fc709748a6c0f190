package vn.hoso.results;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.results.MonthlyResultTotals.MonthTotals;
import vn.hoso.results.MonthlyResultTotals.UnitMonthCounts;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.targets.Target;

/**
 * What became of a rate in the three months after something was done about it: the rate of a month beside that of the three
 * after it, their counts added, then divided.
 *
 * @param rate before and after, with the exact difference
 * @param reported how many of the three months hold figures of what is measured
 */
public record ResultsEffect(ResultsRateChange rate, int reported) {

    /** How many months after are looked at. */
    public static final int MONTHS = 3;

    /**
     * What is asked.
     *
     * @param target whose indicator is measured
     * @param unitId the unit, null for the district
     * @param month the month before the three
     */
    public record Asked(Target target, @Nullable Long unitId, YearMonth month) {}

    /** One month of the district (null) or of a unit. */
    private record Place(@Nullable Long unitId, YearMonth month) {}

    /** Whether all three months hold such figures. */
    public boolean complete() {
        return reported == MONTHS;
    }

    /** One for each asked, in the same order. */
    static List<ResultsEffect> of(Collection<Asked> asked, List<MonthTotals> district, List<UnitMonthCounts> units) {
        Map<Place, Counts> known = new HashMap<>();
        district.forEach(each -> {
            if (each.counts() != null) {
                known.put(new Place(null, each.month()), each.counts());
            }
        });
        units.forEach(each -> known.put(new Place(each.unitId(), each.month()), each.counts()));
        return asked.stream().map(each -> of(each, known)).toList();
    }

    private static ResultsEffect of(Asked asked, Map<Place, Counts> known) {
        List<Counts> after = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(each ->
                        known.get(new Place(asked.unitId(), asked.month().plusMonths(each))))
                .filter(Objects::nonNull)
                .toList();
        return of(
                asked.target().heldAgainst(asked.unitId()), known.get(new Place(asked.unitId(), asked.month())), after);
    }

    /**
     * Compares.
     *
     * @param before the month's counts, null where it holds none
     * @param after the counts of those of the three months that hold some, be it of other things
     */
    static ResultsEffect of(Target target, @Nullable Counts before, List<Counts> after) {
        List<Counts> measured = after.stream()
                .filter(each -> each.rate(target.indicator()) != null)
                .toList();
        Counts together = measured.isEmpty() ? null : measured.stream().reduce(Counts.NONE, Counts::plus);
        return new ResultsEffect(
                ResultsRateChange.between(rounded(target, before), rounded(target, together)), measured.size());
    }

    private static IndicatorResult rounded(Target target, @Nullable Counts counts) {
        return RoundedResultRates.of(counts, List.of(target)).of(target.indicator());
    }
}
