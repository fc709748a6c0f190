package vn.hoso.results;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.results.FigureTotals.PublishedYear;
import vn.hoso.targets.Verdict;

/** Finds what a reader must know before relying on a year's figures. */
record OpenItems(
        ReportingPeriod period,
        @Nullable PublishedYear published,
        @Nullable Counts summed,
        Coverage coverage,
        ScopeResults district) {

    List<OpenItem> list() {
        List<OpenItem> found = new ArrayList<>();
        unclassified(found);
        if (published == null) {
            coverage.missing()
                    .forEach(each -> found.add(new OpenItem.NotReported(each.month(), each.count(), each.unitNames())));
            notApproved(found);
            monthsWithoutFigures(found);
        } else if (summed != null && !sameTotals(published.counts(), summed)) {
            found.add(new OpenItem.PublishedDiffers(
                    published.counts().onlineTotal(),
                    summed.onlineTotal(),
                    published.counts().dossiersReceived(),
                    summed.dossiersReceived()));
        }
        district.verdicts().stream()
                .filter(Verdict::awaitsConfirmation)
                .forEach(each -> found.add(new OpenItem.AwaitsConfirmation(each.target())));
        return found;
    }

    private void unclassified(List<OpenItem> found) {
        Counts counts = district.counts();
        if (counts != null && counts.onlineUnclassified() != 0) {
            found.add(new OpenItem.Unclassified(
                    counts.onlineUnclassified(), counts.onlineTotal(), counts.onlineClassified()));
        }
    }

    private void notApproved(List<OpenItem> found) {
        if (!coverage.allApproved()) {
            found.add(new OpenItem.NotApproved(coverage.reported() - coverage.approved()));
        }
    }

    private void monthsWithoutFigures(List<OpenItem> found) {
        if (!period.wholeYear()) {
            YearMonth next = period.to().plusMonths(1);
            found.add(new OpenItem.MonthsWithoutFigures(next, next.withMonth(12)));
        }
    }

    /** The optional payment pair is never published, so it is left out of the comparison. */
    private static boolean sameTotals(Counts published, Counts summed) {
        return published.equals(new Counts(
                summed.fullProcessReceived(),
                summed.fullProcessOnline(),
                summed.partialReceived(),
                summed.partialOnline(),
                summed.dossiersReceived(),
                summed.onlineTotal(),
                null));
    }
}
