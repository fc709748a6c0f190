package vn.hoso.imports.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.imports.layouts.UnitMatcher.UnitMatch;
import vn.hoso.units.SampleKinds;
import vn.hoso.units.Unit;
import vn.hoso.units.UnitKind;

class UnitMatcherTest {

    private static final List<Unit> UNITS = List.of(
            new Unit(1, "21952", "Thị trấn Tuy Phước", SampleKinds.TOWNSHIP),
            new Unit(2, "21967", "Xã Phước Hòa", SampleKinds.COMMUNE),
            new Unit(3, "21985", "Xã Phước An", SampleKinds.COMMUNE),
            new Unit(4, "P-TNMT", "Phòng Tài nguyên và Môi trường", SampleKinds.OFFICE),
            new Unit(5, "P-LDTBXH", "Phòng Lao động - Thương binh và Xã hội", SampleKinds.OFFICE),
            new Unit(6, "P-TP", "Phòng Tư pháp", SampleKinds.OFFICE));

    private static final UnitKind BUREAU = new UnitKind("BUREAU", "văn phòng", "Văn phòng", List.of("VP."), 60, true);

    private final UnitMatcher names = new UnitMatcher(UNITS, Map.of(ComparableText.of("Một cửa huyện"), 4L));

    @ParameterizedTest
    @CsvSource({
        "UBND thị trấn Tuy Phước, 1",
        "TT. Tuy Phước, 1",
        "TUY PHƯỚC, 1",
        "UBND xã Phước Hoà, 2",
        "X. Phước Hòa, 2",
        "Uỷ ban nhân dân xã Phước Hòa, 2",
        "Phước An, 3",
        "1. Xã Phước An, 3",
        "(03) Phước An, 3",
        "- UBND xã Phước An, 3",
        "T.T Tuy Phước, 1",
        "TTr. Tuy Phước, 1",
        "a) X. Phước Hòa, 2",
        "II. Phòng Tư pháp, 6",
        "Bộ phận Một cửa xã Phước An, 3",
        "Xã Phước An (huyện Tuy Phước), 3",
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

    /** An office for "Văn phòng …" may be a department, and a unit kept before may be called "Xã …" and be a ward. */
    @Test
    void knowsAUnitByItsOwnNameWhateverKindItIsOf() {
        Unit bureau = new Unit(7, "VP", "Văn phòng HĐND và UBND", BUREAU);
        Unit office = new Unit(8, "VP-DKDD", "Văn phòng Đăng ký đất đai", SampleKinds.OFFICE);
        Unit township = new Unit(9, "21999", "Xã Phước Sơn", SampleKinds.TOWNSHIP);
        UnitMatcher mixed = new UnitMatcher(List.of(UNITS.get(2), bureau, office, township), Map.of());

        assertThat(mixed.find("1. Văn phòng Đăng ký đất đai")).contains(office);
        assertThat(mixed.find("UBND xã Phước Sơn")).contains(township);
        assertThat(mixed.find("TT. Phước Sơn")).contains(township);
        assertThat(mixed.find("Thị trấn Phước An")).isEmpty();
    }

    @Test
    void takesAUnitByItsNameAndItsCode() {
        Unit commune = UNITS.get(2);
        assertThat(names.find("Xã Phước An", "21985")).isEqualTo(new UnitMatch.Found(commune));
        assertThat(names.find("Xã Phước An", "H08.32.20")).isEqualTo(new UnitMatch.Found(commune));
        assertThat(names.find("Xã Phước An", "21967")).isEqualTo(new UnitMatch.Disagree(commune, UNITS.get(1)));
        assertThat(names.find("21967 - Xã Phước An", "")).isEqualTo(new UnitMatch.Disagree(commune, UNITS.get(1)));
        assertThat(names.find("Một cửa huyện", "21967")).isEqualTo(new UnitMatch.Disagree(UNITS.get(3), UNITS.get(1)));
        assertThat(names.find("Xã Tuy Phước Tây", "21985")).isEqualTo(new UnitMatch.Unknown());
        assertThat(names.find("21985", "")).isEqualTo(new UnitMatch.Unknown());
        assertThat(names.find("Phước\nAn", "")).isEqualTo(new UnitMatch.Found(commune));
    }

    @Test
    void saysWhichUnitsANameMayMean() {
        Unit township = new Unit(7, "1", "Thị trấn Phước An", SampleKinds.TOWNSHIP);
        UnitMatcher two = new UnitMatcher(List.of(UNITS.get(2), township), Map.of());
        assertThat(two.find("Phước An", "1")).isEqualTo(new UnitMatch.Several(List.of(UNITS.get(2), township)));
    }

    @Test
    void foldsOnlyThePlaceOfATone() {
        assertThat(ComparableText.of("Hòa")).isEqualTo(ComparableText.of("HOÀ")).isNotEqualTo(ComparableText.of("Hóa"));
        assertThat(ComparableText.of("Đường")).isNotEqualTo(ComparableText.of("Dường"));
    }
}
