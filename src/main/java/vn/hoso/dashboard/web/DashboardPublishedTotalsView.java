package vn.hoso.dashboard.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Count;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ComparisonResults;
import vn.hoso.results.PublishedBesideSummedResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * Published totals beside the sum of the months, in words.
 *
 * @param caption where the published totals stand
 * @param rows measure by measure
 * @param explanations what may explain a difference
 * @param trace where what they name comes from
 */
record DashboardPublishedTotalsView(String caption, List<Row> rows, List<String> explanations, String trace) {

    /**
     * A measure.
     *
     * @param differs whether the two numbers differ
     * @param trace where they come from
     */
    record Row(String name, String published, String summed, String difference, boolean differs, String trace) {}

    static @Nullable DashboardPublishedTotalsView of(ComparisonResults results, PageMessages wording) {
        PublishedBesideSummedResults found = results.published();
        if (found == null || results.results().publication() == null) {
            return null;
        }
        return new DashboardPublishedTotalsView(
                wording.of(
                        "dashboard.compare.published.caption",
                        results.results().publication().source()),
                found.rows().stream().map(it -> row(it, results, wording)).toList(),
                explanations(found, wording),
                new TracePaths(results.results().year(), "")
                        .of(results.results().district(), Indicator.OVERALL));
    }

    private static Row row(PublishedBesideSummedResults.Row row, ComparisonResults results, PageMessages wording) {
        Long difference = row.difference();
        return new Row(
                wording.of("dashboard.compare.published." + row.item()),
                Formats.count(row.published()),
                row.summed() == null ? RateView.NONE : Formats.count(row.summed()),
                difference == null ? RateView.NONE : Formats.change(BigDecimal.valueOf(difference)),
                difference != null && difference != 0,
                new TracePaths(results.results().year(), "")
                        .of(results.results().district(), indicator(row.item())));
    }

    /** The first indicator that the count is part of. */
    private static Indicator indicator(Count count) {
        return Indicator.own().stream()
                .filter(indicator -> indicator.adds(count))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> explanations(PublishedBesideSummedResults found, PageMessages wording) {
        List<String> lines = new ArrayList<>();
        String summed = Formats.count(found.summedMonths());
        if (found.unclassifiedSummed() == null) {
            lines.add(wording.of("dashboard.compare.published.not-summed"));
        } else if (!found.differs()) {
            lines.add(wording.of("dashboard.compare.published.equal", summed));
        } else if (found.missingMonths() > 0) {
            lines.add(wording.of("dashboard.compare.published.missing", Formats.count(found.missingMonths()), summed));
        } else if (found.monthsBeforeUse() == 0) {
            lines.add(wording.of("dashboard.compare.published.complete", summed));
        }
        if (found.unclassifiedSummed() != null && found.differs() && found.monthsBeforeUse() > 0) {
            lines.add(wording.of(
                    "dashboard.compare.published.before-use", summed, Formats.count(found.monthsBeforeUse())));
        }
        if (found.unclassifiedPublished() != 0) {
            String published = Formats.count(found.unclassifiedPublished());
            lines.add(
                    found.unclassifiedSummed() == null
                            ? wording.of("dashboard.compare.published.unclassified", published)
                            : wording.of(
                                    "dashboard.compare.published.unclassified.summed",
                                    published,
                                    Formats.count(found.unclassifiedSummed())));
        }
        if (found.note() != null) {
            lines.add(wording.of("dashboard.compare.published.note", found.note()));
        }
        return lines;
    }
}
