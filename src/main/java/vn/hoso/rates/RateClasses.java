package vn.hoso.rates;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Up to five classes of rates for pictures. A target is always the border between two of them, so that no colour joins
 * those who reach it with those who do not.
 *
 * @param bounds percentages, ascending, one less than classes; a class reaches from its bound on to just below the next
 */
public record RateClasses(List<BigDecimal> bounds) {

    private static final int MOST_BOUNDS = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final List<BigDecimal> FIFTHS =
            List.of(BigDecimal.valueOf(20), BigDecimal.valueOf(40), BigDecimal.valueOf(60), BigDecimal.valueOf(80));

    /** Classes between the targets, and halfway from nothing to the lowest and from the highest to everything. */
    public static RateClasses of(Collection<BigDecimal> targets) {
        TreeSet<BigDecimal> thresholds = new TreeSet<>();
        targets.forEach(target -> thresholds.add(target.stripTrailingZeros()));
        thresholds.removeIf(each -> each.signum() == 0);
        if (thresholds.isEmpty()) {
            return new RateClasses(FIFTHS);
        }
        TreeSet<BigDecimal> bounds = new TreeSet<>(thresholds);
        bounds.add(half(thresholds.last().add(HUNDRED)));
        bounds.add(half(thresholds.first()));
        List<BigDecimal> chosen = new ArrayList<>(bounds);
        // With many targets the halves give way first: below all of them, then above.
        if (chosen.size() > MOST_BOUNDS) {
            chosen.remove(0);
        }
        return new RateClasses(List.copyOf(chosen.subList(0, Math.min(MOST_BOUNDS, chosen.size()))));
    }

    private static BigDecimal half(BigDecimal percent) {
        return percent.divide(BigDecimal.valueOf(2)).stripTrailingZeros();
    }

    /** The class of a rate that has arisen, from 0; decided exactly. */
    public int of(Rate rate) {
        int reached = 0;
        while (reached < bounds.size() && rate.reaches(bounds.get(reached))) {
            reached++;
        }
        return reached;
    }

    public int size() {
        return bounds.size() + 1;
    }
}
