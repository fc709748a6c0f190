package vn.hoso.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Count;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Fraction;
import vn.hoso.rates.Indicator;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.Verdict;

/**
 * The district's result if a unit, or every unit, came at least to some level. No unit is lowered, and none comes above
 * what its procedures offered online allow.
 *
 * @param assumption what was assumed
 * @param level the level as a percentage for print; null where every unit has a level of its own
 * @param before the district's overall rate as it is
 * @param after as it would be
 * @param verdicts the district's targets of the overall rate, held against it
 * @param raised units that would change
 * @param more dossiers that would arrive online instead of on paper
 * @param capped units that the level asks more of than their procedures allow
 */
public record WhatIfResults(
        WhatIfAssumption assumption,
        @Nullable BigDecimal level,
        IndicatorResult before,
        IndicatorResult after,
        List<Verdict> verdicts,
        int raised,
        long more,
        int capped) {

    /**
     * Works it out.
     *
     * @param district the district, with figures
     * @param units every unit
     */
    static WhatIfResults of(WhatIfAssumption assumption, ScopeResults district, List<ScopeResults> units) {
        Counts now = Objects.requireNonNull(district.counts());
        Fraction median = Fraction.median(units.stream()
                .map(unit -> unit.indicator(Indicator.OVERALL).rate())
                .filter(rate -> rate != null && rate.arisen())
                .toList());
        int raised = 0;
        long more = 0;
        int capped = 0;
        for (ScopeResults unit : units) {
            Counts counts = unit.counts();
            if (counts == null || !assumption.concerns(unit)) {
                continue;
            }
            long lacking = lacking(assumption, counts, median);
            Fraction online = counts.exactly(Count.ONLINE_TOTAL);
            long room =
                    Math.max(0, counts.ceiling().exactNumerator().minus(online).floor());
            long possible = Math.max(0, Math.min(lacking, room));
            capped += lacking > room ? 1 : 0;
            raised += possible > 0 ? 1 : 0;
            more += possible;
        }
        // A unit may hold unclassified dossiers beyond its eligible ones; the district still ends at its ceiling.
        long most = Math.max(now.eligible(), now.onlineTotal());
        long online = Math.min(most, Math.addExact(now.onlineTotal(), more));
        Counts then = online(now, online);
        List<Target> targets = district.overallTargets();
        return new WhatIfResults(
                assumption,
                assumption.level() == WhatIfAssumption.Level.MEDIAN
                        ? (median == null ? null : median.percent(2))
                        : assumption.percent(),
                district.indicator(Indicator.OVERALL),
                RoundedResultRates.of(then, targets).of(Indicator.OVERALL),
                targets.stream()
                        .map(target -> TargetEvaluator.judge(target, then, null)
                                .restingOn(district.indicator(Indicator.OVERALL).basis()))
                        .toList(),
                raised,
                online - now.onlineTotal(),
                capped);
    }

    /** Dossiers missing to the level, whole: a part of one is one. */
    private static long lacking(WhatIfAssumption assumption, Counts counts, @Nullable Fraction median) {
        Fraction received = counts.exactly(Count.DOSSIERS_RECEIVED);
        Fraction asked =
                switch (assumption.level()) {
                    case MEDIAN -> median == null ? Fraction.ZERO : median.times(received);
                    case ALL_ELIGIBLE -> counts.ceiling().exactNumerator();
                    case PERCENT ->
                        Fraction.ofPercent(Objects.requireNonNull(assumption.percent()))
                                .times(received);
                };
        return asked.minus(counts.exactly(Count.ONLINE_TOTAL)).ceiling();
    }

    private static Counts online(Counts now, long online) {
        return new Counts(
                now.fullProcessReceived(),
                now.fullProcessOnline(),
                now.partialReceived(),
                now.partialOnline(),
                now.dossiersReceived(),
                online,
                null);
    }

    /**
     * What if: a unit, or every unit, came at least to some level.
     *
     * @param unitId the unit, null for every unit
     * @param level which level
     * @param percent the level of {@link Level#PERCENT}, from 0 to 100, else null
     */
    public record WhatIfAssumption(
            @Nullable Long unitId, Level level, @Nullable BigDecimal percent) {

        /** The level a unit is raised to; one that is above it already stays where it is. */
        public enum Level {
            /** The median of the units' overall rates; between the two middle ones their mean. */
            MEDIAN,
            /** Every dossier of a procedure offered online. */
            ALL_ELIGIBLE,
            /** A rate that somebody typed. */
            PERCENT
        }

        public WhatIfAssumption {
            if ((level == Level.PERCENT) != (percent != null)) {
                throw new IllegalArgumentException("level " + level + " with percent " + percent);
            }
        }

        boolean concerns(ScopeResults unit) {
            return unitId == null || unitId.equals(unit.unitId());
        }
    }
}
