package vn.hoso.units;

/**
 * A unit as it was called at a given time. Only the id stays: codes and names change, and 21952 has named two units.
 *
 * @param id the unit's own id
 * @param code official code at that time
 * @param name official name at that time
 * @param kind what it was at that time
 */
public record Unit(long id, String code, String name, UnitKind kind) {}
