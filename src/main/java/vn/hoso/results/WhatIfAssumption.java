package vn.hoso.results;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What if: a unit, or every unit, came at least to some level.
 *
 * @param unitId the unit, null for every unit
 * @param level which level
 * @param percent the level of {@link Level#PERCENT}, from 0 to 100, else null
 */
public record WhatIfAssumption(
        @Nullable Long unitId, Level level, @Nullable BigDecimal percent) {

    /** The level a unit is raised to; one that is above it already stays where it is. */
    public enum Level {
        /** The median of the units' overall rates; between the two middle ones their mean. */
        MEDIAN,
        /** Every dossier of a procedure offered online. */
        ALL_ELIGIBLE,
        /** A rate that somebody typed. */
        PERCENT
    }

    public WhatIfAssumption {
        if ((level == Level.PERCENT) != (percent != null)) {
            throw new IllegalArgumentException("level " + level + " with percent " + percent);
        }
    }

    boolean concerns(ScopeResults unit) {
        return unitId == null || unitId.equals(unit.unitId());
    }
}
