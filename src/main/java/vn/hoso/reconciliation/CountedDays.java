package vn.hoso.reconciliation;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.period.StoredMonth;

/**
 * The days that the figures of a year count: each month's are stored with it, a published year's are those of its document.
 *
 * @param months those that are stored, ascending
 * @param published null where nothing was published of the year
 */
public record CountedDays(
        List<StoredMonth> months, @Nullable ReportingPeriod published) {

    public CountedDays {
        months = List.copyOf(months);
    }

    /** The days of the returns of a figure's month or year. */
    public ReportingPeriod ofReturns(ComparedFigure figure) {
        YearMonth month = figure.month();
        return month == null
                ? ofYear(figure.year())
                : new ReportingPeriod(month, month, ReportingCalendar.CALENDAR_MONTHS).storedAs(months);
    }

    /** The days of the returns of a year. */
    public ReportingPeriod ofYear(int year) {
        return ReportingPeriod.year(year, ReportingCalendar.CALENDAR_MONTHS).storedAs(months);
    }

    /** The days that a document published, where they are beside returns that count others; null where there are not both. */
    public @Nullable ReportingPeriod publishedBesideOthers(Difference difference) {
        Map<ValueSource, Long> values = difference.values();
        if (published == null
                || !values.containsKey(ValueSource.PUBLISHED) && !values.containsKey(ValueSource.CLASSES)
                || !values.containsKey(ValueSource.TYPED) && !values.containsKey(ValueSource.COUNTED)) {
            return null;
        }
        ReportingPeriod returns = ofReturns(difference.figure());
        boolean same = published.firstDay().equals(returns.firstDay())
                && published.lastDay().equals(returns.lastDay())
                && returns.mixed() == null;
        return same ? null : published;
    }
}
