package vn.hoso.reports.domain;

import java.util.List;
import vn.hoso.shared.Installation;

/**
 * The end of the report. The signer's name stays blank in a draft.
 *
 * @param authority on whose behalf and in which office the report is signed, one line each
 * @param recipients who receives it, one line each, the archive last
 */
public record Signature(List<String> authority, List<String> recipients) {

    /** The words above the recipients. */
    public String title() {
        return "Nơi nhận:";
    }

    static Signature of(Installation installation) {
        String level = installation.levelName();
        return new Signature(
                List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
                List.of(
                        "- UBND " + installation.provinceName() + ";",
                        "- CT, các PCT UBND " + level + ";",
                        "- Thành viên BCĐ các CT MTQG " + level + ";",
                        "- Các phòng, ban, ngành " + level + ";",
                        "- UBND các xã, thị trấn;",
                        "- LĐVP, CVVP;",
                        "- Lưu: VT, VP."));
    }
}
