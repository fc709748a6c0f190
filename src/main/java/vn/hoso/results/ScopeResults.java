package vn.hoso.results;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Indicator;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;
import vn.hoso.units.UnitKind;

/**
 * The results of the district or of one unit in a period.
 *
 * @param scope "district", or the unit's official code; the stable name in exports
 * @param name name at the end of the period
 * @param unitId the unit, null for the district
 * @param kind what the unit is, null for the district
 * @param counts what was reported, null when nothing was
 * @param rates every indicator and the ceiling, rounded for print
 * @param verdicts targets set from above
 * @param aspirations goals of the plan's own, shown apart
 * @param expectedMonths unit-months that should have been reported
 * @param reportedMonths unit-months that were; a part of a divided unit rests on all of that unit's
 * @param past what is to be said of a unit whose figures are not simply its own, else null
 */
public record ScopeResults(
        String scope,
        String name,
        @Nullable Long unitId,
        @Nullable UnitKind kind,
        @Nullable Counts counts,
        RoundedResultRates rates,
        List<Verdict> verdicts,
        List<Verdict> aspirations,
        int expectedMonths,
        int reportedMonths,
        @Nullable UnitResultsPast past) {

    /** Results of a scope whose figures are its own. */
    public ScopeResults(
            String scope,
            String name,
            @Nullable Long unitId,
            @Nullable UnitKind kind,
            @Nullable Counts counts,
            RoundedResultRates rates,
            List<Verdict> verdicts,
            List<Verdict> aspirations,
            int expectedMonths,
            int reportedMonths) {
        this(scope, name, unitId, kind, counts, rates, verdicts, aspirations, expectedMonths, reportedMonths, null);
    }

    /** Whether it is a unit that is there no more, and nothing came of it. */
    public boolean ended() {
        return past != null && past.ended();
    }

    public static final String DISTRICT = "district";

    private static final int MOST_COLUMNS = 2;

    public IndicatorResult indicator(Indicator indicator) {
        return rates.of(indicator);
    }

    /** Every indicator, the defined ones last. */
    public List<IndicatorResult> indicators() {
        return rates.indicators();
    }

    /** The indicators that the administrator defined. */
    public List<Indicator> defined() {
        return indicators().stream()
                .map(IndicatorResult::indicator)
                .filter(each -> each.definition() != null)
                .toList();
    }

    /** The first of them, which have columns of their own in documents: as many as a sheet has room for. */
    public List<Indicator> columns() {
        return defined().stream().limit(MOST_COLUMNS).toList();
    }

    /** The targets set from above that ask a percentage of the overall rate. */
    public List<Target> overallTargets() {
        return verdicts.stream()
                .map(Verdict::target)
                .filter(target -> Indicator.OVERALL.equals(target.indicator()) && target.threshold() != null)
                .toList();
    }

    /** Every target held against it, and the plan's own goals. */
    public Stream<Target> targets() {
        return Stream.concat(verdicts.stream(), aspirations.stream()).map(Verdict::target);
    }

    /** The targets of an indicator that ask a percentage of units too. */
    List<Target> unitTargets(Indicator indicator) {
        return targets()
                .filter(it -> it.indicator().equals(indicator) && it.asksUnits())
                .toList();
    }

    /** The verdict on a target that it is held against. */
    public Optional<Verdict> verdict(Target target) {
        return verdicts.stream()
                .filter(each -> each.target().id() == target.id())
                .findFirst();
    }

    /**
     * Of the targets that a unit is called about, the one that it lacks most dossiers of: that which decides for all units, and
     * those whose level is its own. Empty where it lacks none.
     *
     * @param decisive the target that decides for all, null where none does
     */
    Optional<Verdict> missedMost(@Nullable Target decisive) {
        return verdicts.stream()
                .filter(each -> each.shortBy() > 0)
                .filter(each -> each.target().ownLevel()
                        || (decisive != null && each.target().id() == decisive.id()))
                .reduce((most, next) -> next.shortBy() > most.shortBy() ? next : most);
    }

    public boolean reported() {
        return counts != null;
    }

    /** Whether returns of it were expected and none is there: nothing is known of it, which is not zero. */
    public boolean lacking() {
        return !reported() && expectedMonths > 0;
    }

    /** Whether no return of it was expected, nor is one there: it neither reported all of its months nor lacks one. */
    public boolean notDue() {
        return expectedMonths == 0 && !reported();
    }

    /** Whether it reported all of its months, and had some to report. */
    public boolean complete() {
        return !notDue() && reportedMonths >= expectedMonths;
    }

    /**
     * How the units did that a target names.
     *
     * @param target the target, without the level of one
     * @param units how many of the units that are shown it names
     * @param judged how many of them have figures to be judged by
     * @param met how many of these meet it
     * @param finality how final their verdicts are: as the one that is least so
     */
    public record NamedUnitsOutcome(Target target, long units, long judged, long met, DataStatus finality) {

        static NamedUnitsOutcome of(Target target, List<ScopeResults> units) {
            List<Verdict> held = units.stream()
                    .flatMap(unit -> Stream.concat(unit.verdicts().stream(), unit.aspirations().stream()))
                    .filter(verdict -> verdict.target().id() == target.id())
                    .toList();
            return new NamedUnitsOutcome(
                    target,
                    held.size(),
                    held.stream().filter(verdict -> verdict.status().decided()).count(),
                    held.stream().filter(Verdict::met).count(),
                    held.stream()
                            .map(Verdict::finality)
                            .min(Comparator.naturalOrder())
                            .orElse(DataStatus.OFFICIAL));
        }
    }
}
