package vn.hoso.reports.domain;

import java.util.List;
import java.util.Optional;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/** What is known about the single units. */
public final class Breakdown {

    private Breakdown() {}

    /** Whether only published totals of the district exist, so that no unit can be shown. */
    public static boolean missing(YearResults results) {
        return results.publication() != null && results.units().stream().noneMatch(ScopeResults::reported);
    }

    /** The units to list; none where only published totals exist. */
    public static List<ScopeResults> listed(YearResults results) {
        return missing(results) ? List.of() : results.units();
    }

    /** The targets set from above that each unit is held against, in the district's order. */
    public static List<Target> unitTargets(YearResults results) {
        return results.district().verdicts().stream()
                .map(Verdict::target)
                .filter(target -> target.scope().coversUnits() && target.threshold() != null)
                .toList();
    }

    public static Optional<Verdict> verdict(ScopeResults scope, Target target) {
        return scope.verdicts().stream()
                .filter(verdict -> verdict.target().id() == target.id())
                .findFirst();
    }

    static boolean judged(Verdict verdict) {
        return verdict.status() == VerdictStatus.MET || verdict.status() == VerdictStatus.NOT_MET;
    }
}
