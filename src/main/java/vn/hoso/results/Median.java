package vn.hoso.results;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Rate;

/**
 * The median of rates as an exact fraction; of an even number of rates the mean of the two in the middle.
 *
 * @param numerator 0 to {@code denominator}
 * @param denominator more than 0
 */
record Median(BigInteger numerator, BigInteger denominator) {

    /** Of rates that have arisen; null if there are none. */
    static @Nullable Median of(List<Rate> rates) {
        if (rates.isEmpty()) {
            return null;
        }
        List<Rate> sorted = rates.stream().sorted(Median::compare).toList();
        Rate upper = sorted.get(sorted.size() / 2);
        Rate lower = sorted.get((sorted.size() - 1) / 2);
        return new Median(
                product(lower.numerator(), upper.denominator()).add(product(upper.numerator(), lower.denominator())),
                product(lower.denominator(), upper.denominator()).shiftLeft(1));
    }

    /** The fewest of these dossiers that reach the median. */
    long required(long received) {
        BigInteger[] whole = numerator.multiply(BigInteger.valueOf(received)).divideAndRemainder(denominator);
        return whole[0].add(BigInteger.valueOf(whole[1].signum())).longValueExact();
    }

    /** As a percentage with two decimals, rounded half up. */
    BigDecimal percent() {
        return new BigDecimal(numerator.multiply(BigInteger.valueOf(100)))
                .divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP);
    }

    private static int compare(Rate a, Rate b) {
        return product(a.numerator(), b.denominator()).compareTo(product(b.numerator(), a.denominator()));
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
