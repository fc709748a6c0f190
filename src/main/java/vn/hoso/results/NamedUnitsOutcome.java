package vn.hoso.results;

import java.util.List;
import java.util.stream.Stream;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/**
 * How the units did that a target names.
 *
 * @param target the target, without the level of one
 * @param units how many of the units that are shown it names
 * @param judged how many of them have figures to be judged by
 * @param met how many of these meet it
 */
public record NamedUnitsOutcome(Target target, long units, long judged, long met) {

    static NamedUnitsOutcome of(Target target, List<ScopeResults> units) {
        List<Verdict> held = units.stream()
                .flatMap(unit -> Stream.concat(unit.verdicts().stream(), unit.aspirations().stream()))
                .filter(verdict -> verdict.target().id() == target.id())
                .toList();
        return new NamedUnitsOutcome(
                target,
                held.size(),
                held.stream().filter(verdict -> verdict.status().decided()).count(),
                held.stream().filter(Verdict::met).count());
    }
}
