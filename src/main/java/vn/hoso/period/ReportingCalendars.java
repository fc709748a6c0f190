package vn.hoso.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/**
 * Which calendar each month follows that is not stored yet. A calendar holds from a month on; where it changes, the month in
 * between takes the days that are left, so that no day is counted twice and none is lost.
 *
 * @param settings at least one, the one decided last at the end
 */
public record ReportingCalendars(List<Setting> settings) {

    /** A calendar that holds for a month and those after it. */
    public record Setting(YearMonth from, ReportingCalendar calendar) {}

    public ReportingCalendars {
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("no calendar is set");
        }
        // The order of decisions stays among those for the same month.
        settings = settings.stream().sorted(Comparator.comparing(Setting::from)).toList();
    }

    /** The calendar that ends a month; months before the first setting have the first one's. */
    public ReportingCalendar of(YearMonth month) {
        ReportingCalendar calendar = settings.get(0).calendar();
        for (Setting each : settings) {
            calendar = each.from().isAfter(month) ? calendar : each.calendar();
        }
        return calendar;
    }

    /** The days of a month: after those of the month before, as far as its own calendar goes. */
    public StoredMonth days(YearMonth month) {
        YearMonth before = month.minusMonths(1);
        LocalDate first = of(before).lastDay(before).plusDays(1);
        return new StoredMonth(month, first, of(month).lastDay(month));
    }
}
