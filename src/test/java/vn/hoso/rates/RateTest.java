package vn.hoso.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every threshold is tried on its exact boundary and one dossier to either side. */
class RateTest {

    @ParameterizedTest(name = "{0}/{1} reaches {2} %: {3}; exceeds it: {4}")
    @CsvSource({
        // 50 % of an even number, of the odd numbers around it, and of the plan's 48.254
        "  499,   999, 50, false, false",
        "  500,   999, 50, true,  true",
        "  499,  1000, 50, false, false",
        "  500,  1000, 50, true,  false",
        "  501,  1000, 50, true,  true",
        "  500,  1001, 50, false, false",
        "  501,  1001, 50, true,  true",
        "24126, 48254, 50, false, false",
        "24127, 48254, 50, true,  false",
        "24128, 48254, 50, true,  true",
        // 60 %: ⌈28.952,4⌉
        "28952, 48254, 60, false, false",
        "28953, 48254, 60, true,  true",
        "    2,     5, 60, false, false",
        "    3,     5, 60, true,  false",
        "    4,     5, 60, true,  true",
        // a threshold with decimals; a third lies above 33,3333 %
        "333332, 1000000, 33.3333, false, false",
        "333333, 1000000, 33.3333, true,  false",
        "333334, 1000000, 33.3333, true,  true",
        "333333,  999999, 33.3333, true,  true",
        "333333, 1000001, 33.3333, false, false",
        "     1,       3, 33.3333, true,  true",
        // all and nothing
        " 999,  1000, 100, false, false",
        "1000,  1000, 100, true,  false",
        "   0,  1000,   0, true,  false",
        "   1,  1000,   0, true,  true",
    })
    void comparesExactly(long numerator, long denominator, BigDecimal percent, boolean reaches, boolean exceeds) {
        Rate rate = new Rate(numerator, denominator);

        assertThat(rate.reaches(percent)).as("reaches").isEqualTo(reaches);
        assertThat(rate.exceeds(percent)).as("exceeds").isEqualTo(exceeds);
    }

    @ParameterizedTest(name = "{0}/{1} reads as 50 %; reaches it: {2}")
    @CsvSource({"12499, 25000, false", "12500, 25000, true", "49999999, 100000000, false"})
    void neverComparesARoundedPercentage(long numerator, long denominator, boolean reaches) {
        assertThat(new Rate(numerator, denominator).percent(0)).isEqualByComparingTo("50");
        assertThat(new Rate(numerator, denominator).reaches(new BigDecimal("50")))
                .isEqualTo(reaches);
    }

    @ParameterizedTest(name = "{1} % of {0} takes {2}")
    @CsvSource({
        "    0,  50,     0",
        "    1,  50,     1",
        "    2,  50,     1",
        "    3,  50,     2",
        "  999,  50,   500",
        " 1000,  50,   500",
        " 1001,  50,   501",
        "48253,  50, 24127",
        "48254,  50, 24127",
        "48255,  50, 24128",
        "48254,  60, 28953",
        "   99,  60,    60",
        "  100,  60,    60",
        "  101,  60,    61",
        " 9999, 33.3333, 3333",
        "10000, 33.3333, 3334",
        " 999999, 33.3333, 333333",
        "1000000, 33.3333, 333333",
        "1000001, 33.3333, 333334",
        "  999, 100,   999",
        " 1000, 100,  1000",
        " 1001, 100,  1001",
        " 1000,   0,     0",
    })
    void requiresTheFewestDossiersThatReachTheThreshold(long denominator, BigDecimal percent, long required) {
        assertThat(new Rate(0, denominator).required(percent)).isEqualTo(required);
    }

    @ParameterizedTest(name = "{0} % of every denominator to 2.000")
    @CsvSource({"50", "60", "33.3333", "100", "0", "0.0001", "99.9999"})
    void requiredIsWhereReachingBegins(BigDecimal percent) {
        for (long denominator = 1; denominator <= 2000; denominator++) {
            long required = new Rate(0, denominator).required(percent);

            assertThat(new Rate(required, denominator).reaches(percent))
                    .as("%d/%d", required, denominator)
                    .isTrue();
            if (required > 0) {
                assertThat(new Rate(required - 1, denominator).reaches(percent))
                        .as("%d/%d", required - 1, denominator)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "{0} of {1}, beyond what a double can tell apart")
    @CsvSource({
        // half of 2^54, where doubles are 2 apart
        "9007199254740991, 18014398509481984, false, false",
        "9007199254740992, 18014398509481984, true,  false",
        "9007199254740993, 18014398509481984, true,  true",
        // 100·n leaves the range of long
        "4611686018427387903, 9223372036854775806, true,  false",
        "4611686018427387903, 9223372036854775807, false, false",
        "4611686018427387904, 9223372036854775807, true,  true",
    })
    void staysExactForHugeNumbers(long numerator, long denominator, boolean reaches, boolean exceeds) {
        BigDecimal half = new BigDecimal("50");

        assertThat(new Rate(numerator, denominator).reaches(half)).isEqualTo(reaches);
        assertThat(new Rate(numerator, denominator).exceeds(half)).isEqualTo(exceeds);
    }

    @Test
    void requiresUpToTheWholeRangeOfLongAndNeverWrapsAroundBeyondIt() {
        Rate all = new Rate(0, Long.MAX_VALUE);

        assertThat(all.required(new BigDecimal("100"))).isEqualTo(Long.MAX_VALUE);
        assertThat(all.required(new BigDecimal("50"))).isEqualTo(Long.MAX_VALUE / 2 + 1);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> all.required(new BigDecimal("100.0001")));
    }

    @Test
    void nothingArisenHasNoPercentage() {
        Rate nothing = new Rate(0, 0);

        assertThat(nothing.arisen()).isFalse();
        assertThat(new Rate(0, 1).arisen()).isTrue();
        assertThat(nothing.required(new BigDecimal("50"))).isZero();
        assertThatIllegalStateException().isThrownBy(() -> nothing.percent(2));
    }

    @ParameterizedTest(name = "{0}/{1} with {2} decimals: {3}")
    @CsvSource({
        "10682, 11212, 2, 95.27",
        "11602, 14874, 2, 78.00",
        "22574, 48254, 2, 46.78",
        "26086, 48254, 2, 54.06",
        "22284, 26086, 2, 85.43",
        "10682, 11212, 4, 95.2729",
        // half up, not half to even: 12,5 and 0,125
        "1, 8, 0, 13",
        "1, 800, 2, 0.13",
        "3, 800, 2, 0.38",
        "1, 3, 2, 33.33",
        "2, 3, 2, 66.67",
    })
    void roundsHalfUpForDisplay(long numerator, long denominator, int decimals, BigDecimal shown) {
        assertThat(new Rate(numerator, denominator).percent(decimals)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"-1, 0", "-1, 1", "1, 0", "11, 10", "0, -1", "-1, -1"})
    void refusesWhatIsNoShare(long numerator, long denominator) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(numerator, denominator));
    }
}
