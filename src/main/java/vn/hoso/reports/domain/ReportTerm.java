package vn.hoso.reports.domain;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingCalendar;

/**
 * What a report is about: a year as far as its figures reach, or a part of it that stays what it is whatever is missing.
 *
 * @param span a month, a quarter, the first six or nine months, or the year
 * @param last its last month, December for a year
 */
public record ReportTerm(PeriodSpan span, YearMonth last) {

    private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");

    public ReportTerm {
        if (span == PeriodSpan.YEAR_TO_DATE || !months(span, last).get(1).equals(last)) {
            throw new IllegalArgumentException("report of " + span + " " + last);
        }
    }

    public static ReportTerm year(int year) {
        return new ReportTerm(PeriodSpan.YEAR, YearMonth.of(year, 12));
    }

    /** Every report of a year: its months, quarters, six and nine months, and the year. */
    public static List<ReportTerm> of(int year) {
        List<ReportTerm> terms = new ArrayList<>();
        for (PeriodSpan span :
                List.of(PeriodSpan.MONTH, PeriodSpan.QUARTER, PeriodSpan.SIX_MONTHS, PeriodSpan.NINE_MONTHS)) {
            for (int month = 1; month <= 12; month++) {
                ReportTerm term = new ReportTerm(
                        span, months(span, YearMonth.of(year, month)).get(1));
                if (!terms.contains(term)) {
                    terms.add(term);
                }
            }
        }
        terms.add(year(year));
        return terms;
    }

    /** The term in an address: 2024, 2024-09, 2024-Q3, 2024-6M or 2024-9M; empty if it is none. */
    public static Optional<ReportTerm> read(String address) {
        // Plain digits: parsing alone would accept signs and the digits of other scripts.
        if (!address.matches("[0-9]{4}(-[0-9A-Z]{2})?")) {
            return Optional.empty();
        }
        try {
            return of(Integer.parseInt(address.substring(0, 4))).stream()
                    .filter(term -> term.address().equals(address))
                    .findFirst();
        } catch (DateTimeException noYear) {
            return Optional.empty();
        }
    }

    /** As an address names it. */
    public String address() {
        return switch (span) {
            case MONTH -> last.toString();
            case QUARTER -> year() + "-Q" + quarter();
            case SIX_MONTHS -> year() + "-6M";
            case NINE_MONTHS -> year() + "-9M";
            default -> String.valueOf(year());
        };
    }

    /** "tháng 9 năm 2024", "quý III năm 2024", "6 tháng đầu năm 2024", "năm 2024". */
    public String name() {
        return (wholeYear() ? "" : shortName() + " ") + "năm " + year();
    }

    /** The same among others of its year: "tháng 9", "quý III", "6 tháng đầu", "cả năm". */
    public String shortName() {
        return switch (span) {
            case MONTH -> "tháng " + last.getMonthValue();
            case QUARTER -> "quý " + QUARTERS.get(quarter() - 1);
            case SIX_MONTHS -> "6 tháng đầu";
            case NINE_MONTHS -> "9 tháng đầu";
            default -> "cả năm";
        };
    }

    /** As a file in plain ASCII names it: "2024-quy-3". */
    public String plainName() {
        return year()
                + switch (span) {
                    case MONTH -> "-thang-" + last.toString().substring(5);
                    case QUARTER -> "-quy-" + quarter();
                    case SIX_MONTHS -> "-6-thang";
                    case NINE_MONTHS -> "-9-thang";
                    default -> "";
                };
    }

    public int year() {
        return last.getYear();
    }

    public boolean wholeYear() {
        return span == PeriodSpan.YEAR;
    }

    public YearMonth first() {
        return months(span, last).get(0);
    }

    /** Whether its figures contain this month's. */
    public boolean covers(YearMonth month) {
        return !month.isBefore(first()) && !month.isAfter(last);
    }

    /** The same months of the year before. */
    public ReportTerm yearBefore() {
        return new ReportTerm(span, last.minusYears(1));
    }

    private int quarter() {
        return last.getMonthValue() / 3;
    }

    /** First and last month; the calendar decides about days only. */
    private static List<YearMonth> months(PeriodSpan span, YearMonth within) {
        var period = span.of(within, ReportingCalendar.CALENDAR_MONTHS);
        return List.of(period.from(), period.to());
    }
}
