package vn.hoso.units;

/** What a unit is; the order is the order of lists and documents. */
public enum UnitKind {
    TOWNSHIP,
    COMMUNE,
    DISTRICT_OFFICE
}
