package vn.hoso.results;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Count;
import vn.hoso.rates.Counts;

/**
 * A year's published totals beside the sum of its months, measure by measure. Both stay as they are; what may explain a
 * difference is named.
 *
 * @param rows the counts that no return lacks
 * @param summedMonths how many months of units the sum holds
 * @param missingMonths how many it lacks of those that units owe
 * @param monthsBeforeUse how many months of the year it lacks altogether, as they are before the first month of use
 * @param unclassifiedPublished published online dossiers without a class
 * @param unclassifiedSummed the same in the sum; null while there is none
 * @param note what the document itself leaves unexplained, null if nothing
 */
public record PublishedBesideSummedResults(
        List<Row> rows,
        int summedMonths,
        int missingMonths,
        int monthsBeforeUse,
        long unclassifiedPublished,
        @Nullable Long unclassifiedSummed,
        @Nullable String note) {

    /**
     * One of the counts that every publication holds.
     *
     * @param summed null while no month is reported, which is not zero
     * @param difference published less summed, null while nothing is summed
     */
    public record Row(
            Count item,
            long published,
            @Nullable Long summed,
            @Nullable Long difference) {}

    /** Whether any measure differs. */
    public boolean differs() {
        return rows.stream().anyMatch(row -> row.difference() != null && row.difference() != 0);
    }

    /**
     * Compares.
     *
     * @param results a whole year, of every unit
     * @param beforeUse the months of the year whose returns nobody expects
     * @return null where nothing was published
     */
    static @Nullable PublishedBesideSummedResults of(YearResults results, List<YearMonth> beforeUse) {
        Counts published = results.district().counts();
        if (results.publication() == null || published == null) {
            return null;
        }
        Counts summed = results.units().stream()
                .map(ScopeResults::counts)
                .filter(Objects::nonNull)
                .reduce(Counts::plus)
                .orElse(null);
        List<Row> rows = new ArrayList<>();
        for (Count item : Count.values()) {
            if (item.optional()) {
                continue;
            }
            Long sum = summed == null ? null : Long.valueOf(item.of(summed));
            rows.add(new Row(item, item.of(published), sum, sum == null ? null : item.of(published) - sum));
        }
        return new PublishedBesideSummedResults(
                List.copyOf(rows),
                results.coverage().reported(),
                results.coverage().expected() - results.coverage().reported(),
                beforeUse.size(),
                published.onlineUnclassified(),
                summed == null ? null : summed.onlineUnclassified(),
                results.publication().note());
    }
}
