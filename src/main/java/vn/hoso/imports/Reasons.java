package vn.hoso.imports;

import java.util.Map;

/**
 * Why figures are as they are, as typed into the preview.
 *
 * @param common for every unit that has no word of its own
 * @param byUnit the words of single units
 */
public record Reasons(String common, Map<Long, String> byUnit) {

    public static final Reasons NONE = new Reasons("", Map.of());

    public Reasons {
        byUnit = Map.copyOf(byUnit);
    }

    /** The reason that holds for a unit, empty if nobody gave one. */
    public String of(long unitId) {
        String own = own(unitId);
        return own.isBlank() ? common.strip() : own;
    }

    /** What was typed for this unit alone. */
    public String own(long unitId) {
        return byUnit.getOrDefault(unitId, "").strip();
    }
}
