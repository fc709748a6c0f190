package vn.hoso.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.shared.UnitOptions.Option;

/** What a typed unit means. */
class UnitFieldTest {

    private static final UnitOptions UNITS = new UnitOptions(
            List.of(
                    Option.of(1, "21952", "Thị trấn Tuy Phước"),
                    Option.of(2, "21955", "Xã Phước Sơn"),
                    Option.of(3, "21958", "Xã Phước Hòa"),
                    Option.of(4, "21959", "Xã Phước Hoà Đông"),
                    Option.of(5, "N05", "Phòng Văn hóa, Khoa học và Thông tin"),
                    new Option(6, "21960", "Xã Phước An", "Xã Phước An (đến 30/06/2025)"),
                    Option.of(7, "21961", "Xã Phước An"),
                    Option.of(21961, "21970", "Xã Phước Lộc")),
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2024, 12, 31));

    private static UnitField typed(String text) {
        return UnitField.of(UNITS, "unit", null, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            21955 | 2
            n05 | 5
            Xã Phước Sơn | 2
            xã  phước sơn | 2
            xa phuoc son | 2
            Xã Phước Sơn – 21955 | 2
            Phòng Văn hóa, Khoa học và Thông tin | 5
            Xã Phước Hòa | 3
            Xã Phước An (đến 30/06/2025) – 21960 | 6
            Xã Phước An – 21961 | 7
            xa phuoc hoa dong | 4
            21961 | 7
            """)
    void isOneUnitsCodeOrName(String text, String id) {
        UnitField field = typed(text);

        assertThat(field.chosen()).isEqualTo(id);
        assertThat(field.unclear()).isFalse();
        assertThat(field.unknown()).isFalse();
    }

    @Test
    void composedInAnotherWayIsTheSameName() {
        assertThat(typed("Xa\u0303 Phu\u031bo\u031b\u0301c So\u031bn").chosen()).isEqualTo("2");
    }

    @Test
    void aNameOfTwoUnitsIsNoneUntilOneIsPicked() {
        UnitField field = typed("Xã Phước An");

        assertThat(field.chosen()).isEmpty();
        assertThat(field.unclear()).isTrue();
        assertThat(field.candidates())
                .extracting(Option::words)
                .containsExactly("Xã Phước An (đến 30/06/2025) – 21960", "Xã Phước An – 21961");
        assertThat(UnitField.of(UNITS, "unit", "6", "Xã Phước An").chosen()).isEqualTo("6");
    }

    /** A merged commune mostly takes the name of one of its own, and a list of a year's units holds both. */
    @Test
    void aListTellsUnitsOfOneNameApartByTheirCodes() {
        UnitOptions units = new UnitOptions(
                List.of(
                        Option.of(1, "21829", "Xã Bình An"),
                        Option.of(2, "21835", "Xã Bình Phú"),
                        Option.of(3, "30001", "Xã Bình An"),
                        new Option(4, "30002", "Xã Bình Phú", "Xã Bình Phú (đến 30/06/2025)")),
                null,
                null);

        assertThat(units.listed())
                .extracting(Option::label)
                .containsExactly(
                        "Xã Bình An (mã 21829)",
                        "Xã Bình Phú",
                        "Xã Bình An (mã 30001)",
                        "Xã Bình Phú (đến 30/06/2025)");
        assertThat(UnitField.of(units, "unit", "3", null).text()).isEqualTo("Xã Bình An – 30001");
        assertThat(UnitField.of(units, "unit", null, "Xã Bình An (mã 30001)").chosen())
                .isEqualTo("3");
    }

    @Test
    void aPartOfANameIsNoUnitEvenIfOneAloneHasIt() {
        UnitField field = typed("phước sơn");

        assertThat(field.chosen()).isEmpty();
        assertThat(field.candidates()).extracting(Option::id).containsExactly(2L);
        assertThat(field.text()).isEqualTo("phước sơn");
    }

    @Test
    void anotherTextThanThePickedUnitsMeansAnotherUnit() {
        assertThat(UnitField.of(UNITS, "unit", "6", "Xã Phước Sơn").chosen()).isEqualTo("2");
        assertThat(UnitField.of(UNITS, "unit", "6", "").chosen()).isEmpty();
    }

    @Test
    void unknownIsSaid() {
        UnitField field = typed("Xã Không Đâu");

        assertThat(field.chosen()).isEmpty();
        assertThat(field.unknown()).isTrue();
        assertThat(field.candidates()).isEmpty();
    }

    @Test
    void anAddressNamesAUnitByItsIdWhichIsNeverTakenForACode() {
        assertThat(UnitField.of(UNITS, "unit", "21961", null))
                .returns("21961", UnitField::chosen)
                .returns("Xã Phước Lộc – 21970", UnitField::text);
    }

    @Test
    void offersNoMoreThanTwenty() {
        UnitOptions many = new UnitOptions(
                IntStream.rangeClosed(1, 201)
                        .mapToObj(each -> Option.of(each, "Q" + each, "Xã thứ " + each))
                        .toList(),
                null,
                null);
        UnitField field = UnitField.of(many, "unit", null, "xã");

        assertThat(field.candidates()).hasSize(20);
        assertThat(field.count()).isEqualTo("201");
        assertThat(Stream.of(many, UNITS).map(UnitOptions::typed)).containsExactly(true, false);
        assertThat(many.listed()).isEmpty();
        assertThat(UNITS.listed()).hasSize(8);
    }

    @Test
    void suggestsUnitsOfItsDays() {
        assertThat(UNITS.suggestions()).isEqualTo("/units/suggestions?from=2024-01-01&until=2024-12-31");
        assertThat(UnitOptions.on(List.of(), LocalDate.of(2024, 9, 1)).suggestions())
                .isEqualTo("/units/suggestions?from=2024-09-01&until=2024-09-01");
    }
}
