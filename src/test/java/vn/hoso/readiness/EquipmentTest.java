package vn.hoso.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.rates.Rate;
import vn.hoso.shared.Formats;

/** The rules of a unit's quarter, its rates and its quarters. */
class EquipmentTest {

    private static String problems(Equipment said) {
        return String.join(
                ",",
                said.problems().entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        // officials, with computer, with signature, line, scanners: what breaks
        "0, 0, 0, 0, 0, ''",
        "1, 0, 1, , , ''",
        "5, 5, 5, 100000, 1000, ''",
        "1000, 1000, 1000, , , ''",
        "1001, 1000, 1000, , , 'officials:range'",
        "-1, 0, 0, , , 'officials:range,withComputer:more,withSignature:more'",
        "5, 6, 5, , , 'withComputer:more'",
        "5, 5, 6, , , 'withSignature:more'",
        "5, -1, 5, , , 'withComputer:range'",
        "0, 1, 0, , , 'withComputer:more'",
        ", 0, 0, , , 'officials:missing'",
        "5, , 5, , , 'withComputer:missing'",
        "5, 5, , , , 'withSignature:missing'",
        "5, 5, 5, 100001, , 'line:range'",
        "5, 5, 5, -1, , 'line:range'",
        "5, 5, 5, , 1001, 'scanners:range'",
        "5, 5, 5, , -1, 'scanners:range'"
    })
    void countsWithinTheirBounds(
            Integer officials, Integer computers, Integer signatures, Integer line, Integer scanners, String broken) {
        assertThat(problems(new Equipment(true, officials, computers, signatures, line, scanners, null)))
                .isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"1, ''", "1000, ''", "1001, lacking:text"})
    void takesATextOfSoManyCharacters(int length, String broken) {
        assertThat(problems(new Equipment(true, 1, 1, 1, null, null, "ă".repeat(length))))
                .isEqualTo(broken);
    }

    @Test
    void asksNothingOfAUnitWithoutAShop() {
        assertThat(Equipment.NO_SHOP.problems()).isEmpty();
        assertThat(Equipment.NO_SHOP.shortBy()).isZero();
        assertThatThrownBy(Equipment.NO_SHOP::computers).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lacksWhatIsMissingToAll() {
        Equipment said = new Equipment(true, 6, 5, 3, null, null, null);

        assertThat(said.computers()).isEqualTo(new Rate(5, 6));
        assertThat(said.signatures()).isEqualTo(new Rate(3, 6));
        assertThat(said.shortBy()).isEqualTo(4);
        assertThat(new Equipment(true, 0, 0, 0, null, null, null).computers().arisen())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "72, 72, '100,00%'",
        "71, 72, '98,61%'",
        "99999, 100000, '99,999%'",
        "0, 3, '0,00%'",
        "1, 100000, '0,001%'"
    })
    void isNeverShownAsReachedWhereItIsNot(int with, int officials, String shown) {
        assertThat(Formats.percent(QuarterTotals.percent(new Rate(with, officials))))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        // the month that is over: the last quarter that is over
        "2024-09, 2024-Q3",
        "2024-10, 2024-Q3",
        "2024-11, 2024-Q3",
        "2024-12, 2024-Q4",
        "2024-01, 2023-Q4",
        "2024-03, 2024-Q1"
    })
    void endsWithItsThirdMonth(YearMonth month, String quarter) {
        assertThat(Quarter.endedBy(month).address()).isEqualTo(quarter);
    }

    @Test
    void knowsItsNeighboursAndItsName() {
        Quarter first = Quarter.read("2024-Q1").orElseThrow();

        assertThat(first.before().address()).isEqualTo("2023-Q4");
        assertThat(first.before().next()).isEqualTo(first);
        assertThat(first.name()).isEqualTo("I/2024");
        assertThat(first.last()).isEqualTo(YearMonth.of(2024, 3));
        assertThat(Quarter.holding(YearMonth.of(2024, 12)).name()).isEqualTo("IV/2024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024", "2024-Q0", "2024-Q5", "2024-q1", "0999-Q1", "2024-Q1 ", "２０２４-Q1"})
    void isReadFromItsAddressAlone(String address) {
        assertThat(Quarter.read(address)).isEmpty();
    }
}
