package vn.hoso.results;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.organisation.Organisation;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Counts;
import vn.hoso.results.MeasuredSums.Due;
import vn.hoso.results.ResultTotals.MissingReturns;
import vn.hoso.results.ResultTotals.PublishedYear;
import vn.hoso.results.ResultsCoverage.MissingMonth;
import vn.hoso.results.YearResults.Publication;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.TargetInForce;
import vn.hoso.targets.TargetScope;
import vn.hoso.targets.Verdict;
import vn.hoso.units.UnitKind;

/**
 * Turns a period's counts into rates and verdicts. Published totals stand for the district where a document gives them;
 * the sum of the months is then only compared with them, never put in their place.
 *
 * @param totals the units as they reported; whatever is said of the whole rests on them
 * @param shown the units that are shown
 * @param geography as of {@link YearResults}
 * @param beforeUse months of the period before the office's first one
 * @param toCome months of the period whose returns are not expected yet
 */
record YearAssembly(
        ReportingPeriod period,
        @Nullable PublishedYear published,
        List<UnitResultTotals> totals,
        List<UnitResultTotals> shown,
        @Nullable ResultsGeography geography,
        List<MissingReturns> missing,
        List<YearMonth> beforeUse,
        List<YearMonth> toCome,
        List<TargetInForce> targets) {

    YearAssembly {
        targets = TargetInForce.on(period.lastDay(), targets);
    }

    YearResults results(Organisation organisation, boolean demonstration) {
        ResultsCoverage coverage = coverage();
        ScopeResults district = district(coverage, organisation.fullName());
        Map<Long, String> names = ResultUnitNames.among(shown);
        boolean whole = beforeUse.isEmpty() && toCome.isEmpty();
        boolean provisional = published == null && !(coverage.complete() && coverage.allApproved() && whole);
        return new YearResults(
                period,
                published == null ? null : new Publication(published.source(), published.note()),
                district,
                shown.stream().map(each -> unit(each, names)).toList(),
                coverage,
                openItems(coverage, district),
                provisional,
                demonstration,
                organisation,
                published == null ? dataAsOf() : null,
                geography,
                targets.stream()
                        .map(TargetInForce::target)
                        .filter(each -> each.scope() == TargetScope.NAMED_UNITS)
                        .map(Target::aboveUnits)
                        .toList());
    }

    private ResultsCoverage coverage() {
        return new ResultsCoverage(
                totals.stream().mapToInt(UnitResultTotals::expectedMonths).sum(),
                totals.stream().mapToInt(UnitResultTotals::reportedMonths).sum(),
                totals.stream().mapToInt(UnitResultTotals::approvedMonths).sum(),
                missing.stream()
                        .map(one -> new MissingMonth(one.month(), one.count(), one.nobody(), one.unitNames()))
                        .toList());
    }

    private @Nullable Counts summed() {
        return totals.stream()
                .map(UnitResultTotals::counts)
                .filter(Objects::nonNull)
                .reduce(Counts::plus)
                .orElse(null);
    }

    private @Nullable Instant dataAsOf() {
        return totals.stream()
                .map(UnitResultTotals::changedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private ScopeResults district(ResultsCoverage coverage, String name) {
        Counts counts = published == null ? summed() : published.counts();
        Basis returns =
                published == null ? new Basis(coverage.reported(), coverage.expected(), coverage.unapproved()) : null;
        return scope(
                ScopeResults.DISTRICT,
                name,
                null,
                null,
                counts,
                targets.stream().filter(each -> each.target().judges(null)).toList(),
                coverage.expected(),
                coverage.reported(),
                returns,
                Due.sum(totals.stream().flatMap(one -> one.measured().stream())),
                null);
    }

    /** People confirm what the whole reached; that says nothing about one unit. */
    private ScopeResults unit(UnitResultTotals one, Map<Long, String> names) {
        List<TargetInForce> held = targets.stream()
                .filter(each -> each.target().scope() != TargetScope.NAMED_UNITS
                        || each.target().judges(one.unit().id()))
                .map(each ->
                        new TargetInForce(each.target().heldAgainst(one.unit().id()), null))
                .toList();
        return scope(
                one.unit().code(),
                Objects.requireNonNull(names.get(one.unit().id())),
                one.unit().id(),
                one.unit().kind(),
                one.counts(),
                held,
                one.expectedMonths(),
                one.reportedMonths(),
                new Basis(one.reportedMonths(), one.expectedMonths(), one.reportedMonths() - one.approvedMonths()),
                one.measured(),
                one.past());
    }

    private ScopeResults scope(
            String scope,
            String name,
            @Nullable Long unitId,
            @Nullable UnitKind kind,
            @Nullable Counts counts,
            List<TargetInForce> held,
            int expectedMonths,
            int reportedMonths,
            @Nullable Basis returns,
            List<Due> defined,
            @Nullable UnitResultsPast past) {
        RoundedResultRates rates = RoundedResultRates.of(
                counts, held.stream().map(TargetInForce::target).toList(), returns, defined);
        List<TargetInForce> judging = held.stream()
                .filter(each -> unitId == null || each.target().scope().coversUnits())
                .toList();
        return new ScopeResults(
                scope,
                name,
                unitId,
                kind,
                counts,
                rates,
                verdicts(judging, counts, rates, false),
                verdicts(judging, counts, rates, true),
                expectedMonths,
                reportedMonths,
                past);
    }

    private static List<Verdict> verdicts(
            List<TargetInForce> held, @Nullable Counts counts, RoundedResultRates rates, boolean aspirations) {
        return held.stream()
                .filter(each -> each.target().aspiration() == aspirations)
                .map(each -> TargetEvaluator.judge(each.target(), counts, each.decision())
                        .restingOn(rates.of(each.target().indicator()).basis()))
                .toList();
    }

    /** What a reader must know before relying on the figures. */
    private List<ResultCaveat> openItems(ResultsCoverage coverage, ScopeResults district) {
        Counts summed = summed();
        List<ResultCaveat> found = new ArrayList<>();
        unclassified(district, found);
        if (published == null) {
            if (!beforeUse.isEmpty()) {
                found.add(new ResultCaveat.BeforeUse(
                        beforeUse.get(0), beforeUse.get(beforeUse.size() - 1), beforeUse.size()));
            }
            if (!toCome.isEmpty()) {
                found.add(new ResultCaveat.NotYetDue(toCome.get(0), toCome.get(toCome.size() - 1), toCome.size()));
            }
            coverage.missing()
                    .forEach(each ->
                            found.add(new ResultCaveat.NotReported(each.month(), each.count(), each.unitNames())));
            notApproved(coverage, found);
            monthsWithoutFigures(found);
        } else if (summed != null && !sameTotals(published.counts(), summed)) {
            found.add(ResultCaveat.PublishedDiffers.of(published.counts(), summed));
        }
        district.verdicts().stream()
                .filter(Verdict::awaitsConfirmation)
                .forEach(each -> found.add(new ResultCaveat.AwaitsConfirmation(each.target())));
        return found;
    }

    private static void unclassified(ScopeResults district, List<ResultCaveat> found) {
        Counts counts = district.counts();
        if (counts != null && counts.onlineUnclassified() != 0) {
            found.add(new ResultCaveat.Unclassified(
                    counts.onlineUnclassified(), counts.onlineTotal(), counts.onlineClassified()));
        }
    }

    private static void notApproved(ResultsCoverage coverage, List<ResultCaveat> found) {
        if (!coverage.allApproved()) {
            found.add(new ResultCaveat.NotApproved(coverage.unapproved()));
        }
    }

    private void monthsWithoutFigures(List<ResultCaveat> found) {
        if (!period.wholeYear()) {
            YearMonth next = period.to().plusMonths(1);
            found.add(new ResultCaveat.MonthsWithoutFigures(next, next.withMonth(12)));
        }
    }

    /** The optional payment pair is never published, so it is left out of the comparison. */
    private static boolean sameTotals(Counts published, Counts summed) {
        return published.equals(new Counts(
                summed.fullProcessReceived(),
                summed.fullProcessOnline(),
                summed.partialReceived(),
                summed.partialOnline(),
                summed.dossiersReceived(),
                summed.onlineTotal(),
                null));
    }
}
