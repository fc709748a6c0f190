package vn.hoso.results;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Rate;

/**
 * A unit's part of the district's gap to a target.
 *
 * @param unit the unit, with figures
 * @param rate its exact rate
 * @param gap {@code t·d − 100·n}, exact; negative for a unit above the target
 * @param dossiers whole dossiers, the same number as its verdict names: a hundredth of the gap, its part of a dossier counted
 *     as one; negative for what is beyond the target
 * @param share its part of all that the units below the target lack, rounded for print; null for a unit that lacks
 *     nothing
 * @param cumulative that part together with all units before it; null for a unit that lacks nothing
 */
public record GapContribution(
        ScopeResults unit,
        Rate rate,
        BigDecimal gap,
        long dossiers,
        @Nullable BigDecimal share,
        @Nullable BigDecimal cumulative) {

    public boolean lacks() {
        return gap.signum() > 0;
    }
}
