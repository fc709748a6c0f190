package vn.hoso.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.hoso.period.ReportingCalendar.CALENDAR_MONTHS;
import static vn.hoso.period.ReportingCalendar.DECREE_09;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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
        ReportingPeriod period = PeriodSpan.YEAR_TO_DATE.of(to, CALENDAR_MONTHS);

        assertThat(period.months())
                .hasSize(months)
                .startsWith(YearMonth.of(2024, 1))
                .endsWith(to);
        assertThat(period.wholeYear()).isEqualTo(wholeYear);
    }

    @Test
    void yearToDateOfALeapFebruaryEndsOnThe29th() {
        assertThat(PeriodSpan.YEAR_TO_DATE
                        .of(YearMonth.of(2024, 2), CALENDAR_MONTHS)
                        .lastDay())
                .isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(PeriodSpan.YEAR_TO_DATE.of(YearMonth.of(2024, 2), DECREE_09).lastDay())
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

    private static StoredMonth stored(String month, ReportingCalendar calendar) {
        YearMonth at = YearMonth.parse(month);
        return new StoredMonth(at, calendar.firstDay(at), calendar.lastDay(at));
    }

    private static ReportingPeriod firstQuarter(ReportingCalendar calendar) {
        return new ReportingPeriod(YearMonth.of(2024, 1), YearMonth.of(2024, 3), calendar);
    }

    @Test
    void storedMonthsDecideWhateverIsChosenToday() {
        List<StoredMonth> plain = List.of(
                stored("2024-01", CALENDAR_MONTHS),
                stored("2024-02", CALENDAR_MONTHS),
                stored("2024-03", CALENDAR_MONTHS));
        List<StoredMonth> decree =
                List.of(stored("2024-01", DECREE_09), stored("2024-02", DECREE_09), stored("2024-03", DECREE_09));

        assertThat(firstQuarter(DECREE_09).storedAs(plain)).isEqualTo(firstQuarter(CALENDAR_MONTHS));
        assertThat(firstQuarter(CALENDAR_MONTHS).storedAs(plain)).isEqualTo(firstQuarter(CALENDAR_MONTHS));
        assertThat(firstQuarter(CALENDAR_MONTHS).storedAs(decree)).isEqualTo(firstQuarter(DECREE_09));
        assertThat(firstQuarter(DECREE_09).storedAs(List.of())).isEqualTo(firstQuarter(DECREE_09));
        // What is missing in between was not reported by any other calendar.
        assertThat(firstQuarter(DECREE_09).storedAs(List.of(plain.get(1)))).isEqualTo(firstQuarter(CALENDAR_MONTHS));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3} to {4}")
    @CsvSource({
        "CALENDAR_MONTHS, CALENDAR_MONTHS, DECREE_09, 2024-01-01, 2024-03-14",
        "DECREE_09, CALENDAR_MONTHS, CALENDAR_MONTHS, 2023-12-15, 2024-03-31",
        "CALENDAR_MONTHS, DECREE_09, CALENDAR_MONTHS, 2024-01-01, 2024-03-31",
        "DECREE_09, CALENDAR_MONTHS, DECREE_09, 2023-12-15, 2024-03-14",
    })
    void aSpanOverBothCalendarsHasItsRealDays(
            ReportingCalendar january,
            ReportingCalendar february,
            ReportingCalendar march,
            LocalDate first,
            LocalDate last) {
        ReportingPeriod period = firstQuarter(DECREE_09)
                .storedAs(List.of(stored("2024-01", january), stored("2024-02", february), stored("2024-03", march)));

        assertThat(period.mixed()).isEqualTo(new ReportingPeriod.Days(first, last));
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
    }

    @Test
    void monthsThatNoCalendarKnowsKeepTheirDays() {
        StoredMonth odd = new StoredMonth(YearMonth.of(2024, 1), LocalDate.of(2024, 1, 3), LocalDate.of(2024, 1, 30));
        ReportingPeriod january = new ReportingPeriod(YearMonth.of(2024, 1), YearMonth.of(2024, 1), DECREE_09);

        assertThat(january.storedAs(List.of(odd)).firstDay()).isEqualTo("2024-01-03");
        assertThat(january.storedAs(List.of(odd)).lastDay()).isEqualTo("2024-01-30");
    }

    @Test
    void aPublishedYearHasTheDaysOfItsDocument() {
        assertThat(ReportingPeriod.publishedYear(2023, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31)))
                .isEqualTo(ReportingPeriod.year(2023, CALENDAR_MONTHS));
        assertThat(ReportingPeriod.publishedYear(2023, LocalDate.of(2022, 12, 15), LocalDate.of(2023, 12, 14)))
                .isEqualTo(ReportingPeriod.year(2023, DECREE_09));
        assertThat(ReportingPeriod.publishedYear(2023, LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 20))
                        .lastDay())
                .isEqualTo("2023-12-20");
    }
}
