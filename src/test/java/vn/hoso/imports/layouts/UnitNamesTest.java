package vn.hoso.imports.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.units.Unit;
import vn.hoso.units.UnitKind;

class UnitNamesTest {

    private static final List<Unit> UNITS = List.of(
            new Unit(1, "21952", "Thị trấn Tuy Phước", UnitKind.TOWNSHIP),
            new Unit(2, "21967", "Xã Phước Hòa", UnitKind.COMMUNE),
            new Unit(3, "21985", "Xã Phước An", UnitKind.COMMUNE),
            new Unit(4, "P-TNMT", "Phòng Tài nguyên và Môi trường", UnitKind.DISTRICT_OFFICE),
            new Unit(5, "P-LDTBXH", "Phòng Lao động - Thương binh và Xã hội", UnitKind.DISTRICT_OFFICE),
            new Unit(6, "P-TP", "Phòng Tư pháp", UnitKind.DISTRICT_OFFICE));

    private final UnitNames names = new UnitNames(UNITS, Map.of(Fold.of("Một cửa huyện"), 4L));

    @ParameterizedTest
    @CsvSource({
        "UBND thị trấn Tuy Phước, 1",
        "TT. Tuy Phước, 1",
        "TUY PHƯỚC, 1",
        "UBND xã Phước Hoà, 2",
        "X. Phước Hòa, 2",
        "Uỷ ban nhân dân xã Phước Hòa, 2",
        "Phước An, 3",
        "21985, 3",
        "Phòng TN&MT, 4",
        "P.TNMT, 4",
        "Phòng Tài nguyên & Môi trường huyện Tuy Phước, 4",
        "LĐ-TB&XH, 5",
        "Phòng LĐTBXH, 5",
        "Một cửa huyện, 4"
    })
    void knowsAUnitByWhateverSheetsCallItComposedOrNot(String text, long unit) {
        assertThat(names.find(text)).map(Unit::id).contains(unit);
        assertThat(names.find(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .map(Unit::id)
                .contains(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xã Phước Hóa",
                "Xã Tuy Phước",
                "Thị trấn Phước An",
                "Phòng Phước An",
                "UBND các xã, thị trấn",
                ""
            })
    void takesNoOtherToneAndNoOtherKindForAUnit(String text) {
        assertThat(names.find(text)).isEmpty();
    }

    @Test
    void foldsOnlyThePlaceOfATone() {
        assertThat(Fold.of("Hòa")).isEqualTo(Fold.of("HOÀ")).isNotEqualTo(Fold.of("Hóa"));
        assertThat(Fold.of("Đường")).isNotEqualTo(Fold.of("Dường"));
    }
}
