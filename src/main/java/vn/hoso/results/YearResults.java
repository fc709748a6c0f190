package vn.hoso.results;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;

/**
 * A year's results, from January to the latest month that holds figures: the one thing that pages, documents and exports
 * print.
 *
 * @param period the months covered
 * @param publication the document the district's totals come from, null when they are the sum of monthly returns
 * @param district the district as a whole
 * @param units the units the reader may see: townships, communes, offices, each by code
 * @param coverage what was reported of what should be
 * @param openItems what a reader must know first
 * @param provisional whether figures may still change: something is missing or not approved
 * @param demonstration whether the figures are made up
 * @param dataAsOf when a figure last changed, null where totals were published
 */
public record YearResults(
        ReportingPeriod period,
        @Nullable Publication publication,
        ScopeResults district,
        List<ScopeResults> units,
        Coverage coverage,
        List<OpenItem> openItems,
        boolean provisional,
        boolean demonstration,
        @Nullable Instant dataAsOf) {

    /**
     * Where published totals come from.
     *
     * @param source the document and clause
     * @param note what the document leaves unexplained, null if nothing
     */
    public record Publication(String source, @Nullable String note) {}

    /** Whether the figures are an estimate, preliminary or official. */
    public DataStatus finality() {
        return publication == null
                ? DataStatus.of(
                        (long) coverage.expected() - coverage.reported(),
                        (long) coverage.reported() - coverage.approved())
                : DataStatus.OFFICIAL;
    }

    /** The same without saying which months come later: those of a period in the middle of the figures are known. */
    YearResults withoutMonthsToCome() {
        return new YearResults(
                period,
                publication,
                district,
                units,
                coverage,
                openItems.stream()
                        .filter(item -> !(item instanceof OpenItem.MonthsWithoutFigures))
                        .toList(),
                provisional,
                demonstration,
                dataAsOf);
    }

    public int year() {
        return period.from().getYear();
    }
}
