package vn.hoso.units;

import org.jspecify.annotations.Nullable;

/**
 * What a unit is called during a time, and what it is.
 *
 * @param code official code, or the office's own
 * @param name full name
 * @param kind what it is
 * @param group group of units it belongs to, such as a cụm thi đua; null for none
 */
public record UnitWords(
        String code, String name, UnitKind kind, @Nullable String group) {

    /** As the trail tells it: "21952 Thị trấn Tuy Phước (thị trấn, Cụm 1)". */
    String told() {
        return code + " " + name + " (" + kind.name() + (group == null ? "" : ", " + group) + ")";
    }

    /** As the trail tells a change. */
    String became(UnitWords after) {
        return told() + " → " + after.told();
    }
}
