package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hoso.rates.Fraction;
import vn.hoso.rates.Rate;
import vn.hoso.results.ResultsChangeSplit.Effects;
import vn.hoso.results.ResultsChangeSplit.Pair;

class ResultsChangeSplitTest {

    @Test
    void unitsThatDoBetterAreRateAlone() {
        ResultsChangeSplit found = ResultsChangeSplit.of(List.of(pair(40, 100, 50, 100), pair(60, 100, 70, 100)));

        assertThat(found.change()).isEqualTo(new BigDecimal("10.00"));
        assertThat(found.rate()).isEqualTo(new BigDecimal("10.00"));
        assertThat(found.mix()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void dossiersThatMoveToAHigherUnitAreMixAlone() {
        ResultsChangeSplit found = ResultsChangeSplit.of(List.of(pair(20, 100, 10, 50), pair(80, 100, 120, 150)));

        assertThat(found.change()).isEqualTo(new BigDecimal("15.00"));
        assertThat(found.rate()).isEqualTo(new BigDecimal("0.00"));
        assertThat(found.mix()).isEqualTo(new BigDecimal("15.00"));
    }

    @Test
    void everyUnitBetterAndTheWholeWorse() {
        // Simpson's: 20 % → 25 % and 80 % → 85 %, but most dossiers are now where rates are low.
        ResultsChangeSplit found = ResultsChangeSplit.of(List.of(pair(20, 100, 75, 300), pair(240, 300, 85, 100)));

        assertThat(found.change()).isEqualTo(new BigDecimal("-25.00"));
        assertThat(found.rate()).isEqualTo(new BigDecimal("5.00"));
        assertThat(found.mix()).isEqualTo(new BigDecimal("-30.00"));
    }

    @Test
    void aUnitThatHadNothingBeforeIsMixAlone() {
        ResultsChangeSplit found = ResultsChangeSplit.of(List.of(pair(50, 100, 50, 100), pair(0, 0, 100, 100)));

        assertThat(found.change()).isEqualTo(new BigDecimal("25.00"));
        assertThat(found.rate()).isEqualTo(new BigDecimal("0.00"));
        assertThat(found.mix()).isEqualTo(new BigDecimal("25.00"));
    }

    @Test
    void aSumInPairsIsTheSum() {
        Random random = new Random(20261129);
        List<Fraction> terms = Stream.generate(() -> Fraction.of(random.nextInt(2001) - 1000, 1 + random.nextInt(500)))
                .limit(101)
                .toList();

        assertThat(Fraction.sum(terms)).isEqualTo(terms.stream().reduce(Fraction.ZERO, Fraction::plus));
        assertThat(Fraction.sum(List.of())).isEqualTo(Fraction.ZERO);
    }

    @Test
    void theEffectsAreThoseOfTheFormulaAndAddUpExactly() {
        Random random = new Random(20240930);
        for (int round = 0; round < 50; round++) {
            List<Pair> units = new ArrayList<>();
            for (int unit = 0; unit < 23; unit++) {
                units.add(new Pair(rate(random), rate(random)));
            }
            Effects found = ResultsChangeSplit.effects(units);

            assertThat(found.rate()).isEqualTo(rateEffect(units));
            assertThat(found.mix()).isEqualTo(mixEffect(units));
            assertThat(found.change()).isEqualTo(whole(units, true).minus(whole(units, false)));
            ResultsChangeSplit shown = ResultsChangeSplit.of(units);
            assertThat(shown.rate().add(shown.mix())).isEqualByComparingTo(shown.change());
        }
    }

    /** {@code Σ ½(w₁+w₀)(a₁−a₀)}. */
    private static Fraction rateEffect(List<Pair> units) {
        return units.stream()
                .map(it -> weight(it.after(), units, true)
                        .plus(weight(it.before(), units, false))
                        .half()
                        .times(of(it.after()).minus(of(it.before()))))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** {@code Σ (w₁−w₀)(½(a₁+a₀) − ½(r₁+r₀))}. */
    private static Fraction mixEffect(List<Pair> units) {
        Fraction middle = whole(units, true).plus(whole(units, false)).half();
        return units.stream()
                .map(it -> weight(it.after(), units, true)
                        .minus(weight(it.before(), units, false))
                        .times(of(it.after()).plus(of(it.before())).half().minus(middle)))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    private static Fraction weight(Rate rate, List<Pair> units, boolean after) {
        return Fraction.of(rate.denominator(), sum(units, after).denominator());
    }

    private static Fraction whole(List<Pair> units, boolean after) {
        return of(sum(units, after));
    }

    private static Rate sum(List<Pair> units, boolean after) {
        return units.stream()
                .map(it -> after ? it.after() : it.before())
                .reduce(
                        new Rate(0, 0),
                        (a, b) -> new Rate(a.numerator() + b.numerator(), a.denominator() + b.denominator()));
    }

    private static Fraction of(Rate rate) {
        return Fraction.of(rate.numerator(), rate.denominator());
    }

    private static Rate rate(Random random) {
        long received = 1 + random.nextInt(2000);
        return new Rate(random.nextInt((int) received + 1), received);
    }

    private static Pair pair(long onlineBefore, long before, long onlineAfter, long after) {
        return new Pair(new Rate(onlineBefore, before), new Rate(onlineAfter, after));
    }
}
