package vn.hoso.units;

import java.util.List;

/** The kinds of the demonstration's units, as the schema brings them. */
public final class SampleKinds {

    public static final UnitKind TOWNSHIP =
            new UnitKind("TOWNSHIP", "thị trấn", "Thị trấn", List.of("TT.", "T.T.", "TTr.", "T.Trấn"), 20, false);
    public static final UnitKind COMMUNE = new UnitKind("COMMUNE", "xã", "Xã", List.of("X."), 30, false);
    public static final UnitKind OFFICE =
            new UnitKind("DISTRICT_OFFICE", "phòng chuyên môn", "Phòng chuyên môn", List.of("Phòng", "P."), 70, true);

    private SampleKinds() {}
}
