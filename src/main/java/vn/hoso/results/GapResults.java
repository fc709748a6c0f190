package vn.hoso.results;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.targets.Target;

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
        @Nullable WhatIf whatIf) {

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
                assumption == null || target.isEmpty() ? null : WhatIf.of(assumption, district, units));
    }
}
