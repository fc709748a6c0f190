package vn.hoso.reports.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.UnitResultsPast.Origin;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/** What is known about the single units. */
public final class ReportBreakdown {

    private ReportBreakdown() {}

    /** Whether only published totals of the district exist, so that no unit can be shown. */
    public static boolean missing(YearResults results) {
        return results.publication() != null && results.units().stream().noneMatch(ScopeResults::reported);
    }

    /** The units to list; none where only published totals exist. */
    public static List<ScopeResults> listed(YearResults results) {
        return missing(results) ? List.of() : results.units();
    }

    /** The targets set from above that units are held against, in the district's order, last those of named units alone. */
    public static List<Target> unitTargets(YearResults results) {
        return results.unitTargets();
    }

    /** Whether another of them asks as much of the same indicator, so that only its code tells it apart. */
    public static boolean alike(Target target, List<Target> among) {
        return among.stream()
                .filter(each -> each.indicator().equals(target.indicator()))
                .filter(each -> Verdicts.threshold(each).equals(Verdicts.threshold(target)))
                .anyMatch(each -> each.id() != target.id());
    }

    /** The sentence that heads its column among them. */
    static String heading(Target target, List<Target> among) {
        return (alike(target, among) ? "annex.target.coded" : "annex.target")
                + (target.threshold() == null ? ".named" : "");
    }

    /** The verdict on a target, or on one of the plan's own goals. */
    public static Optional<Verdict> verdict(ScopeResults scope, Target target) {
        return (target.aspiration() ? scope.aspirations() : scope.verdicts())
                .stream()
                        .filter(verdict -> verdict.target().id() == target.id())
                        .findFirst();
    }

    /** The units' verdicts on a target, of those that have figures to be judged by. */
    static List<Verdict> judged(YearResults results, Target target) {
        return results.units().stream()
                .map(unit -> verdict(unit, target))
                .flatMap(Optional::stream)
                .filter(Verdicts::judged)
                .toList();
    }

    /** What is to be said of a unit whose figures are not all its own: "ước tính: 1/3 của xã Phước An (theo ...)". */
    public static List<String> past(ScopeResults scope) {
        List<Origin> origins = scope.past() == null ? List.of() : scope.past().origins();
        List<String> divided = origins.stream()
                .filter(Origin::divided)
                .map(origin -> ReportSentences.text("annex.row.estimate")
                        .formatted(
                                origin.part().numerator() + "/" + origin.part().denominator(),
                                origin.name(),
                                String.join(", ", origin.instruments())))
                .toList();
        List<String> whole = origins.stream()
                .filter(origin -> !origin.divided())
                .map(Origin::name)
                .toList();
        return whole.isEmpty()
                ? divided
                : Stream.concat(
                                Stream.of(ReportSentences.text("annex.row.sum").formatted(String.join(", ", whole))),
                                divided.stream())
                        .toList();
    }

    /** The units that reported nothing of what was expected of them. */
    static List<ScopeResults> silent(YearResults results) {
        return results.units().stream()
                .filter(unit -> !unit.reported() && !unit.notDue())
                .toList();
    }

    /** The units of which no return was expected. */
    static List<ScopeResults> notDue(YearResults results) {
        return results.units().stream().filter(ScopeResults::notDue).toList();
    }

    /** The units that reported, but had no dossier. */
    static List<ScopeResults> idle(YearResults results) {
        return results.units().stream()
                .filter(unit ->
                        unit.reported() && !unit.indicator(Indicator.OVERALL).arisen())
                .toList();
    }
}
