package vn.hoso.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.reports.IssuedReport;
import vn.hoso.reports.domain.ReportTerm;

/**
 * A report of the year and how far it is.
 *
 * @param address its term as an address names it
 * @param name its term among others of its year
 * @param shown whether it is the page's own
 * @param state how far it is
 * @param number number and sign of what was issued, empty where there is none
 */
record ReportTermView(String address, String name, boolean shown, State state, String number) {

    /** How far a report is; each has an icon and words of its own. */
    enum State {
        /** Figures do not reach it yet. */
        WITHOUT_FIGURES,
        /** It can be read and downloaded as a draft. */
        DRAFT,
        /** It was issued and waits for its number. */
        ISSUED,
        /** It was issued and has a number. */
        NUMBERED
    }

    static List<ReportTermView> of(ReportTerm shown, List<ReportTerm> withFigures, List<IssuedReport> issued) {
        return ReportTerm.of(shown.year()).stream()
                .map(term -> of(
                        term,
                        term.equals(shown),
                        withFigures.contains(term),
                        issued.stream()
                                .filter(report -> report.term().equals(term))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static ReportTermView of(
            ReportTerm term, boolean shown, boolean withFigures, @Nullable IssuedReport latest) {
        if (latest != null) {
            IssuedReport.Registration registered = latest.registration();
            return registered == null
                    ? line(term, shown, State.ISSUED, "")
                    : line(term, shown, State.NUMBERED, registered.number());
        }
        return line(term, shown, withFigures ? State.DRAFT : State.WITHOUT_FIGURES, "");
    }

    private static ReportTermView line(ReportTerm term, boolean shown, State state, String number) {
        return new ReportTermView(term.address(), term.shortName(), shown, state, number);
    }
}
