package vn.hoso.reports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.YearResults;

/**
 * The draft of a report.
 *
 * @param results the figures it is made of
 * @param text what it says
 * @param day the day it was drafted
 * @param part the part of a year it is about, null for the year
 */
public record ReportDraft(
        YearResults results,
        ReportText text,
        LocalDate day,
        @Nullable ReportTerm part) {

    static ReportDraft of(YearResults results, ReportText text, LocalDate day, ReportTerm term) {
        return new ReportDraft(results, text, day, term.wholeYear() ? null : term);
    }

    public ReportTerm term() {
        return part == null ? ReportTerm.year(results.year()) : part;
    }
}
