package vn.hoso.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/**
 * The days for which a month's figures were reported; they stay the month's when the office chooses another calendar.
 *
 * @param firstDay its first day
 * @param lastDay its last day
 */
public record StoredMonth(YearMonth month, LocalDate firstDay, LocalDate lastDay) {

    public boolean holds(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Whether it counts the days of the civil month. */
    public boolean civil() {
        return calendar().filter(ReportingCalendar.CALENDAR_MONTHS::equals).isPresent();
    }

    /** The calendar with these days; empty if none has them. */
    public Optional<ReportingCalendar> calendar() {
        return Arrays.stream(ReportingCalendar.values())
                .filter(each -> each.firstDay(month).equals(firstDay)
                        && each.lastDay(month).equals(lastDay))
                .findFirst();
    }
}
