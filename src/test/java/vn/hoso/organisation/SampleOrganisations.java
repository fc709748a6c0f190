package vn.hoso.organisation;

/** Organisations for tests. */
public final class SampleOrganisations {

    /** As the demonstration has it. */
    public static final Organisation TUY_PHUOC = new Organisation(
            OrganisationLevel.DISTRICT,
            "huyện",
            "Tuy Phước",
            "UBND huyện Tuy Phước",
            "UBND tỉnh Bình Định",
            "Tuy Phước",
            "Văn phòng HĐND và UBND huyện",
            "toàn huyện",
            "xã, thị trấn",
            "ỦY BAN NHÂN DÂN",
            "HUYỆN TUY PHƯỚC",
            "UBND",
            "VP",
            "Kế hoạch năm 2024 của UBND huyện Tuy Phước về các tiêu chí, chỉ tiêu huyện nông thôn mới, nông thôn mới nâng cao"
                    + " thuộc lĩnh vực hành chính công");

    /** A town, so that no sentence may name a huyện. */
    public static final Organisation AN_NHON =
            Organisation.usual(OrganisationLevel.DISTRICT, "thị xã", "An Nhơn", "tỉnh Gia Lai");

    private SampleOrganisations() {}
}
