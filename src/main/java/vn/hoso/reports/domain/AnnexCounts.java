package vn.hoso.reports.domain;

import java.util.List;
import java.util.Objects;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.YearResults;

/** How wide the annex's columns of counts are, in millimetres. */
final class AnnexCounts {

    /** What is received, and as much is online, of each class. */
    private static final List<Integer> ALONE = List.of(12, 12, 13);

    private static final List<Integer> BESIDE_OTHERS = List.of(11, 11, 11);

    /** The bold total of a province has six digits, or seven; parted between two lines it reads as another number. */
    private static final int OF_SIX_DIGITS = 13;

    private static final int OF_SEVEN_DIGITS = 16;

    private AnnexCounts() {}

    static List<Integer> widths(YearResults results, List<Indicator> shown, boolean narrow) {
        return widths(
                shown.stream()
                        .map(indicator ->
                                results.district().indicator(indicator).rate())
                        .filter(Objects::nonNull)
                        .mapToLong(Rate::denominator)
                        .max()
                        .orElse(0),
                narrow);
    }

    /**
     * The same for a total.
     *
     * @param largest the largest that is printed
     * @param narrow whether other columns stand beside those of counts
     */
    static List<Integer> widths(long largest, boolean narrow) {
        int least = largest < 100_000 ? 0 : largest < 1_000_000 ? OF_SIX_DIGITS : OF_SEVEN_DIGITS;
        return (narrow ? BESIDE_OTHERS : ALONE)
                .stream().map(width -> Math.max(width, least)).toList();
    }
}
