package vn.hoso.reports;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import vn.hoso.reports.domain.ReportNamedFigures;

/**
 * A draft and the figures that it prints. It may be given to many readers.
 *
 * @param printed each by the name that the text's pieces call it, those of units unnamed
 * @param months the years that hold figures, ascending, each with its months that do; none of published totals only
 * @param print tells it from others, as {@link ReportIssuing#fingerprint} says
 */
public record DraftedReport(
        ReportDraft draft,
        ReportNamedFigures printed,
        SortedMap<Integer, List<YearMonth>> months,
        Supplier<String> print) {

    static DraftedReport of(ReportDraft draft, ReportNamedFigures figures, SortedMap<Integer, List<YearMonth>> months) {
        return new DraftedReport(
                draft, figures.unitsUnnamed(), months, SingletonSupplier.of(() -> ReportIssuing.fingerprint(draft)));
    }

    /** The figures for one reader, who may have some of them named. */
    public ReportNamedFigures figures() {
        return printed.unitsUnnamed();
    }

    public String fingerprint() {
        return print.get();
    }

    /** The rows of its text, and its results where a part of a year's are its own. */
    int weight() {
        return draft.text().annexes().stream()
                        .mapToInt(annex -> annex.rows().size())
                        .sum()
                + (draft.part() == null ? 0 : draft.results().units().size());
    }
}
