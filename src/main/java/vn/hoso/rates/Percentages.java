package vn.hoso.rates;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * Rounds rates for people to read, without ever printing a verdict that the exact figures do not give: a rate below a
 * threshold is shown with as many decimals as it takes to be seen below it (49,996 % against 50 %). All and nothing are
 * thresholds of their own: 99.999 of 100.000 must not read as 100 %, nor 1 of 100.000 as 0 %. Nor is a reached threshold
 * of more than two decimals shown as missed.
 */
public final class Percentages {

    private static final int DECIMALS = 2;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percentages() {}

    /**
     * The percentage with two decimals, or more where two would put it on the wrong side of a threshold.
     *
     * @param rate a rate that has arisen
     * @param thresholds the percentages it is judged against
     * @throws IllegalStateException if nothing arose
     */
    public static BigDecimal shown(Rate rate, Collection<BigDecimal> thresholds) {
        return shown(rate, thresholds, List.of());
    }

    /**
     * The same.
     *
     * @param exceeded of the thresholds, those that have to be exceeded: 50,004 % must not read as 50 % where more than 50 % is asked
     */
    public static BigDecimal shown(Rate rate, Collection<BigDecimal> thresholds, Collection<BigDecimal> exceeded) {
        int decimals = DECIMALS;
        BigDecimal rounded = rate.percent(decimals);
        while (misleads(rate, rounded, thresholds) || falls(rate, rounded, exceeded)) {
            decimals++;
            rounded = rate.percent(decimals);
        }
        return rounded;
    }

    private static boolean falls(Rate rate, BigDecimal rounded, Collection<BigDecimal> exceeded) {
        return exceeded.stream().anyMatch(percent -> rate.exceeds(percent) != (rounded.compareTo(percent) > 0));
    }

    /** The percentage of a rate that is judged against nothing, as of a worked example: as pages print it. */
    public static BigDecimal alone(Rate rate) {
        return shown(rate, List.of());
    }

    private static boolean misleads(Rate rate, BigDecimal rounded, Collection<BigDecimal> thresholds) {
        boolean hidesTheOnly = rate.positive() && rounded.signum() == 0;
        return hidesTheOnly
                || strays(rate, rounded, HUNDRED)
                || thresholds.stream().anyMatch(threshold -> strays(rate, rounded, threshold));
    }

    /** Whether rounding moved the rate across the threshold; downwards only where that has more than two decimals. */
    private static boolean strays(Rate rate, BigDecimal rounded, BigDecimal threshold) {
        return rate.reaches(threshold) != (rounded.compareTo(threshold) >= 0);
    }
}
