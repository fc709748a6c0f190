package vn.hoso.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingCalendar;

/**
 * The page on which days of reporting months and the first month of use are set.
 *
 * @param firstMonth the first month that is owed, null where every month is
 * @param version the version of the installation
 * @param seen how many decisions it shows
 * @param months from which a calendar can hold
 * @param calendars to choose from
 * @param decisions what was decided, the latest first
 */
record ReturnCalendarView(
        @Nullable String firstMonth,
        int version,
        int seen,
        List<Choice> months,
        List<ReportingCalendar> calendars,
        List<Line> decisions) {

    /** A decision as the list shows it; the month's days are those of the first month it holds for. */
    record Line(String from, String calendar, String days, String setBy, String setAt) {}

    /** A month that can be chosen. */
    record Choice(String month, String name) {}
}
