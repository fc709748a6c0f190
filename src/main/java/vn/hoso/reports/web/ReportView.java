package vn.hoso.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.reports.IssuedReport;
import vn.hoso.reports.ReportDraft;
import vn.hoso.reports.domain.ReportTerm;

/**
 * The page that shows a draft as it will print.
 *
 * @param year the year reported on, in whole or in part
 * @param address the report's term as an address names it
 * @param name the term: "quý III năm 2024"
 * @param part what of the year it is about, null for the year
 * @param years its neighbours that hold figures
 * @param terms every report of the year
 */
record ReportView(
        String year, String address, String name, @Nullable Part part, Years years, List<ReportTermView> terms) {

    /** A part of a year as other pages' addresses name it. */
    record Part(String span, int month) {}

    /**
     * The year shown and its neighbours.
     *
     * @param previous null if none before holds figures
     * @param next null if none after does
     */
    record Years(
            String shown,
            @Nullable String previous,
            @Nullable String next) {}

    static ReportView of(
            ReportDraft draft, List<Integer> years, List<ReportTerm> withFigures, List<IssuedReport> issued) {
        ReportTerm term = draft.term();
        int year = draft.results().year();
        Years neighbours = new Years(
                String.valueOf(year),
                years.stream()
                        .filter(other -> other < year)
                        .max(Integer::compare)
                        .map(String::valueOf)
                        .orElse(null),
                years.stream()
                        .filter(other -> other > year)
                        .min(Integer::compare)
                        .map(String::valueOf)
                        .orElse(null));
        return new ReportView(
                String.valueOf(year),
                term.address(),
                term.name(),
                term.wholeYear()
                        ? null
                        : new Part(term.span().name(), term.first().getMonthValue()),
                neighbours,
                ReportTermView.of(term, withFigures, issued));
    }
}
