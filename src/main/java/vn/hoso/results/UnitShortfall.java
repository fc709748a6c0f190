package vn.hoso.results;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.results.GapContributions.GapContribution;
import vn.hoso.targets.Verdict;

/**
 * A unit that misses what is asked of it.
 *
 * @param unit the unit
 * @param verdict the missed target as it holds for this unit: the one that decides for all, or one whose level is the unit's own
 * @param share its part of what all units lack of the target that decides for all, rounded for print; null where it misses a level
 *     of its own, or stands exactly at a threshold that it must exceed
 */
public record UnitShortfall(
        ScopeResults unit, Verdict verdict, @Nullable BigDecimal share) {

    /**
     * The units to be called that still are, whoever lacks most dossiers first: of equal ones whoever makes up more of the gap.
     *
     * @param units every unit, in the order of documents
     * @param common their parts of the gap to the target that decides for all, null where none does
     */
    static List<UnitShortfall> of(List<ScopeResults> units, @Nullable GapContributions common) {
        Map<@Nullable Long, @Nullable BigDecimal> shares = new HashMap<>();
        if (common != null) {
            common.units().forEach(each -> shares.put(each.unit().unitId(), each.share()));
        }
        return (common == null ? units.stream() : common.units().stream().map(GapContribution::unit))
                .filter(unit -> !unit.ended())
                .flatMap(unit -> unit.missedMost(common == null ? null : common.target()).stream()
                        .map(verdict -> new UnitShortfall(
                                unit, verdict, verdict.target().ownLevel() ? null : shares.get(unit.unitId()))))
                .sorted(Comparator.comparing(
                                (UnitShortfall each) -> each.verdict().shortBy())
                        .reversed())
                .toList();
    }
}
