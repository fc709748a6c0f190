package vn.hoso.reports;

import java.time.LocalDate;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.YearResults;

/**
 * The draft of a year's report.
 *
 * @param results the figures it is made of
 * @param text what it says
 * @param day the day it was drafted
 */
public record ReportDraft(YearResults results, ReportText text, LocalDate day) {}
