package vn.hoso.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.hoso.period.ReportingCalendar.CALENDAR_MONTHS;
import static vn.hoso.period.ReportingCalendar.DECREE_09;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingPeriodTest {

    @ParameterizedTest(name = "{0} by {1}: {2} to {3}")
    @CsvSource({
        "2023, CALENDAR_MONTHS, 2023-01-01, 2023-12-31",
        "2024, CALENDAR_MONTHS, 2024-01-01, 2024-12-31",
        "2023, DECREE_09, 2022-12-15, 2023-12-14",
        "2024, DECREE_09, 2023-12-15, 2024-12-14",
    })
    void aYearFollowsItsCalendar(int year, ReportingCalendar calendar, LocalDate first, LocalDate last) {
        ReportingPeriod period = ReportingPeriod.year(year, calendar);

        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.wholeYear()).isTrue();
        assertThat(period.months()).hasSize(12);
    }

    @ParameterizedTest(name = "to {0}: {1} months, whole year {2}")
    @CsvSource({"2024-01, 1, false", "2024-02, 2, false", "2024-11, 11, false", "2024-12, 12, true"})
    void yearToDateBeginsInJanuary(YearMonth to, int months, boolean wholeYear) {
        ReportingPeriod period = ReportingPeriod.yearToDate(to, CALENDAR_MONTHS);

        assertThat(period.months())
                .hasSize(months)
                .startsWith(YearMonth.of(2024, 1))
                .endsWith(to);
        assertThat(period.wholeYear()).isEqualTo(wholeYear);
    }

    @Test
    void yearToDateOfALeapFebruaryEndsOnThe29th() {
        assertThat(ReportingPeriod.yearToDate(YearMonth.of(2024, 2), CALENDAR_MONTHS)
                        .lastDay())
                .isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(ReportingPeriod.yearToDate(YearMonth.of(2024, 2), DECREE_09).lastDay())
                .isEqualTo(LocalDate.of(2024, 2, 14));
    }

    @Test
    void monthsAreInOrderAndWithoutGaps() {
        assertThat(new ReportingPeriod(YearMonth.of(2024, 3), YearMonth.of(2024, 5), CALENDAR_MONTHS).months())
                .containsExactly(YearMonth.of(2024, 3), YearMonth.of(2024, 4), YearMonth.of(2024, 5));
    }

    @Test
    void elevenMonthsEndingInDecemberAreNotAYear() {
        assertThat(new ReportingPeriod(YearMonth.of(2024, 2), YearMonth.of(2024, 12), CALENDAR_MONTHS).wholeYear())
                .isFalse();
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"2024-05, 2024-04", "2023-12, 2024-01", "2023-12, 2024-12", "2024-01, 2023-12"})
    void refusesToRunBackwardsOrAcrossYears(YearMonth from, YearMonth to) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportingPeriod(from, to, CALENDAR_MONTHS));
    }
}
