package vn.hoso.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;

/** A unit's own threshold and the bands of points: exactly at, one below and one above. */
class OwnThresholdsAndBandsTest {

    private static final long OWN = 7;
    private static final long OTHER = 8;

    private static Target target(TargetRule rule, @Nullable BigDecimal threshold, List<TargetStep> steps) {
        return new Target(
                1,
                "C",
                "Hồ sơ trực tuyến",
                null,
                Indicator.OVERALL,
                rule,
                threshold,
                TargetScope.DISTRICT_AND_UNITS,
                false,
                LocalDate.of(2026, 1, 1),
                null,
                List.of(),
                steps,
                null);
    }

    private static TargetStep step(@Nullable Long unit, String percent, @Nullable String points) {
        return new TargetStep(unit, new BigDecimal(percent), points == null ? null : new BigDecimal(points));
    }

    private static Counts online(long online, long received) {
        return new Counts(0, 0, 0, 0, received, online, null);
    }

    private static Verdict judged(Target target, @Nullable Long unit, long online, long received) {
        return TargetEvaluator.judge(target.heldAgainst(unit), online(online, received), null);
    }

    /** 80 % for all, 70 % for one, 72,5 % for another: numbers of dossiers that no double tells apart stay apart. */
    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 7, 70, 100, MET",
        "AT_LEAST, 7, 69, 100, NOT_MET",
        "AT_LEAST, 7, 71, 100, MET",
        "AT_LEAST, 8, 80, 100, MET",
        "AT_LEAST, 8, 79, 100, NOT_MET",
        "AT_LEAST, 8, 81, 100, MET",
        "AT_LEAST, 9, 29, 40, MET",
        "AT_LEAST, 9, 28, 40, NOT_MET",
        "AT_LEAST, 9, 30, 40, MET",
        "AT_LEAST, 0, 79, 100, NOT_MET",
        "AT_LEAST, 0, 80, 100, MET",
        "MORE_THAN, 7, 70, 100, NOT_MET",
        "MORE_THAN, 7, 71, 100, MET",
        "MORE_THAN, 7, 69, 100, NOT_MET",
        "AT_LEAST, 7, 699999999999999999, 1000000000000000000, NOT_MET",
        "AT_LEAST, 7, 700000000000000000, 1000000000000000000, MET"
    })
    void judgesEachUnitByItsOwn(TargetRule rule, long unit, long online, long received, VerdictStatus status) {
        assertThat(judged(common(rule), unit == 0 ? null : unit, online, received)
                        .status())
                .isEqualTo(status);
    }

    private static Target common(TargetRule rule) {
        return target(rule, new BigDecimal("80"), List.of(step(OWN, "70", null), step(9L, "72.5", null)));
    }

    @Test
    void tellsWhatIsMissingToTheUnitsOwnAndWhatTheOthersAreAsked() {
        Verdict verdict = judged(common(TargetRule.AT_LEAST), OWN, 60, 100);
        assertThat(verdict.shortBy()).isEqualTo(10);
        assertThat(verdict.target().threshold()).isEqualByComparingTo("70");
        assertThat(verdict.target().common()).isEqualByComparingTo("80");
        assertThat(judged(common(TargetRule.AT_LEAST), OTHER, 60, 100).target().common())
                .isNull();
    }

    /** Thông tư 01/2018/TT-VPCP, điều 13: 2 points from 30 %, 1 from 15 %, else none. */
    @ParameterizedTest
    @CsvSource({
        "30, 100, 2, MET",
        "29, 100, 1, NOT_MET",
        "31, 100, 2, MET",
        "29999, 100000, 1, NOT_MET",
        "299999999999999, 1000000000000000, 1, NOT_MET",
        "15, 100, 1, NOT_MET",
        "14, 100, 0, NOT_MET",
        "16, 100, 1, NOT_MET",
        "14999, 100000, 0, NOT_MET",
        "0, 100, 0, NOT_MET",
        "100, 100, 2, MET"
    })
    void givesThePointsOfTheHighestBandReached(long online, long received, String points, VerdictStatus status) {
        Target bands =
                target(TargetRule.BANDS, new BigDecimal("30"), List.of(step(null, "15", "1"), step(null, "30", "2")));
        Verdict verdict = judged(bands, OTHER, online, received);
        assertThat(verdict.points()).isEqualByComparingTo(points);
        assertThat(verdict.status()).isEqualTo(status);
    }

    @Test
    void givesAUnitThePointsOfItsOwnBands() {
        Target bands = target(
                TargetRule.BANDS,
                new BigDecimal("30"),
                List.of(step(null, "15", "1"), step(null, "30", "2"), step(OWN, "10", "1"), step(OWN, "20", "2")));
        assertThat(judged(bands, OWN, 20, 100).points()).isEqualByComparingTo("2");
        assertThat(judged(bands, OWN, 19, 100).points()).isEqualByComparingTo("1");
        assertThat(judged(bands, OWN, 9, 100).points()).isEqualByComparingTo("0");
        assertThat(judged(bands, OTHER, 20, 100).points()).isEqualByComparingTo("1");
        assertThat(judged(bands, null, 20, 100).points()).isEqualByComparingTo("1");
    }

    @Test
    void givesNoPointsWhereNothingAroseOrWasReported() {
        Target bands = target(TargetRule.BANDS, new BigDecimal("30"), List.of(step(null, "30", "2")));
        assertThat(judged(bands, OTHER, 0, 0).points()).isNull();
        assertThat(TargetEvaluator.judge(bands, null, null).points()).isNull();
        assertThat(judged(common(TargetRule.AT_LEAST), OTHER, 90, 100).points()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AT_LEAST | 80 | 80",
                "AT_LEAST | 72,5% | 72,5",
                "MORE_THAN | 72.5 | 72,5",
                "AT_LEAST | 0 | 0",
                "AT_LEAST | 100 | 100",
                "AT_LEAST | 100,01 | ",
                "AT_LEAST | 1e3 | ",
                "AT_LEAST | -1 | ",
                "AT_LEAST | 0,12345 | ",
                "AT_LEAST | '' | ",
                "BANDS | 15: 1; 30 : 2 | 30: 2; 15: 1",
                "BANDS | 30%: 2; 15%: 1,5 | 30: 2; 15: 1,5",
                "BANDS | 30: 1; 15: 2 | ",
                "BANDS | 30: 2; 30: 1 | ",
                "BANDS | 30: 2; 15: 2 | ",
                "BANDS | 30: 0 | ",
                "BANDS | 80 | ",
                "BANDS | 30: 2; | "
            })
    void readsWhatPeopleWrite(TargetRule rule, String typed, @Nullable String written) {
        List<TargetStep> steps = StepNotation.read(typed, rule, null);
        assertThat(steps == null ? null : StepNotation.write(steps)).isEqualTo(written);
    }
}
