package vn.hoso.figures.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.figures.domain.SubmissionDeadlines.Setting;

class SubmissionDeadlinesTest {

    private static final Setting THE_FIFTH = from("2021-01", 5);

    private static Setting from(String month, int day) {
        return new Setting(YearMonth.parse(month), day);
    }

    private static SubmissionDeadlines of(Setting... settings) {
        return new SubmissionDeadlines(List.of(settings));
    }

    @ParameterizedTest(name = "{0} by {1}: {2} days late")
    @CsvSource({
        "2024-09, 2024-10-05, 0",
        "2024-09, 2024-10-06, 1",
        "2024-09, 2024-09-30, 0",
        "2024-12, 2025-01-05, 0",
        "2024-12, 2025-01-07, 2"
    })
    void theFifthOfTheNextMonthIsStillInTime(YearMonth month, LocalDate submitted, long late) {
        assertThat(of(THE_FIFTH).daysLate(month, submitted)).isEqualTo(late);
    }

    @ParameterizedTest(name = "on {0}: {1} is over")
    @CsvSource({"2024-10-05, 2024-08", "2024-10-06, 2024-09", "2025-01-05, 2024-11", "2025-01-06, 2024-12"})
    void theLatestMonthThatIsOver(LocalDate day, YearMonth month) {
        assertThat(of(THE_FIFTH).lastOver(day)).isEqualTo(month);
    }

    @ParameterizedTest(name = "sent back on {0}: {1} days late")
    @CsvSource({"2024-10-01, 5", "2024-10-05, 5", "2024-10-06, 4", "2024-10-10, 0", "2024-10-11, 0", ", 5"})
    void whatWasSentBackIsOwedAnewFromThatDayOn(LocalDate sentBack, long late) {
        assertThat(of(THE_FIFTH).daysLate(YearMonth.of(2024, 9), LocalDate.of(2024, 10, 10), sentBack))
                .isEqualTo(late);
    }

    @ParameterizedTest(name = "{0}: {1} days late")
    @CsvSource({"2024-08, 0", "2024-09, 3"})
    void nothingIsLateBeforeTheFirstMonthOfUse(YearMonth month, long late) {
        assertThat(new SubmissionDeadlines(List.of(THE_FIFTH), YearMonth.of(2024, 9))
                        .daysLate(month, LocalDate.of(2024, 10, 8)))
                .isEqualTo(late);
    }

    @ParameterizedTest(name = "{0}: until {1}")
    @CsvSource({
        // Before the first setting there is nothing else to go by.
        "2020-12, 2021-01-05",
        "2021-01, 2021-02-05",
        "2024-09, 2024-10-05",
        "2024-10, 2024-11-10",
        "2024-12, 2025-01-10",
        "2025-01, 2025-02-28",
        "2030-01, 2030-02-28"
    })
    void eachMonthHasTheDayInForceForIt(YearMonth month, LocalDate deadline) {
        // Decided in another order than that of the months.
        assertThat(of(from("2025-01", 28), THE_FIFTH, from("2024-10", 10)).of(month))
                .isEqualTo(deadline);
    }

    @Test
    void ofTwoDecisionsForTheSameMonthTheLaterOneHolds() {
        assertThat(of(THE_FIFTH, from("2024-10", 10), from("2024-10", 7)).of(YearMonth.of(2024, 10)))
                .isEqualTo("2024-11-07");
    }

    @Test
    void aLaterDecisionLeavesEarlierMonthsAsLateAsTheyWere() {
        SubmissionDeadlines before = of(THE_FIFTH);
        SubmissionDeadlines after = of(THE_FIFTH, from("2024-10", 20));
        LocalDate submitted = LocalDate.of(2024, 10, 12);
        assertThat(before.daysLate(YearMonth.of(2024, 9), submitted)).isEqualTo(7);
        assertThat(after.daysLate(YearMonth.of(2024, 9), submitted)).isEqualTo(7);
        assertThat(after.daysLate(YearMonth.of(2024, 10), LocalDate.of(2024, 11, 12)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 29})
    void refusesADayThatNotEveryMonthHas(int day) {
        assertThatThrownBy(() -> from("2024-10", day)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesToGuessWhereNothingIsSet() {
        assertThatThrownBy(() -> new SubmissionDeadlines(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
