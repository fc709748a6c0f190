package vn.hoso.readiness;

import org.jspecify.annotations.Nullable;
import vn.hoso.units.Unit;

/**
 * A unit in a quarter.
 *
 * @param unit as it was called in the quarter's last month
 * @param equipment what it reported, null where it did not report or has no shop
 */
public record UnitReadiness(
        Unit unit, State state, @Nullable Equipment equipment) {

    /** What is known of a unit. */
    public enum State {
        /** It said what its shop has. */
        REPORTED,
        /** It has not said anything yet. */
        OWED,
        /** It has no one-stop shop, in this quarter or since an earlier one. */
        NO_SHOP
    }

    /** How many computers and signatures it lacks; 0 where nothing is known. */
    public int shortBy() {
        return equipment == null ? 0 : equipment.shortBy();
    }
}
