package vn.hoso.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.PaymentCounts;
import vn.hoso.rates.Rate;

class TargetEvaluatorTest {

    private static final Counts YEAR_2023 = new Counts(11_212, 10_682, 14_874, 11_602, 48_254, 22_574, null);

    private static final Target RESOLUTION_17 = Targets.atLeast(Indicator.OVERALL, "50");
    private static final Target DECISION_2679 = Targets.atLeast(Indicator.OVERALL, "60");
    private static final Target CRITERION_9_2 = Targets.hasArisen(Indicator.FULL_PROCESS);
    private static final Target CRITERION_9_5 = Targets.hasArisen(Indicator.PARTIAL);

    @Nested
    class InThePlansYear2023 {

        @Test
        void resolution17IsMissedBy1553DossiersWithinReach() {
            Verdict verdict = TargetEvaluator.judge(RESOLUTION_17, YEAR_2023, null);

            assertThat(verdict.status()).isEqualTo(VerdictStatus.NOT_MET);
            assertThat(verdict.rate()).isEqualTo(new Rate(22_574, 48_254));
            assertThat(verdict.required()).isEqualTo(24_127);
            assertThat(verdict.shortBy()).isEqualTo(1_553);
            assertThat(verdict.ceiling()).isEqualTo(new Rate(26_086, 48_254));
            assertThat(verdict.missingEligible()).isZero();
            assertThat(verdict.reachable()).isTrue();
        }

        @Test
        void decision2679LiesAboveTheCeilingBy2867Dossiers() {
            Verdict verdict = TargetEvaluator.judge(DECISION_2679, YEAR_2023, null);

            assertThat(verdict.status()).isEqualTo(VerdictStatus.NOT_MET);
            assertThat(verdict.required()).isEqualTo(28_953);
            assertThat(verdict.shortBy()).isEqualTo(6_379);
            assertThat(verdict.missingEligible()).isEqualTo(2_867);
            assertThat(verdict.reachable()).isFalse();
        }

        @Test
        void criteria92And95AreSuggestedAsMetAndAwaitAPerson() {
            for (Target criterion : List.of(CRITERION_9_2, CRITERION_9_5)) {
                Verdict verdict = TargetEvaluator.judge(criterion, YEAR_2023, null);

                assertThat(verdict.status()).isEqualTo(VerdictStatus.MET);
                assertThat(verdict.suggested()).isEqualTo(VerdictStatus.MET);
                assertThat(verdict.awaitsConfirmation()).isTrue();
                assertThat(verdict.required()).as("no percentage is asked").isZero();
                assertThat(verdict.shortBy()).isZero();
                assertThat(verdict.ceiling()).isNull();
                assertThat(verdict.reachable()).isTrue();
            }
            assertThat(TargetEvaluator.judge(CRITERION_9_2, YEAR_2023, null).rate())
                    .isEqualTo(new Rate(10_682, 11_212));
            assertThat(TargetEvaluator.judge(CRITERION_9_5, YEAR_2023, null).rate())
                    .isEqualTo(new Rate(11_602, 14_874));
        }

        @Test
        void noVerdictOfCriterion92ComesFromItsPercentage() {
            Counts oneOfMany = new Counts(48_254, 1, 0, 0, 48_254, 1, null);

            assertThat(TargetEvaluator.judge(CRITERION_9_2, oneOfMany, null).status())
                    .isEqualTo(VerdictStatus.MET);
        }
    }

    @Nested
    class ConfirmedByAPerson {

        @ParameterizedTest
        @EnumSource(
                value = VerdictStatus.class,
                names = {"MET", "NOT_MET", "NOT_ASSESSED"})
        void theirWordStandsAndTheSuggestionStaysBesideIt(VerdictStatus decided) {
            VerdictDecision decision = decision(decided, new Rate(10_682, 11_212));

            Verdict verdict = TargetEvaluator.judge(CRITERION_9_2, YEAR_2023, decision);

            assertThat(verdict.status()).isEqualTo(decided);
            assertThat(verdict.suggested()).isEqualTo(VerdictStatus.MET);
            assertThat(verdict.decision()).isEqualTo(decision);
            assertThat(verdict.awaitsConfirmation()).isFalse();
            assertThat(verdict.evidenceChanged()).isFalse();
        }

        @ParameterizedTest(name = "{0} of {1} then")
        @CsvSource({"10681, 11212", "10683, 11212", "10682, 11211", "10682, 11213"})
        void oneDossierMoreOrLessSinceThenIsNoticed(long numerator, long denominator) {
            VerdictDecision decision = decision(VerdictStatus.MET, new Rate(numerator, denominator));

            assertThat(TargetEvaluator.judge(CRITERION_9_2, YEAR_2023, decision).evidenceChanged())
                    .isTrue();
        }

        @Test
        void figuresThatCameOrWentSinceThenAreNoticed() {
            assertThat(TargetEvaluator.judge(CRITERION_9_2, YEAR_2023, decision(VerdictStatus.NOT_ASSESSED, null))
                            .evidenceChanged())
                    .isTrue();
            assertThat(TargetEvaluator.judge(CRITERION_9_2, null, decision(VerdictStatus.MET, new Rate(1, 1)))
                            .evidenceChanged())
                    .isTrue();
            assertThat(TargetEvaluator.judge(CRITERION_9_2, null, decision(VerdictStatus.NOT_ASSESSED, null))
                            .evidenceChanged())
                    .isFalse();
        }

        @Test
        void aMeasuredTargetKeepsTheVerdictOfItsFigures() {
            Verdict verdict = TargetEvaluator.judge(RESOLUTION_17, YEAR_2023, decision(VerdictStatus.MET, null));

            assertThat(verdict.status()).isEqualTo(VerdictStatus.NOT_MET);
            assertThat(verdict.suggested()).isNull();
            assertThat(verdict.decision()).isNull();
            assertThat(verdict.awaitsConfirmation()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0} online of {1} received: {2}")
    @CsvSource({"0, 0, NOTHING_ARISEN", "0, 1, NOT_MET", "0, 500, NOT_MET", "1, 1, MET", "1, 500, MET"})
    void hasArisenFromTheFirstOnlineDossier(long online, long received, VerdictStatus suggested) {
        Counts counts = new Counts(received, online, 0, 0, received, online, null);

        assertThat(TargetEvaluator.judge(CRITERION_9_2, counts, null).suggested())
                .isEqualTo(suggested);
    }

    @Test
    void nothingReportedIsNotAssessed() {
        for (Target target : List.of(RESOLUTION_17, DECISION_2679, CRITERION_9_2)) {
            Verdict verdict = TargetEvaluator.judge(target, null, null);

            assertThat(verdict.status()).isEqualTo(VerdictStatus.NOT_ASSESSED);
            assertThat(verdict.rate()).isNull();
            assertThat(verdict.shortBy()).isZero();
            assertThat(verdict.reachable()).isTrue();
        }
    }

    @Test
    void aPairNobodyReportedIsNotAssessedAlthoughTheRestIs() {
        Target payment = Targets.atLeast(Indicator.ONLINE_PAYMENT, "100");

        assertThat(TargetEvaluator.judge(payment, YEAR_2023, null).status()).isEqualTo(VerdictStatus.NOT_ASSESSED);
        assertThat(TargetEvaluator.judge(payment, withPayment(10, 10), null).status())
                .isEqualTo(VerdictStatus.MET);
        assertThat(TargetEvaluator.judge(payment, withPayment(10, 9), null).status())
                .isEqualTo(VerdictStatus.NOT_MET);
        assertThat(TargetEvaluator.judge(payment, withPayment(0, 0), null).status())
                .isEqualTo(VerdictStatus.NOTHING_ARISEN);
    }

    private static Counts withPayment(long payable, long paidOnline) {
        return new Counts(0, 0, 0, 0, 20, 0, new PaymentCounts(payable, paidOnline));
    }

    @ParameterizedTest(name = "{0} % {1}")
    @CsvSource({"0, AT_LEAST", "50, AT_LEAST", "100, AT_LEAST", "0, MORE_THAN", "50, MORE_THAN"})
    void denominatorZeroIsNeitherMetNorMissed(String threshold, TargetRule rule) {
        Verdict verdict =
                TargetEvaluator.judge(Targets.measured(Indicator.OVERALL, rule, threshold), Counts.NONE, null);

        assertThat(verdict.status()).isEqualTo(VerdictStatus.NOTHING_ARISEN);
        assertThat(verdict.met()).isFalse();
        assertThat(verdict.rate()).isEqualTo(new Rate(0, 0));
        assertThat(verdict.required()).isZero();
        assertThat(verdict.shortBy()).isZero();
        assertThat(verdict.ceiling()).isNull();
    }

    @ParameterizedTest(name = "{2} online of {3} against {0} {1} %: {4}, required {5}, short {6}")
    @CsvSource({
        // n·100 = t·d, one dossier below and one above
        "AT_LEAST,  50, 24126, 48254, NOT_MET, 24127, 1",
        "AT_LEAST,  50, 24127, 48254, MET,     24127, 0",
        "AT_LEAST,  50, 24128, 48254, MET,     24127, 0",
        "MORE_THAN, 50, 24126, 48254, NOT_MET, 24128, 2",
        "MORE_THAN, 50, 24127, 48254, NOT_MET, 24128, 1",
        "MORE_THAN, 50, 24128, 48254, MET,     24128, 0",
        // no number of dossiers is exactly 60 % of 48.254, so both rules ask the same
        "AT_LEAST,  60, 28952, 48254, NOT_MET, 28953, 1",
        "AT_LEAST,  60, 28953, 48254, MET,     28953, 0",
        "MORE_THAN, 60, 28952, 48254, NOT_MET, 28953, 1",
        "MORE_THAN, 60, 28953, 48254, MET,     28953, 0",
        // n·100 = t·d ± 1
        "AT_LEAST,  33, 33, 100, MET,     33, 0",
        "AT_LEAST,  51, 51,  99, MET,     51, 0",
        "AT_LEAST,  51, 50,  98, MET,     50, 0",
        "AT_LEAST,  49, 49, 101, NOT_MET, 50, 1",
        "AT_LEAST,  33, 1,    3, MET,      1, 0",
        "AT_LEAST,  34, 1,    3, NOT_MET,  2, 1",
        "AT_LEAST,  33.3333, 333333, 1000000, MET,     333333, 0",
        "MORE_THAN, 33.3333, 333333, 1000000, NOT_MET, 333334, 1",
        "AT_LEAST,  33.3334, 333333, 1000000, NOT_MET, 333334, 1",
        // the ends
        "AT_LEAST,  100,  9, 10, NOT_MET, 10, 1",
        "AT_LEAST,  100, 10, 10, MET,     10, 0",
        "AT_LEAST,    0,  0, 10, MET,      0, 0",
        "MORE_THAN,   0,  0, 10, NOT_MET,  1, 1",
        "MORE_THAN,   0,  1, 10, MET,      1, 0",
    })
    void decidesOnTheExactFigures(
            TargetRule rule,
            String threshold,
            long online,
            long received,
            VerdictStatus status,
            long required,
            long shortBy) {
        Counts counts = new Counts(received, online, 0, 0, received, online, null);

        for (Indicator indicator : List.of(Indicator.OVERALL, Indicator.FULL_PROCESS, Indicator.ELIGIBLE_ONLINE)) {
            Verdict verdict = TargetEvaluator.judge(Targets.measured(indicator, rule, threshold), counts, null);

            assertThat(verdict.status()).as("%s", indicator).isEqualTo(status);
            assertThat(verdict.required()).as("%s", indicator).isEqualTo(required);
            assertThat(verdict.shortBy()).as("%s", indicator).isEqualTo(shortBy);
        }
    }

    @Test
    void beingShortAndBeingMetAreTwoSidesOfOneThing() {
        List<String> disagreeing = new ArrayList<>();
        for (TargetRule rule : List.of(TargetRule.AT_LEAST, TargetRule.MORE_THAN)) {
            for (String threshold : List.of("0", "33.3333", "50", "60", "99.9999")) {
                Target target = Targets.measured(Indicator.OVERALL, rule, threshold);
                for (long received = 1; received <= 60; received++) {
                    for (long online = 0; online <= received; online++) {
                        Verdict verdict =
                                TargetEvaluator.judge(target, new Counts(0, 0, 0, 0, received, online, null), null);
                        if (verdict.met() != (verdict.shortBy() == 0)
                                || verdict.met() != (online >= verdict.required())) {
                            disagreeing.add(verdict.toString());
                        }
                    }
                }
            }
        }
        assertThat(disagreeing).isEmpty();
    }

    @ParameterizedTest(name = "{0} eligible of 100: missing {1}")
    @CsvSource({"49, 1", "50, 0", "51, 0", "0, 50"})
    void theCeilingIsReachableOnItsExactBoundary(long eligible, long missing) {
        Verdict verdict = TargetEvaluator.judge(RESOLUTION_17, new Counts(eligible, 0, 0, 0, 100, 0, null), null);

        assertThat(verdict.missingEligible()).isEqualTo(missing);
        assertThat(verdict.reachable()).isEqualTo(missing == 0);
    }

    @Test
    void unclassifiedDossiersMayMeetATargetAboveTheCeiling() {
        Counts counts = new Counts(20, 20, 20, 20, 100, 55, null);

        Verdict verdict = TargetEvaluator.judge(RESOLUTION_17, counts, null);

        assertThat(verdict.ceiling()).isEqualTo(new Rate(40, 100));
        assertThat(verdict.status()).isEqualTo(VerdictStatus.MET);
        assertThat(verdict.missingEligible()).isZero();
        assertThat(verdict.reachable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FULL_PROCESS", "PARTIAL", "ELIGIBLE_ONLINE"})
    void onlyTheOverallRateHasACeiling(String indicator) {
        assertThat(TargetEvaluator.judge(
                                Targets.atLeast(Indicator.own(indicator).orElseThrow(), "100"), YEAR_2023, null)
                        .ceiling())
                .isNull();
    }

    @Nested
    class ATarget {

        private final Target year2023 = Targets.holding(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 1, 1));
        private final Target open = Targets.holding(LocalDate.of(2023, 7, 20), null);

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({
            "2022-12-31, false",
            "2023-01-01, true",
            "2023-12-31, true",
            "2024-01-01, false",
        })
        void holdsFromItsFirstDayUntilTheDayItIsReplaced(LocalDate day, boolean holds) {
            assertThat(year2023.holdsOn(day)).isEqualTo(holds);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @CsvSource({"2023-07-19, false", "2023-07-20, true", "2023-07-21, true", "2999-12-31, true"})
        void withoutAnEndHoldsForGood(LocalDate day, boolean holds) {
            assertThat(open.holdsOn(day)).isEqualTo(holds);
        }

        @Test
        void hasAThresholdExactlyWhereItsRuleComparesWithOne() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Targets.measured(Indicator.OVERALL, TargetRule.AT_LEAST, null));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Targets.measured(Indicator.OVERALL, TargetRule.MORE_THAN, null));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Targets.measured(Indicator.OVERALL, TargetRule.HAS_ARISEN, "50"));
        }

        @ParameterizedTest
        @CsvSource({"DISTRICT, false", "DISTRICT_AND_UNITS, true", "EVERY_UNIT, true"})
        void coversUnitsByItsScope(TargetScope scope, boolean covers) {
            assertThat(scope.coversUnits()).isEqualTo(covers);
        }
    }

    private static VerdictDecision decision(VerdictStatus verdict, @Nullable Rate evidence) {
        return new VerdictDecision(
                verdict,
                null,
                evidence,
                LocalDate.of(2023, 12, 31),
                "Nguyễn Thị Văn Phòng",
                Instant.parse("2024-01-05T03:00:00Z"));
    }

    /** Targets without the documents they rest on: a verdict does not depend on these. */
    private static final class Targets {

        private static final LocalDate FROM = LocalDate.of(2022, 1, 1);

        static Target atLeast(Indicator indicator, String percent) {
            return measured(indicator, TargetRule.AT_LEAST, percent);
        }

        static Target hasArisen(Indicator indicator) {
            return measured(indicator, TargetRule.HAS_ARISEN, null);
        }

        static Target measured(Indicator indicator, TargetRule rule, @Nullable String percent) {
            return target(indicator, rule, percent, FROM, null);
        }

        static Target holding(LocalDate from, @Nullable LocalDate until) {
            return target(Indicator.OVERALL, TargetRule.AT_LEAST, "50", from, until);
        }

        private static Target target(
                Indicator indicator,
                TargetRule rule,
                @Nullable String percent,
                LocalDate from,
                @Nullable LocalDate until) {
            return new Target(
                    1,
                    "T",
                    "chỉ tiêu",
                    null,
                    indicator,
                    rule,
                    percent == null ? null : new BigDecimal(percent),
                    TargetScope.DISTRICT,
                    false,
                    from,
                    until,
                    List.of());
        }
    }
}
