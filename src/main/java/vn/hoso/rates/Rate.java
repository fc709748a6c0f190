package vn.hoso.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A share of dossiers, kept as its fraction so that comparisons are exact.
 *
 * @param numerator dossiers that count, 0 to {@code denominator}
 * @param denominator dossiers that could count; 0 means that nothing arose, which is neither 0 % nor 100 %
 * @param exact both exactly, where they are parts of a divided unit's dossiers and not whole ones; the two numbers are then
 *     rounded half up. Null where they are whole
 */
public record Rate(
        long numerator, long denominator, @Nullable Exact exact) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Both numbers, of which at least one is no whole one. */
    public record Exact(Fraction numerator, Fraction denominator) {}

    public Rate {
        if (numerator < 0
                || numerator > denominator
                || (exact != null
                        && (exact.numerator().signum() < 0 || exact.numerator().compareTo(exact.denominator()) > 0))) {
            throw new IllegalArgumentException("rate " + numerator + "/" + denominator);
        }
    }

    /** Of whole dossiers. */
    public Rate(long numerator, long denominator) {
        this(numerator, denominator, null);
    }

    /** From exact numbers, 0 to {@code denominator}. */
    public static Rate of(Fraction numerator, Fraction denominator) {
        boolean whole = numerator.isWhole() && denominator.isWhole();
        return new Rate(numerator.rounded(), denominator.rounded(), whole ? null : new Exact(numerator, denominator));
    }

    /** Dossiers that count, exactly. */
    public Fraction exactNumerator() {
        return exact == null ? Fraction.of(numerator, 1) : exact.numerator();
    }

    /** Dossiers that could count, exactly. */
    public Fraction exactDenominator() {
        return exact == null ? Fraction.of(denominator, 1) : exact.denominator();
    }

    /** Both numbers added to those of the other. */
    public Rate plus(Rate other) {
        return of(
                exactNumerator().plus(other.exactNumerator()),
                exactDenominator().plus(other.exactDenominator()));
    }

    /** Whether anything could be counted at all. */
    public boolean arisen() {
        return exact == null ? denominator > 0 : exact.denominator().signum() > 0;
    }

    /** Whether anything counts. */
    public boolean positive() {
        return exact == null ? numerator > 0 : exact.numerator().signum() > 0;
    }

    /** Whether the rate is at least this many percent: {@code 100·n ≥ t·d}, exactly. */
    public boolean reaches(BigDecimal percent) {
        return against(percent) >= 0;
    }

    /** Whether the rate is more than this many percent: {@code 100·n > t·d}, exactly. */
    public boolean exceeds(BigDecimal percent) {
        return against(percent) > 0;
    }

    /** The fewest dossiers that reach this many percent: {@code ⌈t·d/100⌉}. */
    public long required(BigDecimal percent) {
        return Fraction.ofPercent(percent).times(exactDenominator()).ceiling();
    }

    /** What is missing to this many percent, in dossiers and parts of one: {@code t·d/100 − n}; negative beyond it. */
    public Fraction lacking(BigDecimal percent) {
        return Fraction.ofPercent(percent).times(exactDenominator()).minus(exactNumerator());
    }

    /** The percentage rounded HALF_UP for display; never compare it. */
    public BigDecimal percent(int decimals) {
        if (!arisen()) {
            throw new IllegalStateException("nothing arose: there is no percentage");
        }
        return exact == null
                ? BigDecimal.valueOf(numerator)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP)
                : Fraction.of(this).percent(decimals);
    }

    private int against(BigDecimal percent) {
        return exact == null
                ? BigDecimal.valueOf(numerator)
                        .multiply(HUNDRED)
                        .compareTo(percent.multiply(BigDecimal.valueOf(denominator)))
                : -lacking(percent).signum();
    }
}
