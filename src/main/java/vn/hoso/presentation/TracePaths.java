package vn.hoso.presentation;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.ScopeResults;

/**
 * The addresses of the pages that tell where the figures of one period come from; short enough to be typed from a printed
 * page.
 *
 * @param year the year
 * @param part which part of it, as the address asks for it; empty for the year as far as its figures reach
 */
public record TracePaths(int year, String part) {

    /** Of a period that a page shows. */
    public static TracePaths of(PeriodFilter asked, ReportingPeriod shown) {
        TracePaths paths = of(asked.spanShown(), asked.month() != null, shown.to());
        return asked.today() ? paths.today() : paths;
    }

    private TracePaths today() {
        return new TracePaths(year, (part.isEmpty() ? "?" : part + "&") + "geography=" + ResultsGeography.TODAY);
    }

    private static TracePaths of(PeriodSpan span, boolean untilMonth, YearMonth last) {
        String part =
                switch (span) {
                    case MONTH, QUARTER -> "?span=" + span + "&month=" + last.getMonthValue();
                    case SIX_MONTHS, NINE_MONTHS -> "?span=" + span;
                    case YEAR -> "";
                    case YEAR_TO_DATE -> untilMonth ? "?month=" + last.getMonthValue() : "";
                };
        return new TracePaths(last.getYear(), part);
    }

    /** Where the scope's rate comes from. */
    public String of(ScopeResults scope, Indicator indicator) {
        return of(scope.unitId(), indicator);
    }

    /** Where the rate of a unit comes from, or without one of the district. */
    public String of(@Nullable Long unitId, Indicator indicator) {
        String district = "/trace/" + year + "/" + indicator.word();
        return (unitId == null ? district : district + "/units/" + unitId) + part;
    }

    /** Where the district's rate of one month comes from. */
    public static String ofMonth(YearMonth month, Indicator indicator) {
        return of(PeriodSpan.MONTH, true, month).of((Long) null, indicator);
    }

    /** Where the district's rate from January to a month comes from. */
    public static String untilMonth(YearMonth month, Indicator indicator) {
        return of(PeriodSpan.YEAR_TO_DATE, true, month).of((Long) null, indicator);
    }

    /** Where one month's figures of one unit come from: its return, or those of the units that it came of. */
    public static String ofReturn(ScopeResults unit, YearMonth month) {
        if (unit.past() != null && !unit.past().origins().isEmpty()) {
            return of(PeriodSpan.MONTH, true, month).today().of(unit, Indicator.OVERALL);
        }
        return "/trace/returns/" + unit.unitId() + "/" + month;
    }
}
