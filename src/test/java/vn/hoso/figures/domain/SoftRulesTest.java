package vn.hoso.figures.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.hoso.figures.domain.Figures.sound;
import static vn.hoso.figures.domain.Figures.with;
import static vn.hoso.figures.domain.Measure.DOSSIERS_RECEIVED;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.figures.domain.SoftRules.Median;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;

/** Histories are written as the totals of the months before, the oldest first; "-" is a month without a return. */
class SoftRulesTest {

    private static ReturnFigures only(int dossiers) {
        return ReturnFigures.reporting(Map.of(DOSSIERS_RECEIVED, new FigureValue.Number(dossiers)), null);
    }

    private static ReturnHistory history(YearMonth month, String totals) {
        String[] texts =
                totals.strip().isEmpty() ? new String[0] : totals.strip().split("\\s+");
        Map<YearMonth, ReturnFigures> reported = new HashMap<>();
        for (int i = 0; i < texts.length; i++) {
            if (!texts[i].equals("-")) {
                reported.put(month.minusMonths(texts.length - i), only(Integer.parseInt(texts[i])));
            }
        }
        return new ReturnHistory(month, reported);
    }

    private static List<String> found(int month, String totals, int typed) {
        return SoftRules.check(only(typed), history(YearMonth.of(2024, month), totals)).stream()
                .map(UnusualFinding::rule)
                .toList();
    }

    @ParameterizedTest(name = "{0} then {1}: jump {2}")
    @CsvSource({
        // Median 100, no spread: more than half of the median counts.
        "100 100 100 100 100 100, 150, false",
        "100 100 100 100 100 100, 151, true",
        "100 100 100 100 100 100, 50, false",
        "100 100 100 100 100 100, 49, true",
        // Median 100, median deviation 20: five of them.
        "80 80 100 100 120 120 100 80 120 120 80 100, 200, false",
        "80 80 100 100 120 120 100 80 120 120 80 100, 201, true",
        // Small counts: more than twenty.
        "4 4 4 4 4 4, 24, false",
        "4 4 4 4 4 4, 25, true",
        // Five months are no habit, six are.
        "100 100 100 100 100, 900, false",
        "100 100 100 100 100 100, 900, true",
        // Two months missing in a row are a gap, three end the habit.
        "100 100 100 100 100 100 - -, 900, true",
        "100 100 100 100 100 100 - - -, 900, false",
        // An even number of values: the median 101 lies between 100 and 102.
        "100 100 100 102 102 102, 151, false",
        "100 100 100 102 102 102, 152, true"
    })
    void aJumpIsFarOutsideTheUnitsOwnHabit(String totals, int typed, boolean jump) {
        assertThat(found(1, totals, typed).contains("jump")).isEqualTo(jump);
    }

    @ParameterizedTest
    @CsvSource({"20 20 20 21 21 21, 21", "20 20 20 20 21 21, 20", "1000 1000 1000 1001 1001 1001, 1.001"})
    void aJumpNamesTheMedianRoundedHalfUp(String totals, String usual) {
        assertThat(SoftRules.check(only(9000), history(YearMonth.of(2024, 1), totals)))
                .filteredOn(found -> found.rule().equals("jump"))
                .extracting(UnusualFinding::arguments)
                .containsExactly(List.of("9.000", usual));
    }

    @Test
    void oneOutlierInThePastDoesNotHideTheNextOne() {
        assertThat(found(1, "100 104 98 101 99 9000 102 100 97 103 100", 9000)).contains("jump");
        assertThat(found(1, "100 104 98 101 99 9000 102 100 97 103 100", 101)).isEmpty();
    }

    @ParameterizedTest(name = "month {0}: {1} then {2}: cumulative {3}")
    @CsvSource({
        // Only this month summed up: January to March and a usual month, within a quarter of it.
        "4, 100 100 100, 400, true",
        "4, 100 100 100, 425, true",
        "4, 100 100 100, 426, false",
        "4, 100 100 100, 375, true",
        "4, 100 100 100, 374, false",
        // Every month of the year summed up: the last one and a usual month, never falling.
        "4, 100 210 300, 400, true",
        "4, 100 210 300, 425, true",
        "4, 100 210 300, 426, false",
        "4, 100 210 205, 305, false",
        // The usual month is last year's where there is one.
        "3, 50 50 50 100 150, 200, true",
        "3, 90 90 90 100 150, 200, false",
        // January begins anew, and a missing month leaves nothing to add up.
        "1, 100 100 100, 200, false",
        "4, 100 - 100, 300, false",
        // Too small to tell.
        "2, 9, 18, false",
        "2, 10, 20, true"
    })
    void aSumTypedAsAMonthIsNearTheYearToDate(int month, String totals, int typed, boolean cumulative) {
        assertThat(found(month, totals, typed).contains("cumulative")).isEqualTo(cumulative);
    }

    @ParameterizedTest(name = "{0} then {1}: {2}")
    @CsvSource({
        "1 1 1 1 1 1, 0, true",
        "1 1 1 1 1, 0, false",
        "1 0 1 1 1 1 1, 0, false",
        "0 1 1 1 1 1 1, 0, true",
        "1 1 1 - 1 1 1, 0, false",
        "1 1 1 1 1 1, 1, false"
    })
    void zeroIsUnusualAfterSixMonthsWithDossiers(String totals, int typed, boolean unusual) {
        assertThat(found(1, totals, typed).contains("zeroAfterRun")).isEqualTo(unusual);
    }

    @Test
    void zeroAfterARunIsNotCalledAJumpAsWell() {
        assertThat(found(1, "100 100 100 100 100 100", 0)).containsExactly("zeroAfterRun");
    }

    @Test
    void twoMonthsAlikeInEveryFigureAreNoticed() {
        YearMonth month = YearMonth.of(2024, 9);
        ReturnHistory history = new ReturnHistory(month, Map.of(month.minusMonths(1), with(sound(), "ghi chú khác")));

        assertThat(rules(sound(), history)).containsExactly("sameAsLastMonth");
        assertThat(rules(with(sound(), Measure.PARTIAL_ONLINE, 31), history)).isEmpty();
        assertThat(rules(with(sound(), Measure.PAYABLE, 0), history)).isEmpty();
        assertThat(rules(sound(), new ReturnHistory(month, Map.of(month.minusMonths(2), sound()))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} dossiers twice: noticed {1}")
    @CsvSource({"0, false", "19, false", "20, true"})
    void twoSmallMonthsAlikeAreChance(int dossiers, boolean noticed) {
        YearMonth month = YearMonth.of(2024, 9);
        ReturnHistory history = new ReturnHistory(month, Map.of(month.minusMonths(1), only(dossiers)));

        assertThat(rules(only(dossiers), history).contains("sameAsLastMonth")).isEqualTo(noticed);
    }

    @Test
    void unclassifiedDossiersAreToldInBothDirections() {
        ReturnHistory none = ReturnHistory.none(YearMonth.of(2024, 9));

        assertThat(rules(with(sound(), Measure.ONLINE_REPORTED, 110), none)).isEmpty();
        assertThat(SoftRules.check(with(sound(), Measure.ONLINE_REPORTED, 111), none))
                .containsExactly(new UnusualFinding(null, "unclassified", "1"));
        assertThat(SoftRules.check(with(sound(), Measure.ONLINE_REPORTED, 108), none))
                .containsExactly(new UnusualFinding(null, "unclassified", "−2"));
    }

    @Test
    void withoutAPastOnlyTheFiguresThemselvesAreJudged() {
        assertThat(rules(sound(), ReturnHistory.none(YearMonth.of(2021, 1)))).isEmpty();
        assertThat(rules(ReturnFigures.BLANK, history(YearMonth.of(2024, 9), "100 100 100 100 100 100")))
                .isEmpty();
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTwo() {
        assertThat(Median.twice(Arrays.asList(3, 1, 2))).isEqualTo(4);
        assertThat(Median.twice(Arrays.asList(4, 1, 2, 3))).isEqualTo(5);
    }

    private static List<String> rules(ReturnFigures figures, ReturnHistory history) {
        return SoftRules.check(figures, history).stream()
                .map(UnusualFinding::rule)
                .toList();
    }
}
