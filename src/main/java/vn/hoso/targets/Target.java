package vn.hoso.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;

/**
 * A target in force: what a legal instrument asks of an indicator, from when to when.
 *
 * @param code short name such as "9.2" or "NQ17"; several targets may share one
 * @param label what is asked, in the instrument's words
 * @param clause where in the instrument, null where no source names it
 * @param indicator what is measured; it fixes the denominator
 * @param rule how it is compared
 * @param threshold percent from 0 to 100; of {@link TargetRule#BANDS} the percent that brings most points. Null for
 *     {@link TargetRule#HAS_ARISEN}, and of {@link TargetScope#NAMED_UNITS} unless it is the target of one of them
 * @param scope whom it is set for
 * @param aspiration a goal of the plan's own, shown apart from the targets set from above
 * @param validFrom first day
 * @param validUntil first day on which it no longer holds, null while open
 * @param instruments the documents it rests on, in order
 * @param steps the bands of its points, and what it asks of single units in place of all
 * @param common the threshold of all others, where this is the target of a unit with a threshold of its own; else null
 */
public record Target(
        long id,
        String code,
        String label,
        @Nullable String clause,
        Indicator indicator,
        TargetRule rule,
        @Nullable BigDecimal threshold,
        TargetScope scope,
        boolean aspiration,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        List<LegalInstrument> instruments,
        List<TargetStep> steps,
        @Nullable BigDecimal common) {

    public Target {
        boolean fits = rule == TargetRule.HAS_ARISEN
                ? threshold == null
                : threshold != null || scope == TargetScope.NAMED_UNITS;
        if (!fits) {
            throw new IllegalArgumentException("target " + code + ": rule " + rule + " with threshold " + threshold);
        }
        instruments = List.copyOf(instruments);
        // Reports that were frozen before targets had steps have none.
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** A target that asks the same of everyone, and gives no points. */
    public Target(
            long id,
            String code,
            String label,
            @Nullable String clause,
            Indicator indicator,
            TargetRule rule,
            @Nullable BigDecimal threshold,
            TargetScope scope,
            boolean aspiration,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<LegalInstrument> instruments) {
        this(
                id,
                code,
                label,
                clause,
                indicator,
                rule,
                threshold,
                scope,
                aspiration,
                validFrom,
                validUntil,
                instruments,
                List.of(),
                null);
    }

    /** Whether the target holds on that day; a period is judged by the targets of its last day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
    }

    /** Whether a unit's figures, with null those of all together, are held against it: of one that names its units, theirs alone. */
    public boolean judges(@Nullable Long unitId) {
        if (scope == TargetScope.NAMED_UNITS) {
            return steps.stream()
                    .anyMatch(step -> step.unitId() != null && step.unitId().equals(unitId));
        }
        return unitId == null || scope.coversUnits();
    }

    /** Whether it asks a percentage of units. */
    public boolean asksUnits() {
        return threshold != null && scope.coversUnits();
    }

    /** Whether the level is the unit's alone, where this is the target of a unit. */
    public boolean ownLevel() {
        return threshold != null && (common != null || scope == TargetScope.NAMED_UNITS);
    }

    /** A target of named units as it stands above all of them: without the level of one. */
    public Target aboveUnits() {
        return asking(null, List.of(), null);
    }

    /** The target as a unit is judged by it: by its own threshold or bands where it has some, else by those of all. */
    public Target heldAgainst(@Nullable Long unitId) {
        List<TargetStep> own = steps.stream()
                .filter(step -> step.unitId() != null && step.unitId().equals(unitId))
                .toList();
        return own.isEmpty()
                ? asking(threshold, bands(), common)
                : asking(highest(own), own.stream().map(TargetStep::ofAll).toList(), threshold);
    }

    /** The bands of points for all that have none of their own, the highest first; empty for other rules. */
    public List<TargetStep> bands() {
        return rule == TargetRule.BANDS
                ? steps.stream()
                        .filter(step -> step.unitId() == null)
                        .sorted(Comparator.comparing(TargetStep::percent).reversed())
                        .toList()
                : List.of();
    }

    /** The most points that it can bring; 0 where it gives none. */
    public BigDecimal mostPoints() {
        return bands().stream().findFirst().map(TargetStep::points).orElse(BigDecimal.ZERO);
    }

    /** The percents at which its verdict or its points change: none of them is rounded across. */
    public Stream<BigDecimal> limits() {
        return Stream.concat(Stream.ofNullable(threshold), bands().stream().map(TargetStep::percent))
                .distinct();
    }

    /** Of these, the percents that have to be exceeded: a rate above one is not rounded down to it. */
    public Stream<BigDecimal> exceeded() {
        return rule == TargetRule.MORE_THAN ? limits() : Stream.empty();
    }

    static BigDecimal highest(List<TargetStep> steps) {
        return steps.stream().map(TargetStep::percent).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** The same target resting on these documents. */
    Target restingOn(List<LegalInstrument> documents) {
        return new Target(
                id,
                code,
                label,
                clause,
                indicator,
                rule,
                threshold,
                scope,
                aspiration,
                validFrom,
                validUntil,
                documents,
                steps,
                common);
    }

    private Target asking(@Nullable BigDecimal percent, List<TargetStep> these, @Nullable BigDecimal others) {
        return new Target(
                id,
                code,
                label,
                clause,
                indicator,
                rule,
                percent,
                scope,
                aspiration,
                validFrom,
                validUntil,
                instruments,
                these,
                others);
    }
}
