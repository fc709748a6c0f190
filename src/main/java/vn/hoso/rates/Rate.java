package vn.hoso.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of dossiers, kept as its fraction so that comparisons are exact.
 *
 * @param numerator dossiers that count, 0 to {@code denominator}
 * @param denominator dossiers that could count; 0 means that nothing arose, which is neither 0 % nor 100 %
 */
public record Rate(long numerator, long denominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Rate {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("rate " + numerator + "/" + denominator);
        }
    }

    /** Whether anything could be counted at all. */
    public boolean arisen() {
        return denominator > 0;
    }

    /** Whether the rate is at least this many percent: {@code 100·n ≥ t·d}, exactly. */
    public boolean reaches(BigDecimal percent) {
        return BigDecimal.valueOf(numerator).multiply(HUNDRED).compareTo(share(percent)) >= 0;
    }

    /** Whether the rate is more than this many percent: {@code 100·n > t·d}, exactly. */
    public boolean exceeds(BigDecimal percent) {
        return BigDecimal.valueOf(numerator).multiply(HUNDRED).compareTo(share(percent)) > 0;
    }

    /** The fewest dossiers that reach this many percent: {@code ⌈t·d/100⌉}. */
    public long required(BigDecimal percent) {
        return share(percent).divide(HUNDRED, 0, RoundingMode.CEILING).longValueExact();
    }

    /** The percentage rounded HALF_UP for display; never compare it. */
    public BigDecimal percent(int decimals) {
        if (!arisen()) {
            throw new IllegalStateException("nothing arose: there is no percentage");
        }
        return BigDecimal.valueOf(numerator)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
    }

    private BigDecimal share(BigDecimal percent) {
        return percent.multiply(BigDecimal.valueOf(denominator));
    }
}
