package vn.hoso.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfficialUnitsTest {

    private final OfficialUnits official = new OfficialUnits();

    @Test
    void holdsEveryProvinceAndCommuneOfTheTwoTiers() {
        List<OfficialUnits.Entry> provinces = official.provinces();
        assertThat(provinces).hasSize(34);
        List<OfficialUnits.Entry> communes = provinces.stream()
                .flatMap(each -> official.communes(each.code()).stream())
                .toList();
        assertThat(communes)
                .hasSize(3_321)
                .extracting(OfficialUnits.Entry::code)
                .doesNotHaveDuplicates();
        assertThat(communes.stream()
                        .collect(Collectors.groupingBy(OfficialUnits.Entry::levelName, Collectors.counting())))
                .containsOnly(Map.entry("xã", 2_611L), Map.entry("phường", 697L), Map.entry("đặc khu", 13L));
        assertThat(provinces.stream().collect(Collectors.toMap(OfficialUnits.Entry::properName, Function.identity())))
                .hasSize(34);
    }

    @Test
    void tellsALevelFromAName() {
        OfficialUnits.Entry province = official.province("52").orElseThrow();
        assertThat(province.levelName()).isEqualTo("tỉnh");
        assertThat(province.properName()).isEqualTo("Gia Lai");
        assertThat(official.communes("52")).hasSize(135);
        assertThat(official.commune("52", "21970"))
                .hasValueSatisfying(it -> assertThat(it.name()).isEqualTo("Xã Tuy Phước Đông"));
        assertThat(official.commune("01", "21970")).isEmpty();
    }

    @Test
    void proposesWhatIsUsualForAProvinceAndForACommune() {
        Organisation province = Organisation.usual(OrganisationLevel.PROVINCE, "tỉnh", "Gia Lai", "");
        assertThat(province.agency()).isEqualTo("UBND tỉnh Gia Lai");
        assertThat(province.agencyInFull()).isEqualTo("Ủy ban nhân dân tỉnh Gia Lai");
        assertThat(province.total()).isEqualTo("Toàn tỉnh");
        assertThat(province.superior()).isEqualTo("Văn phòng Chính phủ");
        assertThat(province.letterheadBottom()).isEqualTo("TỈNH GIA LAI");

        Organisation commune = Organisation.usual(OrganisationLevel.COMMUNE, "xã", "Tuy Phước Đông", "tỉnh Gia Lai");
        assertThat(commune.total()).isEqualTo("Toàn xã");
        assertThat(commune.superior()).isEqualTo("UBND tỉnh Gia Lai");
        assertThat(commune.unitsBelow()).isNull();
    }
}
