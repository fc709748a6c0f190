package vn.hoso.period;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole reporting months in a row, within one year.
 *
 * @param from first month
 * @param to last month, of the same year and not before {@code from}
 * @param calendar which days a month spans; of a period over both calendars, that of months not stored yet
 * @param mixed first and last day of a period whose months follow no single calendar, null for every other one
 */
public record ReportingPeriod(
        YearMonth from,
        YearMonth to,
        ReportingCalendar calendar,
        @Nullable Days mixed) {

    /** The first and the last day, both included. */
    public record Days(LocalDate first, LocalDate last) {}

    public ReportingPeriod {
        if (to.isBefore(from) || from.getYear() != to.getYear()) {
            throw new IllegalArgumentException("period " + from + " to " + to);
        }
    }

    /** A period whose months all follow one calendar. */
    public ReportingPeriod(YearMonth from, YearMonth to, ReportingCalendar calendar) {
        this(from, to, calendar, null);
    }

    public static ReportingPeriod year(int year, ReportingCalendar calendar) {
        return new ReportingPeriod(Year.of(year).atMonth(1), Year.of(year).atMonth(12), calendar);
    }

    public LocalDate firstDay() {
        return mixed == null ? calendar.firstDay(from) : mixed.first();
    }

    public LocalDate lastDay() {
        return mixed == null ? calendar.lastDay(to) : mixed.last();
    }

    /**
     * The same months with the days they are stored with: those decide, and the calendar chosen today only where none of
     * them is stored.
     *
     * @param known stored months in order, also others than those of the period
     */
    public ReportingPeriod storedAs(List<StoredMonth> known) {
        List<StoredMonth> stored = known.stream()
                .filter(each -> !each.month().isBefore(from) && !each.month().isAfter(to))
                .toList();
        if (stored.isEmpty()) {
            return this;
        }
        List<ReportingCalendar> followed = stored.stream()
                .map(each -> each.calendar().orElse(null))
                .distinct()
                .toList();
        ReportingCalendar only = followed.get(0);
        if (followed.size() == 1 && only != null) {
            return new ReportingPeriod(from, to, only);
        }
        StoredMonth first = stored.get(0);
        StoredMonth last = stored.get(stored.size() - 1);
        return new ReportingPeriod(
                from,
                to,
                calendar,
                new Days(
                        first.month().equals(from)
                                ? first.firstDay()
                                : first.calendar().orElse(calendar).firstDay(from),
                        last.month().equals(to)
                                ? last.lastDay()
                                : last.calendar().orElse(calendar).lastDay(to)));
    }

    /** The whole year that a document counted between two days. */
    public static ReportingPeriod publishedYear(int year, LocalDate firstDay, LocalDate lastDay) {
        return Arrays.stream(ReportingCalendar.values())
                .map(each -> year(year, each))
                .filter(each ->
                        each.firstDay().equals(firstDay) && each.lastDay().equals(lastDay))
                .findFirst()
                .orElseGet(() -> new ReportingPeriod(
                        Year.of(year).atMonth(1),
                        Year.of(year).atMonth(12),
                        ReportingCalendar.CALENDAR_MONTHS,
                        new Days(firstDay, lastDay)));
    }

    public boolean wholeYear() {
        return from.getMonthValue() == 1 && to.getMonthValue() == 12;
    }

    /** Whether it begins with the year: the whole year, its first months, or January alone. */
    public boolean fromJanuary() {
        return from.getMonthValue() == 1;
    }

    /** As far as figures reach: the same period, ending with this month if that is earlier. */
    public ReportingPeriod until(YearMonth last) {
        return last.isBefore(to) ? new ReportingPeriod(from, last, calendar) : this;
    }

    /** The same months a year earlier (cùng kỳ); their days are known once they are looked up with {@link #storedAs}. */
    public ReportingPeriod yearBefore() {
        return new ReportingPeriod(from.minusYears(1), to.minusYears(1), calendar);
    }

    public List<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }
}
