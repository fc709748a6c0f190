package vn.hoso.exports;

import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.period.PeriodSpan;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.results.Results;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.ResultsRequest;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.RetriedOnConflict;

/** Hands out a year's results and notes in the trail who took them. */
@Service
public class ResultsExports {

    private final Results results;
    private final AuditTrail audit;

    ResultsExports(Results results, AuditTrail audit) {
        this.results = results;
        this.audit = audit;
    }

    /** Empty if the year holds no figures. */
    @RetriedOnConflict
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<ResultsExport> export(int year, ResultsGeography units, String format, CurrentUser by) {
        return recorded(results.of(ResultsRequest.year(year).under(units), by), units, format, by);
    }

    /**
     * A part of a year; empty if figures do not reach its first month. The year to date ends with the month as it does on pages: it
     * is the sum of its months, also where a document published the year's totals.
     */
    @RetriedOnConflict
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<ResultsExport> exportPart(
            PeriodSpan span, YearMonth month, ResultsGeography units, String format, CurrentUser by) {
        YearMonth first = span.of(month, ReportingCalendar.CALENDAR_MONTHS).from();
        ResultsRequest asked = span == PeriodSpan.YEAR_TO_DATE
                ? new ResultsRequest(month.getYear(), span, month.getMonthValue())
                : ResultsRequest.fixed(span, month);
        return recorded(
                Optional.ofNullable(results.years().get(month.getYear()))
                        .filter(last -> !first.isAfter(last))
                        .flatMap(last -> results.of(asked.under(units), by)),
                units,
                format + ", " + span + " " + month,
                by);
    }

    private Optional<ResultsExport> recorded(
            Optional<YearResults> found, ResultsGeography units, String detail, CurrentUser by) {
        Optional<ResultsExport> export = found.map(each -> ResultsExport.of(each, units));
        export.ifPresent(taken -> audit.record(
                by,
                "results.exported",
                String.valueOf(taken.year()),
                units == ResultsGeography.TODAY ? detail + ", " + units : detail));
        return export;
    }
}
