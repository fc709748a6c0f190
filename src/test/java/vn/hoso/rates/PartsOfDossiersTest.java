package vn.hoso.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A divided unit's dossiers: kept exactly, printed whole. */
class PartsOfDossiersTest {

    private static final Fraction THIRD = Fraction.of(1, 3);

    private static final Fraction TWO_THIRDS = Fraction.of(2, 3);

    private static final Counts WHOLE = new Counts(10, 4, 20, 10, 31, 15, new PaymentCounts(7, 2, 12));

    @Test
    void theyArePrintedRoundedHalfUpAndKeptExactly() {
        Counts third = WHOLE.times(THIRD);

        assertThat(third.dossiersReceived()).isEqualTo(10);
        assertThat(third.exactly(Count.DOSSIERS_RECEIVED)).isEqualTo(Fraction.of(31, 3));
        assertThat(third.onlineTotal()).isEqualTo(5);
        assertThat(third.payment()).isEqualTo(new PaymentCounts(2, 1, 12));
        assertThat(third.whole()).isFalse();
        assertThat(new Counts(0, 0, 0, 0, 1, 0, null).times(Fraction.of(1, 2)).dossiersReceived())
                .isEqualTo(1);
    }

    @Test
    void theyMakeTheWholeAgain() {
        assertThat(WHOLE.times(THIRD).plus(WHOLE.times(TWO_THIRDS))).isEqualTo(twice(WHOLE));
        assertThat(WHOLE.times(Fraction.ONE)).isSameAs(WHOLE);
    }

    /** The same counts, on twice as many returns: each part rests on all of them. */
    private static Counts twice(Counts counts) {
        PaymentCounts payment = counts.payment();
        return new Counts(
                counts.fullProcessReceived(),
                counts.fullProcessOnline(),
                counts.partialReceived(),
                counts.partialOnline(),
                counts.dossiersReceived(),
                counts.onlineTotal(),
                new PaymentCounts(payment.payable(), payment.paidOnline(), 2 * payment.returns()));
    }

    @Test
    void whatIsDerivedComesFromTheExactNumbers() {
        // Two halves of a dossier are one eligible dossier, although each is printed as one.
        Counts half = new Counts(1, 0, 1, 0, 2, 0, null).times(Fraction.of(1, 2));

        assertThat(half.fullProcessReceived() + half.partialReceived()).isEqualTo(2);
        assertThat(half.eligible()).isEqualTo(1);
        assertThat(half.notOffered()).isZero();
        assertThat(half.paperThoughOnline()).isEqualTo(1);
        assertThat(half.ceiling()).isEqualTo(new Rate(1, 1));
    }

    @Test
    void aReportThatNamesFewerThanItListsStillHasANegativeRest() {
        assertThat(new Counts(10, 8, 10, 7, 30, 12, null).times(TWO_THIRDS).onlineUnclassified())
                .isEqualTo(-2);
    }

    @Test
    void aThirdHasTheRateOfTheWholeWhateverIsPrinted() {
        for (Indicator indicator : Indicator.own()) {
            Rate third = WHOLE.times(THIRD).rate(indicator);

            assertThat(Fraction.compare(third, WHOLE.rate(indicator))).isZero();
            assertThat(third.percent(8)).isEqualTo(WHOLE.rate(indicator).percent(8));
        }
    }

    @Test
    void aTargetIsJudgedByTheExactNumbers() {
        // 10⅓ of 20⅔ is half of it, and printed as 10/21; a thousandth less is not, and printed the same.
        Rate half = new Counts(0, 0, 0, 0, 62, 31, null).times(THIRD).rate(Indicator.OVERALL);
        Rate below = new Counts(0, 0, 0, 0, 62_000, 30_999, null)
                .times(Fraction.of(1, 3_000))
                .rate(Indicator.OVERALL);
        BigDecimal fifty = new BigDecimal("50");

        assertThat(Stream.of(half, below)).extracting(Rate::numerator).containsOnly(10L);
        assertThat(Stream.of(half, below)).extracting(Rate::denominator).containsOnly(21L);
        assertThat(half.reaches(fifty)).isTrue();
        assertThat(half.exceeds(fifty)).isFalse();
        assertThat(below.reaches(fifty)).isFalse();
        assertThat(half.required(fifty)).isEqualTo(11);
        assertThat(below.lacking(fifty)).isEqualTo(Fraction.of(1, 3_000));
        assertThat(Percentages.shown(below, Stream.of(fifty).toList())).isLessThan(fifty);
    }

    @Test
    void aTinyPartIsNeitherNothingNorNone() {
        Rate tiny =
                new Counts(0, 0, 0, 0, 1, 1, null).times(Fraction.of(1, 1_000)).rate(Indicator.OVERALL);

        assertThat(tiny.denominator()).isZero();
        assertThat(tiny.arisen()).isTrue();
        assertThat(tiny.positive()).isTrue();
        assertThat(tiny.percent(2)).isEqualTo("100.00");
    }

    @Test
    void refusesExactNumbersThatAreNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(Fraction.of(4, 3), Fraction.of(1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.of(Fraction.of(-1, 3), Fraction.ONE));
    }

    @Test
    void nothingDerivedIsEverNegativeAndPartsAddUpInAnyOrder() {
        Random random = new Random(17);
        for (int i = 0; i < 2_000; i++) {
            Counts counts = counts(random);
            int denominator = 2 + random.nextInt(11);
            int numerator = 1 + random.nextInt(denominator - 1);
            Counts part = counts.times(Fraction.of(numerator, denominator));
            Counts rest = counts.times(Fraction.of(denominator - numerator, denominator));

            assertThat(part.plus(rest)).isEqualTo(rest.plus(part)).isEqualTo(counts);
            assertThat(LongSums.of(part)).allMatch(number -> number >= 0);
            assertThat(IntStream.rangeClosed(1, denominator)
                            .mapToObj(each -> counts.times(Fraction.of(1, denominator)))
                            .reduce(Counts.NONE, Counts::plus))
                    .isEqualTo(counts);
        }
    }

    private static final class LongSums {
        static Stream<Long> of(Counts counts) {
            return Stream.of(
                    counts.eligible(),
                    counts.onlineClassified(),
                    counts.paperThoughOnline(),
                    counts.notOffered(),
                    counts.onlineUnclassified());
        }
    }

    private static Counts counts(Random random) {
        long full = random.nextInt(200);
        long partial = random.nextInt(200);
        long fullOnline = random.nextLong(full + 1);
        long partialOnline = random.nextLong(partial + 1);
        long all = full + partial + random.nextInt(200);
        return new Counts(
                full,
                fullOnline,
                partial,
                partialOnline,
                all,
                fullOnline + partialOnline + random.nextLong(all - fullOnline - partialOnline + 1),
                null);
    }
}
