package vn.hoso.targets;

/** Whom a target is set for. */
public enum TargetScope {
    /** The district as a whole. */
    DISTRICT,
    /** The district as a whole; shown for each unit beside it. */
    DISTRICT_AND_UNITS,
    /** Each unit; shown for the district beside them. */
    EVERY_UNIT,
    /** The units that have a level of their own in it, and no other; not the district. */
    NAMED_UNITS;

    /** Whether a unit's own figures are held against it. */
    public boolean coversUnits() {
        return this != DISTRICT;
    }
}
