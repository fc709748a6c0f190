package vn.hoso.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.MonthlyResultTotals.PairedSum;
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
        LikeForLikeResults lastYear,
        @Nullable PublishedBesideSummedResults published)
        implements ResultsCacheConfiguration.Kept {

    /**
     * Compares.
     *
     * @param before the period before
     * @param unitsBefore the units in it
     * @param foldedBefore the same under the units of the period, for those that came of them
     * @param paired what was reported in the period and in the same months of the year before
     */
    static ComparisonResults of(
            PeriodResults found,
            Indicator indicator,
            ReportingPeriod before,
            List<UnitResultTotals> unitsBefore,
            List<UnitResultTotals> foldedBefore,
            List<PairedSum> paired) {
        YearResults results = found.results();
        Map<Long, Integer> places = new HashMap<>(places(foldedBefore, indicator));
        places.putAll(places(unitsBefore, indicator));
        List<Target> targets = Stream.concat(
                        results.district().unitTargets(indicator).stream(),
                        results.ofNamedUnits().filter(it -> it.indicator().equals(indicator)))
                .toList();
        return new ComparisonResults(
                results,
                found.years(),
                found.reachesTheLatest(),
                indicator,
                targets,
                Ranking.of(indicator, results.units(), places),
                places.isEmpty() ? null : before,
                LikeForLikeResults.of(found.yearBefore(), indicator, paired, targets),
                PublishedBesideSummedResults.of(results, found.beforeUse()));
    }

    private static Map<Long, Integer> places(List<UnitResultTotals> units, Indicator indicator) {
        Map<Long, Rate> communes = new HashMap<>();
        Map<Long, Rate> offices = new HashMap<>();
        for (UnitResultTotals each : units) {
            Rate rate = each.counts() == null ? null : each.counts().rate(indicator);
            if (rate != null && !each.state().ended()) {
                (Ranking.isOffice(each.unit().kind()) ? offices : communes)
                        .put(each.unit().id(), rate);
            }
        }
        Map<Long, Integer> places = new HashMap<>(Ranking.places(communes));
        places.putAll(Ranking.places(offices));
        return places;
    }
}
