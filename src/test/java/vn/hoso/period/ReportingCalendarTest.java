package vn.hoso.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportingCalendarTest {

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "2023-01, 2023-01-01, 2023-01-31",
        "2023-02, 2023-02-01, 2023-02-28",
        "2024-02, 2024-02-01, 2024-02-29",
        "2000-02, 2000-02-01, 2000-02-29",
        "2100-02, 2100-02-01, 2100-02-28",
        "2023-04, 2023-04-01, 2023-04-30",
        "2023-12, 2023-12-01, 2023-12-31",
    })
    void calendarMonthsRunFromTheFirstToTheLastDay(YearMonth month, LocalDate first, LocalDate last) {
        assertThat(ReportingCalendar.CALENDAR_MONTHS.firstDay(month)).isEqualTo(first);
        assertThat(ReportingCalendar.CALENDAR_MONTHS.lastDay(month)).isEqualTo(last);
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "2024-01, 2023-12-15, 2024-01-14",
        "2024-02, 2024-01-15, 2024-02-14",
        "2024-03, 2024-02-15, 2024-03-14",
        "2023-03, 2023-02-15, 2023-03-14",
        "2024-12, 2024-11-15, 2024-12-14",
    })
    void decree09RunsFromThe15thOfTheMonthBeforeToThe14th(YearMonth month, LocalDate first, LocalDate last) {
        assertThat(ReportingCalendar.DECREE_09.firstDay(month)).isEqualTo(first);
        assertThat(ReportingCalendar.DECREE_09.lastDay(month)).isEqualTo(last);
    }

    @ParameterizedTest
    @EnumSource
    void everyDayOfFourYearsBelongsToExactlyOneMonth(ReportingCalendar calendar) {
        for (YearMonth month = YearMonth.of(2023, 1); month.getYear() < 2027; month = month.plusMonths(1)) {
            assertThat(calendar.firstDay(month)).isBeforeOrEqualTo(calendar.lastDay(month));
            assertThat(calendar.firstDay(month.plusMonths(1)))
                    .isEqualTo(calendar.lastDay(month).plusDays(1));
        }
    }
}
