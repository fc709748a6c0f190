package vn.hoso.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.rates.Counts;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.PaymentCounts;
import vn.hoso.reports.SampleYears;
import vn.hoso.results.ResultsChange.IndicatorChange;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.VerdictStatus;

/** What a change of figures does to rates and verdicts, at the very border of 50%. */
class ResultsChangeTest {

    private static final Target HALF = SampleYears.RESOLUTION_17;

    private static ScopeResults of(Counts counts) {
        return of(counts, HALF);
    }

    private static ScopeResults of(Counts counts, Target target) {
        return new ScopeResults(
                "district",
                "Huyện Tuy Phước",
                null,
                null,
                counts,
                RoundedResultRates.of(counts, List.of(target)),
                List.of(TargetEvaluator.judge(target, counts, null)),
                List.of(),
                12,
                12);
    }

    /** 2.000 dossiers, of which so many are online. */
    private static ScopeResults online(long online) {
        return of(counts(online));
    }

    private static Counts counts(long online) {
        return new Counts(500, 400, 600, 500, 2_000, online, null);
    }

    @ParameterizedTest(name = "{0} → {1} of 2.000: {2} → {3}")
    @CsvSource({"999, 1000, NOT_MET, MET", "1000, 999, MET, NOT_MET", "1000, 1001, ,", "998, 999, ,", "1000, 1000, ,"})
    void saysWhetherAVerdictFlips(long before, long after, VerdictStatus from, VerdictStatus to) {
        ResultsChange change = ResultsChange.between(online(before), online(after));

        assertThat(change.flips())
                .isEqualTo(
                        from == null
                                ? List.of()
                                : List.of(new ResultsChange.Flip(HALF, from, to, DataStatus.OFFICIAL)));
        assertThat(change.changed()).isEqualTo(before != after);
    }

    /** An instrument of the year after replaces the target: what was judged is still what was judged. */
    @ParameterizedTest(name = "{0} → {1} of 2.000: {2} → {3}")
    @CsvSource({"999, 1000, NOT_MET, MET", "1000, 999, MET, NOT_MET", "1000, 1000, ,"})
    void comparesATargetWithTheVersionThatReplacedIt(long before, long after, VerdictStatus from, VerdictStatus to) {
        Target replaced = new Target(
                99,
                HALF.code(),
                HALF.label(),
                HALF.clause(),
                HALF.indicator(),
                HALF.rule(),
                HALF.threshold(),
                HALF.scope(),
                HALF.aspiration(),
                HALF.validFrom(),
                HALF.validUntil(),
                HALF.instruments());

        assertThat(ResultsChange.between(online(before), of(counts(after), replaced))
                        .flips())
                .isEqualTo(
                        from == null
                                ? List.of()
                                : List.of(new ResultsChange.Flip(replaced, from, to, DataStatus.OFFICIAL)));
    }

    @Test
    void namesTheIndicatorsWhoseFiguresDifferAndNoOther() {
        ResultsChange change = ResultsChange.between(online(999), online(1_000));

        assertThat(change.indicators()).extracting(IndicatorChange::indicator).containsExactly(Indicator.OVERALL);
        assertThat(change.indicators().get(0).before().percent()).isEqualByComparingTo("49.95");
        assertThat(change.indicators().get(0).after().percent()).isEqualByComparingTo("50");
    }

    @Test
    void comparesNothingThatTheEarlierReportDidNotKnowYet() {
        ScopeResults now = of(new Counts(500, 400, 600, 500, 2_000, 1_000, new PaymentCounts(90, 70)));
        ScopeResults frozen = new ScopeResults(
                now.scope(),
                now.name(),
                null,
                null,
                now.counts(),
                new RoundedResultRates(
                        now.indicators().subList(0, 4), null, now.rates().ceiling()),
                now.verdicts(),
                List.of(),
                12,
                12);

        assertThat(ResultsChange.between(frozen, now).changed()).isFalse();
        assertThat(frozen.indicator(Indicator.ONLINE_PAYMENT).reported()).isFalse();
        assertThat(frozen.indicator(Indicator.ELIGIBLE_ONLINE)).isEqualTo(now.indicator(Indicator.ELIGIBLE_ONLINE));
    }

    @Test
    void countsAUnitThatWasNotThereAsNotAssessed() {
        ResultsChange change = ResultsChange.between(null, online(1_000));

        assertThat(change.flips())
                .containsExactly(new ResultsChange.Flip(
                        HALF, VerdictStatus.NOT_ASSESSED, VerdictStatus.MET, DataStatus.OFFICIAL));
    }
}
