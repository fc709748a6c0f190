package vn.hoso.dashboard.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A gap as a bar: to the right of the line for what is lacking, to the left for what is beyond the target.
 *
 * @param x where it begins, such as 25.00%
 * @param width how long it is
 * @param zero where the line is
 * @param lacking whether it stands for something lacking
 */
record GapBar(String x, String width, String zero, boolean lacking) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** One scale for all bars, from the most beyond the target to the most lacking. */
    record Scale(BigDecimal least, BigDecimal most) {

        static Scale of(List<BigDecimal> gaps) {
            return new Scale(
                    gaps.stream().reduce(BigDecimal.ZERO, BigDecimal::min),
                    gaps.stream().reduce(BigDecimal.ZERO, BigDecimal::max));
        }

        GapBar bar(BigDecimal gap) {
            BigDecimal zero = part(least.negate());
            BigDecimal width = part(gap.abs());
            return new GapBar(
                    place(gap.signum() < 0 ? zero.subtract(width) : zero), place(width), place(zero), gap.signum() > 0);
        }

        private BigDecimal part(BigDecimal length) {
            BigDecimal whole = most.subtract(least);
            return whole.signum() == 0
                    ? BigDecimal.ZERO
                    : length.multiply(HUNDRED).divide(whole, 2, RoundingMode.FLOOR);
        }

        private static String place(BigDecimal percent) {
            return percent.max(BigDecimal.ZERO).toPlainString() + "%";
        }
    }
}
