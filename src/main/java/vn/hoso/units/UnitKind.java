package vn.hoso.units;

import java.util.List;

/**
 * What a unit is: xã, phường, sở, phòng chuyên môn and whatever else an office has.
 *
 * @param code its key, which stays when the name changes
 * @param name as sentences name it, in lower case: "thị trấn"
 * @param heading over units of this kind: "Thị trấn"
 * @param shortForms what names of such units begin with besides the kind's name: "TT."
 * @param place its order in lists and documents, lower first
 * @param office whether it is part of the organisation's own administration, without a place on the map
 */
public record UnitKind(String code, String name, String heading, List<String> shortForms, int place, boolean office) {

    public UnitKind {
        shortForms = List.copyOf(shortForms);
    }
}
