package vn.hoso.reconciliation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.hoso.figures.domain.Measure;
import vn.hoso.period.EntryWindow;
import vn.hoso.reconciliation.ValueSource;
import vn.hoso.reconciliation.web.OutsideTotalList.Row;
import vn.hoso.units.UnitKind;
import vn.hoso.units.UnitQueries.Version;
import vn.hoso.units.UnitWords;

/** A pasted list of totals: whose each line is, and what is asked back instead of guessed. */
class OutsideTotalListTest {

    private static final UnitKind COMMUNE = new UnitKind("COMMUNE", "xã", "Xã", List.of(), 1, false);

    /** One commune was merged into another in July. */
    private static final List<Version> UNITS = List.of(
            unit(7, "X7", "Xã Phước An", null),
            unit(8, "X8", "Xã Phước Cũ", LocalDate.of(2024, 7, 1)),
            unit(9, "X9", "Xã Phước Hòa", null));

    private static Version unit(long id, String code, String name, LocalDate end) {
        return new Version(id, id, null, end, new UnitWords(code, name, COMMUNE, null), null, null);
    }

    private static Row only(String line) {
        List<Row> rows = rows(line);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<Row> rows(String lines) {
        return new OutsideTotalList(
                        new EntryWindow(YearMonth.of(2020, 1), YearMonth.of(2024, 12)),
                        (first, last) -> UNITS.stream()
                                .filter(each -> each.end() == null || each.end().isAfter(first))
                                .filter(each ->
                                        each.from() == null || !each.from().isAfter(last))
                                .toList(),
                        figure -> figure.year() < 2024 ? "Toàn tỉnh" : "Toàn huyện",
                        Measure::name)
                .read(lines, ValueSource.NOTICE, "Thông báo 15", LocalDate.of(2024, 12, 1));
    }

    /** As portals and notices call units: with the committee before the name, shortened, with an accent placed otherwise. */
    @ParameterizedTest
    @CsvSource({"UBND xã Phước Hoà", "X. Phước Hòa", "Phước Hoà", "ubnd xã phước hòa", "3. Xã Phước Hòa"})
    void knowsAUnitByWhatOtherSheetsCallIt(String name) {
        for (String period : List.of("09/2024", "2024")) {
            Row row = only(name + ";" + period + ";DOSSIERS_RECEIVED;120");

            assertThat(row.draft()).isNotNull();
            assertThat(row.draft().figure().unitId()).isEqualTo(9);
            assertThat(row.unit()).isEqualTo("Xã Phước Hòa");
        }
    }

    /** Of merged cells only the first row has the name: the others are no totals of the whole district. */
    @Test
    void takesABlankForNoUnit() {
        Row blank = only(";09/2024;DOSSIERS_RECEIVED;120");

        assertThat(blank.draft()).isNull();
        assertThat(blank.problem()).isEqualTo("reconciliation.list.problem.no-unit");
    }

    /** Only names of columns are passed over, and only at the top: a number that is missing is asked for. */
    @Test
    void passesOverNoTotalWhoseNumberIsMissing() {
        assertThat(rows("\nĐơn vị;Kỳ;Số liệu;Số hồ sơ\nx7;09/2024;DOSSIERS_RECEIVED;120"))
                .extracting(Row::number, Row::problem)
                .containsExactly(tuple(3, null));
        assertThat(rows("x7;09/2024;DOSSIERS_RECEIVED;-\nx7;08/2024;DOSSIERS_RECEIVED;120"))
                .extracting(Row::problem)
                .containsExactly("reconciliation.problem.value", null);
        assertThat(rows("Đơn vị;Kỳ;Số liệu;Số hồ sơ\nx7;tháng chín;DOSSIERS_RECEIVED;"))
                .extracting(Row::problem)
                .containsExactly("reconciliation.list.problem.period");
    }

    /** As offices keep it: below a title, with a number before each line, the columns in an order of their own. */
    @Test
    void readsTheColumnsThatHeadingsName() {
        List<Row> rows = rows("""
                SỐ LIỆU CỔNG DỊCH VỤ CÔNG
                STT\tĐơn vị\tKỳ báo cáo\tSố liệu\tSố hồ sơ
                1\tX7\t09/2024\tDOSSIERS_RECEIVED\t120
                2\tX8\t2024\tPAYABLE\t7

                3\tX7\ttháng chín\tPAYABLE\t7""");
        assertThat(rows)
                .extracting(Row::number, Row::unit, Row::cells, Row::problem)
                .containsExactly(
                        tuple(3, "Xã Phước An", List.of("X7", "09/2024", "DOSSIERS_RECEIVED", "120"), null),
                        tuple(4, "Xã Phước Cũ", List.of("X8", "2024", "PAYABLE", "7"), null),
                        tuple(
                                6,
                                "X7",
                                List.of("X7", "tháng chín", "PAYABLE", "7"),
                                "reconciliation.list.problem.period"));

        // Of two lists one below the other nothing of the first is lost.
        assertThat(rows("X7;09/2024;PAYABLE;7\nĐơn vị;Kỳ;Số liệu;Số hồ sơ\nX7;08/2024;PAYABLE;7"))
                .extracting(Row::problem)
                .containsExactly(null, "reconciliation.list.problem.period", null);
        assertThat(only("Số hồ sơ;Tháng/năm;Tên đơn vị;Chỉ tiêu\n120;09/2024;X7;DOSSIERS_RECEIVED")
                        .draft())
                .isEqualTo(rows.get(0).draft());
    }

    /** Documents and portals put other blanks between the groups than a keyboard does. */
    @Test
    void readsANumberWhicheverBlankStandsBetweenItsGroups() {
        assertThat(List.of("1250", "1.250", "1 250", "1\u00A0250", "1\u2007250", "\u00A01\u202F250\u00A0"))
                .allSatisfy(typed -> assertThat(only("x7;09/2024;DOSSIERS_RECEIVED;" + typed)
                                .draft()
                                .value())
                        .isEqualTo(1250));
        assertThat(List.of("1.25", "1,250", "1.250 000", "0\u00A0250", "1\u00A025", "1e3", "-5"))
                .allSatisfy(typed -> assertThat(
                                only("x7;09/2024;DOSSIERS_RECEIVED;" + typed).problem())
                        .isEqualTo("reconciliation.problem.value"));
    }

    @Test
    void takesTheYearOfAUnitThatWasMergedInIt() {
        assertThat(only("Xã Phước Cũ;2024;DOSSIERS_RECEIVED;120")
                        .draft()
                        .figure()
                        .unitId())
                .isEqualTo(8);
        assertThat(only("Xã Phước Cũ;09/2024;DOSSIERS_RECEIVED;120").problem())
                .isEqualTo("reconciliation.list.problem.unit");
    }

    @Test
    void saysWhoseTotalItTakesALineFor() {
        Row unit = only("x7;09/2024;DOSSIERS_RECEIVED;120");
        assertThat(unit.unit()).isEqualTo("Xã Phước An");
        assertThat(unit.draft().figure().unitId()).isEqualTo(7);

        Row whole = only("TOÀN HUYỆN;2024;DOSSIERS_RECEIVED;1.250");
        assertThat(whole.unit()).isEqualTo("Toàn huyện");
        assertThat(whole.draft().figure().unitId()).isNull();
    }

    /** What was a province's total then is no district's. */
    @Test
    void callsAllUnitsAsTheyWereCalledInThePeriod() {
        assertThat(only("Toàn tỉnh;2023;DOSSIERS_RECEIVED;1.250")
                        .draft()
                        .figure()
                        .unitId())
                .isNull();
        Row other = only("Toàn huyện;2023;DOSSIERS_RECEIVED;1.250");
        assertThat(other.problem()).isEqualTo("reconciliation.list.problem.unit");
        assertThat(other.whole()).isEqualTo("Toàn tỉnh");
    }
}
