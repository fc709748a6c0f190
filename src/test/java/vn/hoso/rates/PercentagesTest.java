package vn.hoso.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentagesTest {

    private static final BigDecimal HALF = new BigDecimal("50");
    private static final BigDecimal HALF_A_HUNDREDTH = new BigDecimal("0.005");

    @ParameterizedTest(name = "{0}/{1} is shown as {2}")
    @CsvSource({
        "10682, 11212, 95.27",
        "11602, 14874, 78.00",
        "22574, 48254, 46.78",
        "22284, 26086, 85.43",
        "0, 10, 0.00",
        "10, 10, 100.00",
        "1, 800, 0.13",
        "1, 8, 12.50",
        "1, 20000, 0.01",
    })
    void hasTwoDecimalsRoundedHalfUp(long numerator, long denominator, BigDecimal shown) {
        assertThat(Percentages.shown(new Rate(numerator, denominator), List.of()))
                .isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}/{1} against {2} % is shown as {3}")
    @CsvSource({
        // below, but rounding would lift it onto the threshold
        "12499, 25000, 50, 49.996",
        "499949, 1000000, 50, 49.99",
        "499950, 1000000, 50, 49.995",
        "499999, 1000000, 50, 49.9999",
        "4999999, 10000000, 50, 49.99999",
        "599999, 1000000, 60, 59.9999",
        // at the threshold and above, two decimals do
        "12500, 25000, 50, 50.00",
        "12501, 25000, 50, 50.00",
        "500001, 1000000, 50, 50.00",
        // far from it, it changes nothing
        "333333, 1000000, 50, 33.33",
    })
    void aMissedThresholdIsNeverShownAsReached(
            long numerator, long denominator, BigDecimal threshold, BigDecimal shown) {
        assertThat(Percentages.shown(new Rate(numerator, denominator), List.of(threshold)))
                .isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}/{1} against {2} % is shown as {3}")
    @CsvSource({
        "333333, 1000000, 33.3333, 33.3333",
        "333334, 1000000, 33.3333, 33.3334",
        "1, 3, 33.3333, 33.3333",
        "12345, 100000, 12.345, 12.35",
    })
    void aReachedThresholdIsNeverShownAsMissed(
            long numerator, long denominator, BigDecimal threshold, BigDecimal shown) {
        assertThat(Percentages.shown(new Rate(numerator, denominator), List.of(threshold)))
                .isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}/{1} is shown as {2}")
    @CsvSource({
        "99999, 100000, 99.999",
        "999999, 1000000, 99.9999",
        "9999, 10000, 99.99",
        "1, 100000, 0.001",
        "1, 20001, 0.005",
        "1, 1000000, 0.0001",
        "9223372036854775806, 9223372036854775807, 99.99999999999999999",
    })
    void almostAllIsNotAllAndAlmostNothingIsNotNothing(long numerator, long denominator, BigDecimal shown) {
        assertThat(Percentages.shown(new Rate(numerator, denominator), List.of()))
                .isEqualTo(shown);
    }

    @Test
    void mindsEveryThresholdAtOnce() {
        Rate rate = new Rate(5_999_999, 10_000_000);

        assertThat(Percentages.shown(rate, List.of(HALF, new BigDecimal("60")))).isEqualTo("59.99999");
        assertThat(Percentages.shown(rate, List.of(HALF))).isEqualTo("60.00");
    }

    @Test
    void whatExceedsALimitIsNotRoundedDownToIt() {
        Rate above = new Rate(12_501, 25_000);
        Rate level = new Rate(12_500, 25_000);

        assertThat(Percentages.shown(above, List.of(HALF), List.of(HALF))).isEqualTo("50.004");
        assertThat(Percentages.shown(level, List.of(HALF), List.of(HALF))).isEqualTo("50.00");
        assertThat(Percentages.shown(above, List.of(HALF))).isEqualTo("50.00");
    }

    @Test
    void thereIsNoPercentageOfNothing() {
        assertThatIllegalStateException().isThrownBy(() -> Percentages.shown(new Rate(0, 0), List.of(HALF)));
    }

    /** Half of the cases lie within a few dossiers of the threshold, where rounding is tempted. */
    @Test
    void standsOnTheRightSideOfTheThresholdForThirtyThousandRandomRates() {
        Random random = new Random(20240105);
        List<String> wrong = new ArrayList<>();
        int needingMoreDecimals = 0;
        for (int i = 0; i < 30_000; i++) {
            BigDecimal threshold = threshold(random);
            Rate rate = rate(random, threshold);
            BigDecimal shown = Percentages.shown(rate, List.of(threshold));
            if (rate.reaches(threshold) != (shown.compareTo(threshold) >= 0)
                    || (rate.numerator() < rate.denominator()) != (shown.compareTo(new BigDecimal("100")) < 0)
                    || (rate.numerator() > 0) != (shown.signum() > 0)
                    || distance(rate, shown).compareTo(HALF_A_HUNDREDTH) > 0) {
                wrong.add(rate + " against " + threshold + " shown as " + shown);
            }
            needingMoreDecimals += shown.scale() > 2 ? 1 : 0;
        }
        assertThat(wrong).isEmpty();
        assertThat(needingMoreDecimals).as("cases that put the rule to work").isGreaterThan(4_000);
    }

    private static BigDecimal threshold(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> HALF;
            case 1 -> BigDecimal.valueOf(random.nextInt(101));
            case 2 -> BigDecimal.valueOf(random.nextInt(10_001), 2);
            default -> BigDecimal.valueOf(random.nextInt(1_000_001), 4);
        };
    }

    private static Rate rate(Random random, BigDecimal threshold) {
        long denominator = 1 + (long) (Math.pow(10, 1 + random.nextInt(9)) * random.nextDouble());
        long anywhere = (long) (random.nextDouble() * (denominator + 1));
        long near = new Rate(0, denominator).required(threshold) + random.nextInt(5) - 3;
        long numerator = random.nextBoolean() ? near : anywhere;
        return new Rate(Math.min(denominator, Math.max(0, numerator)), denominator);
    }

    private static BigDecimal distance(Rate rate, BigDecimal shown) {
        BigDecimal exact = BigDecimal.valueOf(rate.numerator())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(rate.denominator()), MathContext.DECIMAL128);
        return shown.subtract(exact).abs();
    }
}
