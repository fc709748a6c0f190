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

    private static final long SEVEN_DIGITS = 1_000_000;

    private AnnexCounts() {}

    static List<Integer> widths(YearResults results, List<Indicator> shown, boolean narrow) {
        return widths(largest(results, shown), narrow);
    }

    private static long largest(YearResults results, List<Indicator> shown) {
        return shown.stream()
                .map(indicator -> results.district().indicator(indicator).rate())
                .filter(Objects::nonNull)
                .mapToLong(Rate::denominator)
                .max()
                .orElse(0);
    }

    /** Whether columns of the year before leave room for the units' names, beside so many of indicators that the office defined. */
    static boolean leaveRoom(YearResults results, List<Indicator> shown, int defined) {
        return leaveRoom(largest(results, shown), defined);
    }

    /** The same beside a total. */
    static boolean leaveRoom(long largest, int defined) {
        return defined == 0 || (defined == 1 && largest < SEVEN_DIGITS);
    }

    /**
     * The same for a total.
     *
     * @param largest the largest that is printed
     * @param narrow whether other columns stand beside those of counts
     */
    static List<Integer> widths(long largest, boolean narrow) {
        int least = largest < 100_000 ? 0 : largest < SEVEN_DIGITS ? OF_SIX_DIGITS : OF_SEVEN_DIGITS;
        return (narrow ? BESIDE_OTHERS : ALONE)
                .stream().map(width -> Math.max(width, least)).toList();
    }
}
