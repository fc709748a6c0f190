package vn.hoso.period;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole reporting months in a row, within one year, of one calendar.
 *
 * @param from first month
 * @param to last month, of the same year and not before {@code from}
 * @param calendar which days a month spans
 */
public record ReportingPeriod(YearMonth from, YearMonth to, ReportingCalendar calendar) {

    public ReportingPeriod {
        if (to.isBefore(from) || from.getYear() != to.getYear()) {
            throw new IllegalArgumentException("period " + from + " to " + to);
        }
    }

    public static ReportingPeriod year(int year, ReportingCalendar calendar) {
        return new ReportingPeriod(Year.of(year).atMonth(1), Year.of(year).atMonth(12), calendar);
    }

    /** From January to this month (lũy kế từ đầu năm). */
    public static ReportingPeriod yearToDate(YearMonth to, ReportingCalendar calendar) {
        return new ReportingPeriod(to.withMonth(1), to, calendar);
    }

    public LocalDate firstDay() {
        return calendar.firstDay(from);
    }

    public LocalDate lastDay() {
        return calendar.lastDay(to);
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

    /** The same months a year earlier (cùng kỳ). */
    public ReportingPeriod yearBefore() {
        return new ReportingPeriod(from.minusYears(1), to.minusYears(1), calendar);
    }

    public List<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }
}
