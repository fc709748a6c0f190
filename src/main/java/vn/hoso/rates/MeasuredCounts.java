package vn.hoso.rates;

/**
 * What returns say of an indicator that the administrator defined. Only returns that hold all its fields are added, so that
 * numerator and denominator always speak of the same dossiers.
 *
 * @param indicator what is measured
 * @param rate the sums
 * @param returns how many returns these were added up from, at least one
 */
public record MeasuredCounts(Indicator indicator, Rate rate, int returns) {

    MeasuredCounts plus(MeasuredCounts other) {
        return new MeasuredCounts(indicator, rate.plus(other.rate), Math.addExact(returns, other.returns));
    }

    /** A part of them, on as many returns. */
    MeasuredCounts times(Fraction part) {
        return new MeasuredCounts(
                indicator,
                Rate.of(
                        rate.exactNumerator().times(part),
                        rate.exactDenominator().times(part)),
                returns);
    }
}
