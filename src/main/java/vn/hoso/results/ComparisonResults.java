package vn.hoso.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Indicator;
import vn.hoso.targets.Target;

/**
 * The units beside each other, and the period beside others.
 *
 * @param results the period
 * @param years the years that hold figures, in order
 * @param toDate whether the period is the year as far as its figures reach, not a slice of it
 * @param indicator what the units are ranked by
 * @param targets the units' targets of that indicator
 * @param ranking the units by their rate
 * @param before the period of the same kind before, null where no unit had a place in it
 * @param lastYear the same months of the year before
 * @param published published totals beside the sum, null where none were published for the period
 */
public record ComparisonResults(
        YearResults results,
        List<Integer> years,
        boolean toDate,
        Indicator indicator,
        List<Target> targets,
        Ranking ranking,
        @Nullable ReportingPeriod before,
        LikeForLike lastYear,
        @Nullable PublishedBesideSummed published) {}
