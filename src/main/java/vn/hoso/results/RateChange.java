package vn.hoso.results;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Rate;
import vn.hoso.results.RoundedRates.IndicatorResult;

/**
 * A rate beside an earlier one.
 *
 * @param before the earlier one
 * @param after the later one
 * @param points the exact difference in percentage points, rounded half up to two decimals; null where one of them is
 *     not there
 */
public record RateChange(
        IndicatorResult before,
        IndicatorResult after,
        @Nullable BigDecimal points) {

    static RateChange between(IndicatorResult before, IndicatorResult after) {
        Rate from = before.rate();
        Rate to = after.rate();
        return new RateChange(
                before, after, from != null && to != null && from.arisen() && to.arisen() ? points(from, to) : null);
    }

    /** Which way it went, exactly: 1 up, -1 down, 0 where it stayed or nothing can be said. */
    public int direction() {
        Rate from = before.rate();
        Rate to = after.rate();
        return points == null || from == null || to == null ? 0 : direction(from, to);
    }

    static int direction(Rate from, Rate to) {
        return numerator(from, to).signum();
    }

    static BigDecimal points(Rate from, Rate to) {
        return new BigDecimal(numerator(from, to).multiply(BigInteger.valueOf(100)))
                .divide(new BigDecimal(product(from.denominator(), to.denominator())), 2, RoundingMode.HALF_UP);
    }

    private static BigInteger numerator(Rate from, Rate to) {
        return product(to.numerator(), from.denominator()).subtract(product(from.numerator(), to.denominator()));
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
