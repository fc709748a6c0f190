package vn.hoso.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {

    /** The plan's own figures of 2023. */
    @Nested
    class InThePlansYear2023 {

        private final Counts district = new Counts(11_212, 10_682, 14_874, 11_602, 48_254, 22_574, null);

        @Test
        void the290UnclassifiedDossiersAreKeptAndSeen() {
            assertThat(district.onlineClassified()).isEqualTo(22_284);
            assertThat(district.onlineUnclassified()).isEqualTo(290);
        }

        @Test
        void thereAre26086EligibleDossiersAnd22168NotOffered() {
            assertThat(district.eligible()).isEqualTo(26_086);
            assertThat(district.notOffered()).isEqualTo(22_168);
        }

        @Test
        void theCeilingIsTheEligibleShareOfAllDossiers() {
            assertThat(district.ceiling()).isEqualTo(new Rate(26_086, 48_254));
            assertThat(district.ceiling().percent(2)).isEqualTo("54.06");
            assertThat(district.ceiling().reaches(new BigDecimal("50"))).isTrue();
            assertThat(district.ceiling().reaches(new BigDecimal("60"))).isFalse();
        }

        @Test
        void paperCameIn3802TimesThoughOnlineWasOffered() {
            assertThat(district.paperThoughOnline()).isEqualTo(3_802);
        }

        @ParameterizedTest(name = "{0} = {1}/{2}")
        @CsvSource({
            "FULL_PROCESS, 10682, 11212",
            "PARTIAL, 11602, 14874",
            "OVERALL, 22574, 48254",
            "ELIGIBLE_ONLINE, 22284, 26086",
        })
        void eachIndicatorHasItsOwnFraction(String name, long numerator, long denominator) {
            Indicator indicator = Indicator.own(name).orElseThrow();
            assertThat(district.rate(indicator)).isEqualTo(new Rate(numerator, denominator));
        }

        @Test
        void onlinePaymentIsUnknownRatherThanZero() {
            assertThat(district.rate(Indicator.ONLINE_PAYMENT)).isNull();
        }
    }

    @Test
    void aReportThatNamesFewerThanItListsHasANegativeRest() {
        assertThat(new Counts(10, 8, 10, 7, 30, 12, null).onlineUnclassified()).isEqualTo(-3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FULL_PROCESS", "PARTIAL", "OVERALL", "ELIGIBLE_ONLINE"})
    void nothingCountedHasArisenNowhere(String indicator) {
        assertThat(Counts.NONE.rate(Indicator.own(indicator).orElseThrow())).isEqualTo(new Rate(0, 0));
    }

    @Test
    void ratesOfASumComeFromTheSumAndNotFromAnAverage() {
        Counts half = new Counts(0, 0, 2, 1, 2, 1, null);
        Counts few = new Counts(0, 0, 98, 1, 98, 1, null);

        assertThat(half.plus(few).rate(Indicator.OVERALL)).isEqualTo(new Rate(2, 100));
        assertThat(half.plus(few)).isEqualTo(few.plus(half));
        assertThat(half.plus(Counts.NONE)).isEqualTo(half);
    }

    @Test
    void everyCountIsAddedToItsOwnKind() {
        Counts one = new Counts(2, 1, 20, 10, 200, 100, new PaymentCounts(8, 4));
        Counts other = new Counts(3_000, 1_000, 30_000, 20_000, 400_000, 300_000, new PaymentCounts(5_000, 2_000));

        assertThat(one.plus(other))
                .isEqualTo(
                        new Counts(3_002, 1_001, 30_020, 20_010, 400_200, 300_100, new PaymentCounts(5_008, 2_004, 2)));
    }

    @Test
    void anUnreportedPaymentAddsNothingAndTakesNothingAway() {
        Counts without = new Counts(0, 0, 0, 0, 9, 0, null);
        Counts with = new Counts(0, 0, 0, 0, 9, 0, new PaymentCounts(5, 0));

        assertThat(without.plus(with).payment()).isEqualTo(new PaymentCounts(5, 0));
        assertThat(with.plus(without).payment()).isEqualTo(new PaymentCounts(5, 0));
        assertThat(without.plus(without).payment()).isNull();
        assertThat(with.rate(Indicator.ONLINE_PAYMENT)).isEqualTo(new Rate(0, 5));
    }

    @ParameterizedTest(name = "full-process {1}/{0}, partial {3}/{2}, all {4}, online {5}")
    @CsvSource({
        "10, 10, 20, 20, 30, 30",
        "0, 0, 0, 0, 0, 0",
        "0, 0, 0, 0, 5, 5",
    })
    void acceptsEveryCountOnItsBoundary(
            long received, long online, long partial, long partialOnline, long all, long onlineTotal) {
        assertThat(new Counts(received, online, partial, partialOnline, all, onlineTotal, null).dossiersReceived())
                .isEqualTo(all);
    }

    @ParameterizedTest(name = "full-process {1}/{0}, partial {3}/{2}, all {4}, online {5}")
    @CsvSource({
        "10, 11, 20, 20, 30, 30",
        "10, 10, 20, 21, 30, 30",
        "10, 10, 20, 20, 29, 29",
        "10, 10, 20, 20, 30, 31",
        "10, -1, 20, 20, 30, 30",
        "10, 10, 20, -1, 30, 30",
        "10, 10, 20, 20, 30, -1",
        "-1, 0, 1, 0, 0, 0",
    })
    void refusesCountsOnePastTheBoundary(
            long received, long online, long partial, long partialOnline, long all, long onlineTotal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Counts(received, online, partial, partialOnline, all, onlineTotal, null));
    }

    @ParameterizedTest(name = "{1} of {0} paid online")
    @CsvSource({"5, 6", "5, -1", "-1, -1", "0, 1"})
    void refusesMorePaidThanPayable(long payable, long paidOnline) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaymentCounts(payable, paidOnline));
    }

    @Test
    void aSumBeyondTheRangeOfLongFailsInsteadOfWrapping() {
        Counts all = new Counts(0, 0, 0, 0, Long.MAX_VALUE, 0, null);
        Counts one = new Counts(0, 0, 0, 0, 1, 0, null);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> all.plus(one));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Counts(Long.MAX_VALUE, 0, 1, 0, Long.MAX_VALUE, 0, null));
    }
}
