package vn.hoso.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.reports.ReportDraft;
import vn.hoso.reports.domain.AnnexHead;
import vn.hoso.reports.domain.ReportText;

/**
 * The page that shows a draft as it will print.
 *
 * @param year the year reported on
 * @param years its neighbours that hold figures
 * @param text the report
 * @param annexHead the two heading rows of the annex's table
 */
record ReportPage(String year, Years years, ReportText text, AnnexHead annexHead) {

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

    static ReportPage of(ReportDraft draft, List<Integer> years) {
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
        return new ReportPage(
                String.valueOf(year),
                neighbours,
                draft.text(),
                AnnexHead.of(draft.text().annex().columns()));
    }
}
