package vn.hoso.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nghị định 09/2019 counts a month from the 15th to the 14th; where an office changes over, no day is lost or counted twice. */
class ReportingCalendarsTest {

    private static final YearMonth EVER = YearMonth.of(2000, 1);

    private static ReportingCalendars calendars(ReportingCalendar first, String from, ReportingCalendar then) {
        return new ReportingCalendars(List.of(
                new ReportingCalendars.Setting(EVER, first),
                new ReportingCalendars.Setting(YearMonth.parse(from), then)));
    }

    @ParameterizedTest
    @CsvSource({
        // Calendar months until 12/2025, then the decree's: January takes what is left.
        "CALENDAR_MONTHS, DECREE_09, 2025-12, 2025-12-01, 2025-12-31",
        "CALENDAR_MONTHS, DECREE_09, 2026-01, 2026-01-01, 2026-01-14",
        "CALENDAR_MONTHS, DECREE_09, 2026-02, 2026-01-15, 2026-02-14",
        // The other way round January is the longer one.
        "DECREE_09, CALENDAR_MONTHS, 2025-12, 2025-11-15, 2025-12-14",
        "DECREE_09, CALENDAR_MONTHS, 2026-01, 2025-12-15, 2026-01-31",
        "DECREE_09, CALENDAR_MONTHS, 2026-02, 2026-02-01, 2026-02-28"
    })
    void giveEachMonthTheDaysAfterTheOneBefore(
            ReportingCalendar first, ReportingCalendar then, YearMonth month, LocalDate firstDay, LocalDate lastDay) {
        assertThat(calendars(first, "2026-01", then).days(month)).isEqualTo(new StoredMonth(month, firstDay, lastDay));
    }

    @Test
    void coverEveryDayOnce() {
        ReportingCalendars twice = new ReportingCalendars(List.of(
                new ReportingCalendars.Setting(EVER, ReportingCalendar.DECREE_09),
                new ReportingCalendars.Setting(YearMonth.of(2025, 3), ReportingCalendar.CALENDAR_MONTHS),
                new ReportingCalendars.Setting(YearMonth.of(2026, 7), ReportingCalendar.DECREE_09)));
        for (YearMonth month = YearMonth.of(2024, 1); month.getYear() < 2028; month = month.plusMonths(1)) {
            assertThat(twice.days(month.plusMonths(1)).firstDay())
                    .isEqualTo(twice.days(month).lastDay().plusDays(1));
        }
    }

    @Test
    void letTheLaterOfTwoDecisionsForAMonthHold() {
        ReportingCalendars changedMind = new ReportingCalendars(List.of(
                new ReportingCalendars.Setting(EVER, ReportingCalendar.CALENDAR_MONTHS),
                new ReportingCalendars.Setting(EVER, ReportingCalendar.DECREE_09)));
        assertThat(changedMind.of(YearMonth.of(1999, 12))).isEqualTo(ReportingCalendar.CALENDAR_MONTHS);
        assertThat(changedMind.of(EVER)).isEqualTo(ReportingCalendar.DECREE_09);
    }

    @Test
    void needACalendar() {
        assertThatThrownBy(() -> new ReportingCalendars(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
