package vn.hoso.results;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Fraction;
import vn.hoso.rates.Rate;
import vn.hoso.results.RoundedResultRates.IndicatorResult;

/**
 * A rate beside an earlier one.
 *
 * @param before the earlier one
 * @param after the later one
 * @param points the exact difference in percentage points, rounded half up to two decimals; null where one of them is
 *     not there
 */
public record ResultsRateChange(
        IndicatorResult before,
        IndicatorResult after,
        @Nullable BigDecimal points) {

    /** One indicator of two periods. */
    public static ResultsRateChange between(IndicatorResult before, IndicatorResult after) {
        Rate from = before.rate();
        Rate to = after.rate();
        return new ResultsRateChange(
                before, after, from != null && to != null && from.arisen() && to.arisen() ? points(from, to) : null);
    }

    /** Which way it went, exactly: 1 up, -1 down, 0 where it stayed or nothing can be said. */
    public int direction() {
        Rate from = before.rate();
        Rate to = after.rate();
        return points == null || from == null || to == null ? 0 : direction(from, to);
    }

    static int direction(Rate from, Rate to) {
        return Fraction.compare(to, from);
    }

    static BigDecimal points(Rate from, Rate to) {
        return Fraction.of(to).minus(Fraction.of(from)).percent(2);
    }

    /** The points for a sentence that says which way it went: with as many decimals as it takes not to be 0; null as they are. */
    public @Nullable BigDecimal pointsInProse() {
        Rate from = before.rate();
        Rate to = after.rate();
        return points == null || from == null || to == null ? points : inProse(from, to);
    }

    static BigDecimal inProse(Rate from, Rate to) {
        Fraction difference = Fraction.of(to).minus(Fraction.of(from));
        int decimals = 2;
        while (difference.percent(decimals).signum() != difference.signum()) {
            decimals++;
        }
        return difference.percent(decimals);
    }
}
