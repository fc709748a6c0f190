package vn.hoso.rates;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any fraction, exactly.
 *
 * @param numerator of any sign
 * @param denominator more than 0
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("fraction " + numerator + "/" + denominator);
        }
        if (numerator.bitLength() < Long.SIZE - 1 && denominator.bitLength() < Long.SIZE - 1) {
            long common = common(numerator.longValue(), denominator.longValue());
            if (common != 1) {
                numerator = BigInteger.valueOf(numerator.longValue() / common);
                denominator = BigInteger.valueOf(denominator.longValue() / common);
            }
        } else {
            BigInteger common = numerator.gcd(denominator);
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    /** Counts of dossiers fit a long, where what both have in common is found many times faster. */
    private static long common(long numerator, long denominator) {
        long rest = Math.abs(numerator);
        long common = denominator;
        while (rest != 0 && common != 1) {
            long next = common % rest;
            common = rest;
            rest = next;
        }
        return common;
    }

    /**
     * Whether both numbers of both are so small that products of two and sums of two products fit a long: a country's rates are
     * compared and added in the tens of thousands, where big numbers cost most of a look.
     */
    private boolean smallWith(Fraction other) {
        return small() && other.small();
    }

    private boolean small() {
        return numerator.bitLength() < Integer.SIZE - 1 && denominator.bitLength() < Integer.SIZE - 1;
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public Fraction plus(Fraction other) {
        if (smallWith(other)) {
            return of(
                    numerator.longValue() * other.denominator.longValue()
                            + other.numerator.longValue() * denominator.longValue(),
                    denominator.longValue() * other.denominator.longValue());
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * The exact sum of many, added in pairs: one after the other, each addition would reduce a denominator that grows with all
     * before it.
     */
    public static Fraction sum(List<Fraction> terms) {
        return switch (terms.size()) {
            case 0 -> ZERO;
            case 1 -> terms.get(0);
            default -> {
                int half = terms.size() / 2;
                yield sum(terms.subList(0, half)).plus(sum(terms.subList(half, terms.size())));
            }
        };
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
        if (smallWith(other)) {
            return of(
                    numerator.longValue() * other.numerator.longValue(),
                    denominator.longValue() * other.denominator.longValue());
        }
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction half() {
        return new Fraction(numerator, denominator.shiftLeft(1));
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /** The nearest whole number, rounded half up. */
    public long rounded() {
        return decimal(0).longValueExact();
    }

    /** The greatest whole number that is not above it. */
    public long floor() {
        BigInteger[] whole = numerator.divideAndRemainder(denominator);
        return whole[0].subtract(whole[1].signum() < 0 ? BigInteger.ONE : BigInteger.ZERO)
                .longValueExact();
    }

    /** The least whole number that is not below it. */
    public long ceiling() {
        BigInteger[] whole = numerator.divideAndRemainder(denominator);
        return whole[0].add(whole[1].signum() > 0 ? BigInteger.ONE : BigInteger.ZERO)
                .longValueExact();
    }

    @Override
    public int compareTo(Fraction other) {
        if (smallWith(other)) {
            return Long.compare(
                    numerator.longValue() * other.denominator.longValue(),
                    other.numerator.longValue() * denominator.longValue());
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    public int signum() {
        return numerator.signum();
    }

    /** A hundred times it, rounded half up. */
    public BigDecimal percent(int decimals) {
        return times(of(100, 1)).decimal(decimals);
    }

    /** The number itself, rounded half up. */
    public BigDecimal decimal(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    /** The median of rates that have arisen, of an even number the mean of the two in the middle; null if there are none. */
    public static @Nullable Fraction median(List<Rate> rates) {
        if (rates.isEmpty()) {
            return null;
        }
        List<Rate> sorted = rates.stream().sorted(Fraction::compare).toList();
        return of(sorted.get(sorted.size() / 2))
                .plus(of(sorted.get((sorted.size() - 1) / 2)))
                .half();
    }

    /** So many percent, from 0 on, with as many decimals as it has. */
    public static Fraction ofPercent(BigDecimal percent) {
        BigDecimal plain = percent.setScale(Math.max(0, percent.scale()));
        return new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale() + 2));
    }

    /** Which of two rates that have arisen is higher, exactly: by multiplying across. */
    public static int compare(Rate a, Rate b) {
        return a.exactNumerator()
                .times(b.exactDenominator())
                .compareTo(b.exactNumerator().times(a.exactDenominator()));
    }

    /** A rate that has arisen, as one number. */
    public static Fraction of(Rate rate) {
        return rate.exactNumerator().over(rate.exactDenominator());
    }

    /** It divided by a number that is more than 0. */
    public Fraction over(Fraction other) {
        if (smallWith(other)) {
            return of(
                    numerator.longValue() * other.denominator.longValue(),
                    denominator.longValue() * other.numerator.longValue());
        }
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }
}
