package vn.hoso.units;

import vn.hoso.shared.UnitOptions.Option;

/**
 * A unit as it was called at a given time. Only the id stays: codes and names change, and 21952 has named two units.
 *
 * @param id the unit's own id
 * @param code official code at that time
 * @param name official name at that time
 * @param kind what it was at that time
 */
public record Unit(long id, String code, String name, UnitKind kind) {

    /** As it is offered to be chosen. */
    public Option option() {
        return Option.of(id, code, name);
    }
}
