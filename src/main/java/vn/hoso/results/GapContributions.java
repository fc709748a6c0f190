package vn.hoso.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Fraction;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.WhatIfResults.WhatIfAssumption;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/**
 * The district's gap to a target, {@code t·D − 100·N}, split over its units without a remainder: the units' gaps and the
 * part that no unit's figures explain add up to it exactly.
 *
 * @param target the target
 * @param district the district's exact rate
 * @param gap the district's gap, exact; negative when it is above the target. All gaps have up to six decimals, for print
 * @param dossiers whole dossiers, the same number as its verdict names; negative when it is above the target
 * @param units the units with figures, largest gap first, each by the order of documents
 * @param unallocated the part of the gap that published totals hold beyond the units' figures, in the same measure; 0
 *     where the units add up
 * @param most the fewest units that together lack at least four fifths, null when no unit lacks anything
 */
public record GapContributions(
        Target target,
        Rate district,
        BigDecimal gap,
        long dossiers,
        List<GapContribution> units,
        BigDecimal unallocated,
        @Nullable Most most) {

    private static final Fraction HUNDRED = Fraction.of(100, 1);

    /** As many as a threshold may have, and enough for parts of dossiers that have no last one. */
    private static final int DECIMALS = 6;

    /** "5 đơn vị chiếm 80%": from this percentage on, units are most of the gap. */
    private static final Fraction MOST = Fraction.of(80, 100);

    /**
     * The few units that lack the most.
     *
     * @param units how many
     * @param share what they lack of all that is lacking, rounded for print
     */
    public record Most(int units, BigDecimal share) {}

    /**
     * Splits the gap.
     *
     * @param target one with a threshold
     * @param district the district, with figures for the target's indicator
     * @param units every unit; those without figures take no part
     */
    static GapContributions of(Target target, ScopeResults district, List<ScopeResults> units) {
        Rate whole = Objects.requireNonNull(rate(district, target));
        List<Gap> sorted = units.stream()
                .flatMap(unit -> Gap.of(unit, target).stream())
                .sorted(Comparator.comparing(Gap::gap).reversed())
                .toList();
        Fraction lacking =
                sorted.stream().map(Gap::gap).filter(gap -> gap.signum() > 0).reduce(Fraction.ZERO, Fraction::plus);
        List<GapContribution> parts = new ArrayList<>();
        Fraction running = Fraction.ZERO;
        Fraction allocated = Fraction.ZERO;
        Most most = null;
        for (Gap part : sorted) {
            Fraction gap = part.gap();
            allocated = allocated.plus(gap);
            boolean below = gap.signum() > 0;
            running = below ? running.plus(gap) : running;
            parts.add(new GapContribution(
                    part.unit(),
                    part.rate(),
                    hundredths(gap),
                    TargetEvaluator.lacking(target, part.rate()),
                    below ? gap.over(lacking).percent(2) : null,
                    below ? running.over(lacking).percent(2) : null));
            if (most == null && below && running.over(lacking).compareTo(MOST) >= 0) {
                most = new Most(parts.size(), running.over(lacking).percent(2));
            }
        }
        Fraction gap = gap(whole, target);
        return new GapContributions(
                target,
                whole,
                hundredths(gap),
                TargetEvaluator.lacking(target, whole),
                List.copyOf(parts),
                hundredths(gap.minus(allocated)),
                most);
    }

    /** The lowest missed target decides whom to call, or the highest when none is missed; beside it a unit's own levels do. */
    static Optional<Target> decisive(ScopeResults district) {
        Rate rate = district.indicator(Indicator.OVERALL).rate();
        if (rate == null || !rate.arisen()) {
            return Optional.empty();
        }
        List<Verdict> ascending = district.verdicts().stream()
                .filter(it -> Indicator.OVERALL.equals(it.target().indicator())
                        && it.target().threshold() != null
                        && it.target().scope().coversUnits())
                .sorted(Comparator.comparing(Verdict::required))
                .toList();
        return ascending.stream()
                .filter(it -> it.status() == VerdictStatus.NOT_MET)
                .findFirst()
                .or(() -> ascending.stream().reduce((lower, higher) -> higher))
                .map(Verdict::target);
    }

    /** The units' parts of the gap to that target; null where there is none. */
    static @Nullable GapContributions ofDecisive(ScopeResults district, List<ScopeResults> units) {
        return decisive(district).map(target -> of(target, district, units)).orElse(null);
    }

    /** How many units stand exactly at a threshold that they must exceed. */
    public long atTheThreshold() {
        return units.stream().filter(GapContribution::mustExceed).count();
    }

    /** The unallocated part in whole dossiers, rounded as a unit's is. */
    public long unallocatedDossiers() {
        return unallocated.movePointLeft(2).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /**
     * What makes whole dossiers add up: every unit lacks whole ones, so that together they lack up to one each more than the
     * district does. Never positive.
     */
    public long rounding() {
        return dossiers
                - unallocatedDossiers()
                - units.stream().mapToLong(GapContribution::dossiers).sum();
    }

    private static @Nullable Rate rate(ScopeResults scope, Target target) {
        return scope.indicator(target.indicator()).rate();
    }

    /** What a unit with figures lacks, once found: it is asked for at each comparison. */
    private record Gap(ScopeResults unit, Rate rate, Fraction gap) {

        static Optional<Gap> of(ScopeResults unit, Target target) {
            return Optional.ofNullable(GapContributions.rate(unit, target))
                    .map(rate -> new Gap(unit, rate, GapContributions.gap(rate, target)));
        }
    }

    private static Fraction gap(Rate rate, Target target) {
        return rate.lacking(Objects.requireNonNull(target.threshold()));
    }

    /** A hundred times a number of dossiers, without zeros at its end. */
    private static BigDecimal hundredths(Fraction gap) {
        BigDecimal stripped = gap.times(HUNDRED).decimal(DECIMALS).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * A unit's part of the district's gap to a target.
     *
     * @param unit the unit, with figures
     * @param rate its exact rate
     * @param gap {@code t·d − 100·n}, exact; negative for a unit above the target
     * @param dossiers whole dossiers, the same number as its verdict names: a hundredth of the gap, its part of a dossier counted
     *     as one, or one more where the threshold must be exceeded; negative for what is beyond the target
     * @param share its part of all that the units below the threshold lack, rounded for print; null for a unit that is not below
     *     it
     * @param cumulative that part together with all units before it; null for a unit that is not below the threshold
     */
    public record GapContribution(
            ScopeResults unit,
            Rate rate,
            BigDecimal gap,
            long dossiers,
            @Nullable BigDecimal share,
            @Nullable BigDecimal cumulative) {

        public boolean lacks() {
            return dossiers > 0;
        }

        /** Whether it stands exactly at a threshold that it must exceed: no gap, and yet one dossier more is needed. */
        public boolean mustExceed() {
            return lacks() && share == null;
        }
    }

    /**
     * Who makes up the district's gap to a target, and what a change would bring.
     *
     * @param results the period
     * @param years the years that hold figures, in order
     * @param targets the targets that can be asked about
     * @param contributions the units' parts; null where no such target is set or nothing arose
     * @param whatIf the answer to an assumption, null where none was made
     */
    public record GapResults(
            YearResults results,
            List<Integer> years,
            List<Target> targets,
            @Nullable GapContributions contributions,
            @Nullable WhatIfResults whatIf)
            implements ResultsCacheConfiguration.Kept {

        static GapResults of(PeriodResults found, @Nullable Long targetId, @Nullable WhatIfAssumption assumption) {
            ScopeResults district = found.results().district();
            List<Target> targets = district.overallTargets();
            Optional<Target> target = GapContributions.decisive(district).map(decisive -> targets.stream()
                    .filter(each -> targetId != null && each.id() == targetId)
                    .findFirst()
                    .orElse(decisive));
            List<ScopeResults> units = found.results().units();
            return new GapResults(
                    found.results(),
                    found.years(),
                    targets,
                    target.map(it -> GapContributions.of(it, district, units)).orElse(null),
                    assumption != null && assumable(found.results())
                            ? WhatIfResults.of(assumption, district, units)
                            : null);
        }

        /** Whether units have figures that an assumption can change, whatever target is set. */
        public boolean assumable() {
            return assumable(results);
        }

        private static boolean assumable(YearResults results) {
            return results.district().indicator(Indicator.OVERALL).arisen()
                    && results.units().stream().anyMatch(ScopeResults::reported);
        }
    }
}
