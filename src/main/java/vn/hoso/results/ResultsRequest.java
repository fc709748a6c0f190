package vn.hoso.results;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.period.PeriodSpan;

/**
 * Which period of a year, and as of when.
 *
 * @param year the year; null for the latest with figures
 * @param span how much of it
 * @param month its month, 1 to 12; null for the latest with figures
 * @param asOf from where its figures are added up
 * @param fixed whether all its months are asked for, whichever of them hold figures; otherwise it ends with the latest that
 *     holds some. A fixed part of a year is always the sum of its months, and without people's decisions, which judge the year
 * @param geography under which units they are shown
 */
public record ResultsRequest(
        @Nullable Integer year,
        PeriodSpan span,
        @Nullable Integer month,
        FiguresAsOf asOf,
        boolean fixed,
        ResultsGeography geography) {

    /** The latest year from January to its latest month with figures. */
    public static final ResultsRequest LATEST = new ResultsRequest(null, PeriodSpan.YEAR_TO_DATE, null);

    /** As far as figures reach, as they are now. */
    public ResultsRequest(@Nullable Integer year, PeriodSpan span, @Nullable Integer month) {
        this(year, span, month, FiguresAsOf.NOW, false, ResultsGeography.AS_REPORTED);
    }

    /** A year from January to its latest month with figures. */
    public static ResultsRequest year(int year) {
        return new ResultsRequest(year, PeriodSpan.YEAR_TO_DATE, null);
    }

    /** The period of this span that belongs to the month, whichever of its months hold figures. */
    public static ResultsRequest fixed(PeriodSpan span, YearMonth month) {
        return new ResultsRequest(
                month.getYear(), span, month.getMonthValue(), FiguresAsOf.NOW, true, ResultsGeography.AS_REPORTED);
    }

    /** The same as of another time. */
    public ResultsRequest at(FiguresAsOf time) {
        return new ResultsRequest(year, span, month, time, fixed, geography);
    }

    /** The same under other units. */
    public ResultsRequest under(ResultsGeography units) {
        return new ResultsRequest(year, span, month, asOf, fixed, units);
    }
}
