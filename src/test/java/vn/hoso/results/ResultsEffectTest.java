package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.PaymentCounts;
import vn.hoso.rates.Rate;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetRule;
import vn.hoso.targets.TargetScope;

/** A rate before, and the three months after it: added, then divided, exactly. */
class ResultsEffectTest {

    private static final Target HALF = new Target(
            3,
            "NQ17",
            "Hồ sơ trực tuyến",
            null,
            Indicator.OVERALL,
            TargetRule.AT_LEAST,
            BigDecimal.valueOf(50),
            TargetScope.DISTRICT_AND_UNITS,
            false,
            LocalDate.of(2023, 1, 1),
            null,
            List.of());

    /** So many online of so many in all. */
    private static Counts of(long online, long all) {
        return new Counts(0, 0, 0, 0, all, online, null);
    }

    @ParameterizedTest
    @CsvSource({
        // before, after in turn, numerator, denominator, points, direction
        "40/100, 50/100 60/100 70/100, 180, 300, 20.00, 1",
        "1/3, 1/3 1/3 1/3, 3, 9, 0.00, 0",
        "1/3, 3333333/10000000, 3333333, 10000000, 0.00, -1",
        "60/100, 0/10 5/10, 5, 20, -35.00, -1",
        "1/8, 1/1000 1/8 1/8, 3, 1016, -12.20, -1",
    })
    void addsThenDivides(String before, String after, long numerator, long denominator, String points, int direction) {
        ResultsEffect effect = ResultsEffect.of(
                HALF,
                counts(before),
                Arrays.stream(after.split(" ")).map(ResultsEffectTest::counts).toList());

        assertThat(effect.rate().after().rate()).isEqualTo(new Rate(numerator, denominator));
        assertThat(effect.rate().points()).isEqualTo(new BigDecimal(points));
        assertThat(effect.rate().direction()).isEqualTo(direction);
        assertThat(effect.reported()).isEqualTo(after.split(" ").length);
        assertThat(effect.complete()).isEqualTo(after.split(" ").length == 3);
    }

    private static Counts counts(String fraction) {
        String[] parts = fraction.split("/");
        return of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Test
    void saysNothingOfADifferenceThatCannotBeTaken() {
        assertThat(ResultsEffect.of(HALF, null, List.of(of(1, 2))).rate().points())
                .isNull();
        assertThat(ResultsEffect.of(HALF, of(1, 2), List.of()).rate().points()).isNull();
        assertThat(ResultsEffect.of(HALF, of(0, 0), List.of(of(1, 2))).rate().points())
                .isNull();
        assertThat(ResultsEffect.of(HALF, of(1, 2), List.of(of(0, 0))).rate().points())
                .isNull();
    }

    @Test
    void countsTheMonthsThatHoldFiguresOfTheIndicatorItself() {
        Target paid = new Target(
                4,
                "3.4",
                "Thanh toán trực tuyến",
                null,
                Indicator.ONLINE_PAYMENT,
                TargetRule.AT_LEAST,
                BigDecimal.valueOf(100),
                TargetScope.EVERY_UNIT,
                true,
                LocalDate.of(2024, 1, 1),
                null,
                List.of());
        Counts with = new Counts(0, 0, 0, 0, 30, 20, new PaymentCounts(10, 5));
        ResultsEffect twice = ResultsEffect.of(paid, with, List.of(with, of(20, 30), with));
        assertThat(twice.reported()).isEqualTo(2);
        assertThat(twice.complete()).isFalse();
        assertThat(twice.rate().after().rate()).isEqualTo(new Rate(10, 20));
        assertThat(ResultsEffect.of(paid, with, List.of(of(20, 30), of(0, 0))).reported())
                .isZero();
        assertThat(ResultsEffect.of(HALF, with, List.of(with, of(0, 0))).reported())
                .isEqualTo(2);
    }

    @Test
    void neverShowsAMissedTargetAsReached() {
        assertThat(ResultsEffect.of(HALF, of(1, 4), List.of(of(49_999, 100_000)))
                        .rate()
                        .after()
                        .percent())
                .isEqualTo(new BigDecimal("49.999"));
    }
}
