package vn.hoso.results;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Rate;

/**
 * A share as an exact fraction of any size, for levels that are no rate of any counts.
 *
 * @param numerator 0 to {@code denominator}
 * @param denominator more than 0
 */
record ExactShare(BigInteger numerator, BigInteger denominator) {

    /** The median of rates that have arisen, of an even number the mean of the two in the middle; null if there are none. */
    static @Nullable ExactShare median(List<Rate> rates) {
        if (rates.isEmpty()) {
            return null;
        }
        List<Rate> sorted = rates.stream().sorted(ExactShare::compare).toList();
        Rate upper = sorted.get(sorted.size() / 2);
        Rate lower = sorted.get((sorted.size() - 1) / 2);
        return new ExactShare(
                product(lower.numerator(), upper.denominator()).add(product(upper.numerator(), lower.denominator())),
                product(lower.denominator(), upper.denominator()).shiftLeft(1));
    }

    /** So many percent, from 0 on, with as many decimals as it has. */
    static ExactShare percent(BigDecimal percent) {
        BigDecimal plain = percent.setScale(Math.max(0, percent.scale()));
        return new ExactShare(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale() + 2));
    }

    /** The fewest of these dossiers that reach the share. */
    long required(long received) {
        BigInteger[] whole = numerator.multiply(BigInteger.valueOf(received)).divideAndRemainder(denominator);
        return whole[0].add(BigInteger.valueOf(whole[1].signum())).longValueExact();
    }

    /** As a percentage with two decimals, rounded half up. */
    BigDecimal percent() {
        return new BigDecimal(numerator.multiply(BigInteger.valueOf(100)))
                .divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP);
    }

    /** Which of two rates that have arisen is higher, exactly: by multiplying across. */
    static int compare(Rate a, Rate b) {
        return product(a.numerator(), b.denominator()).compareTo(product(b.numerator(), a.denominator()));
    }

    private static BigInteger product(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
