package vn.hoso.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds that the schema brings, and names of units as lists of provinces, districts and communes write them. */
class UnitKindGuessTest {

    private static final List<UnitKind> KINDS = List.of(
            new UnitKind("WARD", "phường", "Phường", List.of("P."), 10, false),
            SampleKinds.TOWNSHIP,
            SampleKinds.COMMUNE,
            new UnitKind("SPECIAL_ZONE", "đặc khu", "Đặc khu", List.of("ĐK."), 40, false),
            new UnitKind("DEPARTMENT", "sở, ban, ngành", "Sở, ban, ngành", List.of("Sở", "Ban"), 50, true),
            new UnitKind("BUREAU", "văn phòng", "Văn phòng", List.of("VP."), 60, true),
            SampleKinds.OFFICE,
            new UnitKind("CENTRE", "trung tâm", "Trung tâm", List.of("TT."), 80, true));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thanh tra tỉnh | DEPARTMENT",
                "Thanh tra tỉnh Gia Lai | DEPARTMENT",
                "THANH TRA TỈNH | DEPARTMENT",
                "Công an tỉnh | DEPARTMENT",
                "Bảo hiểm xã hội tỉnh | DEPARTMENT",
                "Cục Thuế tỉnh Bình Định | DEPARTMENT",
                "Bộ Chỉ huy Quân sự tỉnh | DEPARTMENT",
                "Sở Nội vụ | DEPARTMENT",
                "Ban Quản lý khu kinh tế | DEPARTMENT",
                "Ban Quản lý các khu công nghiệp | DEPARTMENT",
                "Ban Dân tộc | DEPARTMENT",
                "Văn phòng UBND tỉnh | BUREAU",
                "VP. HĐND và UBND | BUREAU",
                "Trung tâm Phục vụ hành chính công | CENTRE",
                "Phòng Nội vụ | DISTRICT_OFFICE",
                "Phòng Văn hóa - Xã hội | DISTRICT_OFFICE",
                "Đặc khu Lý Sơn | SPECIAL_ZONE",
                "ĐK. Phú Quý | SPECIAL_ZONE",
                "Thị trấn Diêu Trì | TOWNSHIP",
                "T.Trấn Diêu Trì | TOWNSHIP",
                "Xã Phước An | COMMUNE",
                "X. Phước An | COMMUNE",
                "Phường Quy Nhơn | WARD",
                // What may be several kinds, or none of them, is left to the person.
                "P. Nội vụ | ",
                "TT. Diêu Trì | ",
                "Bảo hiểm xã hội huyện | ",
                "Bảo hiểm xã hội | ",
                "Công an xã | ",
                "Công an thành phố Quy Nhơn | ",
                "Chi cục Thuế khu vực | ",
                "Chi cục Kiểm lâm tỉnh | ",
                "Ban Quản lý dự án đầu tư xây dựng | ",
                "Ban Chỉ huy Quân sự xã | DEPARTMENT",
                "Phòng giao dịch Ngân hàng Chính sách xã hội | ",
                "Phòng Công chứng số 1 | ",
                "Thị xã An Nhơn | ",
                "Thanh tra huyện | ",
                "Diêu Trì | "
            })
    void guessesWellOrNotAtAll(String name, String kind) {
        assertThat(UnitList.kind("", name, KINDS).map(UnitKind::code).orElse(null))
                .isEqualTo(kind);
    }

    @Test
    void whatIsTypedGoesBeforeTheName() {
        assertThat(UnitList.kind("Sở", "Thanh tra huyện", KINDS))
                .map(UnitKind::code)
                .contains("DEPARTMENT");
        assertThat(UnitList.kind("Trung tâm", "TT. Y tế", KINDS))
                .map(UnitKind::code)
                .contains("CENTRE");
        assertThat(UnitList.kind("P.", "Phường Quy Nhơn", KINDS))
                .as("short for a ward and for an office")
                .isEmpty();
    }
}
