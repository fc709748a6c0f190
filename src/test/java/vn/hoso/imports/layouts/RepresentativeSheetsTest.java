package vn.hoso.imports.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.files.TabbedText;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim.Source;
import vn.hoso.imports.layouts.MonthClaims.NotAMonth;
import vn.hoso.period.MonthDays;
import vn.hoso.period.ReportingCalendar;
import vn.hoso.period.StoredMonth;
import vn.hoso.units.SampleKinds;
import vn.hoso.units.Unit;

/** Sheets as offices bring them, one of each kind: what they mean by themselves, and what has to be asked. */
class RepresentativeSheetsTest {

    private static PlainPath read(String name) {
        return PlainPath.of(PlainPath.sheets(name), name, PlainPath.UNITS_2024);
    }

    private static SheetInterpretation reading(String name) {
        return SheetInterpretation.of(PlainPath.sheets(name).get(0), name, AddedColumns.NONE, MonthDays.CIVIL);
    }

    /** Unit no. i of the list: total 200+3i, online 118+2i, full process 60+i and 58+i, partial 80+i and 60+i. */
    private static Map<Measure, Long> unit(long i) {
        return Map.of(
                Measure.DOSSIERS_RECEIVED, 200 + 3 * i,
                Measure.ONLINE_REPORTED, 118 + 2 * i,
                Measure.FULL_PROCESS_RECEIVED, 60 + i,
                Measure.FULL_PROCESS_ONLINE, 58 + i,
                Measure.PARTIAL_RECEIVED, 80 + i,
                Measure.PARTIAL_ONLINE, 60 + i);
    }

    private static Map<String, Map<Measure, Long>> october(int units) {
        Map<String, Map<Measure, Long>> expected = new TreeMap<>();
        for (int i = 0; i < units; i++) {
            expected.put("2024-10 " + PlainPath.UNITS_2024.get(i).code(), unit(i));
        }
        return expected;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-place-and-date-line.xlsx",
                "03a-month-then-year-to-date.xlsx",
                "03b-last-month-then-this-month.xlsx",
                "03c-levels-4-3.xlsx",
                "03d-levels-3-4.xlsx",
                "10-class-in-its-own-column.xlsx",
                "11-numbering-row-without-brackets.xlsx",
                "19-units-missing.xlsx"
            })
    void readsTheMonthOfThreeUnitsAndAsksNothing(String name) {
        assertThat(read(name)).isEqualTo(new PlainPath(october(3), List.of()));
    }

    /** A name like a total's is a unit's first, with the classes in columns and below it. */
    @Test
    void takesAUnitThatIsCalledLikeATotal() {
        List<Unit> units = List.of(new Unit(1, "21952", "Xã Tổng Cọt", SampleKinds.COMMUNE));
        String wide =
                "Đơn vị\tToàn trình - phát sinh\tToàn trình - trực tuyến\tMột phần - phát sinh\tMột phần - trực tuyến"
                        + "\tTổng số hồ sơ\tTổng trực tuyến\nTổng Cọt\t60\t58\t80\t60\t200\t118\nTổng các xã\t60\t58\t80\t60\t201\t118";
        String beside =
                "Đơn vị\tLoại\tTổng số hồ sơ\tTrực tuyến\nTổng Cọt\tTất cả\t200\t118\nTổng Cọt\tToàn trình\t60\t58"
                        + "\nTổng Cọt\tMột phần\t80\t60\nTổng các xã\tTất cả\t201\t118";
        for (String text : List.of(wide, beside)) {
            PlainPath read = PlainPath.of(List.of(TabbedText.sheet(text)), "T10-2024.xlsx", units);
            assertThat(read.stored()).isEqualTo(Map.of("2024-10 21952", unit(0)));
            assertThat(read.asked()).singleElement().asString().startsWith("total ");
        }
    }

    /** A heading printed again right below the figures of the page before, whose last row is whatever it may be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2\tDiêu Trì\t61\t59\t81\t61\t203\t120\n",
                "2\tDiêu Trì\t61\t59\t81\t61\t203\t120\n\tCộng trang 1\t121\t117\t161\t121\t403\t238\n",
                "2\tDiêu Trì\t61\t59\t81\t61\t203\t120\nTổng cộng\t\t121\t117\t161\t121\t403\t238\n",
                "2\tDiêu Trì\t61\t59\t81\t61\t203\t120\n3\tPhước Hưng\t\t\t\t\t\t\tchưa báo cáo\n",
                "2\tDiêu Trì\t61\t59\t81\t61\t203\t120\n3\tPhước Hưng\tchưa báo cáo\n"
            })
    void readsATableWhoseHeadingIsPrintedOnEachPage(String end) {
        List<String> headings = List.of(
                "STT\tĐơn vị\tToàn trình - phát sinh\tToàn trình - trực tuyến\tMột phần - phát sinh"
                        + "\tMột phần - trực tuyến\tTổng số hồ sơ\tTổng trực tuyến\tGhi chú\n",
                "\t\tToàn trình\t\tMột phần\t\tTổng số\t\t\n"
                        + "STT\tĐơn vị\tphát sinh\ttrực tuyến\tphát sinh\ttrực tuyến\thồ sơ\ttrực tuyến\tGhi chú\n",
                "STT\tĐơn vị\tToàn trình - phát sinh\tToàn trình - trực tuyến\tMột phần - phát sinh"
                        + "\tMột phần - trực tuyến\tTổng số hồ sơ\tTổng trực tuyến\tGhi chú\n"
                        + "A\tB\t1\t2\t3\t4\t5\t6\t7\n");
        for (String heading : headings) {
            String text = heading + "1\tThị trấn Tuy Phước\t60\t58\t80\t60\t200\t118\n" + end + heading
                    + "4\tPhước Thắng\t62\t60\t82\t62\t206\t122\n";
            PlainPath read = PlainPath.of(List.of(TabbedText.sheet(text)), "T10-2024.xlsx", PlainPath.UNITS_2024);
            assertThat(read.stored()).isEqualTo(october(3));
            assertThat(read.asked()).allMatch(each -> each.equals("cell of 2024-10 21961"));
        }
    }

    @Test
    void neverTakesTheDayOfASignatureForTheMonth() {
        MonthClaims months = reading("01-place-and-date-line.xlsx").months();
        assertThat(months.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.source()).isEqualTo(Source.PERIOD_LINE);
            assertThat(claim.address()).isEqualTo("A4");
        });
    }

    /** By the days of the office's own months; days without their year are held against the month that has one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Từ ngày 01/10/2024 đến ngày 31/10/2024 | 2024-10 | OTHER_DAYS",
                "Từ ngày 15/9/2024 đến ngày 14/10/2024 | OTHER_DAYS | 2024-10",
                "(từ 15/9 đến 14/10/2024) | OTHER_DAYS | 2024-10",
                "(từ 15/12 đến 14/01/2025) | OTHER_DAYS | 2025-01",
                "(từ 15/12/2024 đến 14/01) | OTHER_DAYS | 2025-01",
                "(15/9/24 - 14/10/24) | OTHER_DAYS | 2024-10",
                "(01/10/24 - 31/10/24) | 2024-10 | OTHER_DAYS",
                "Tháng 10/2024 (từ 15/9 đến 14/10) | OTHER_DAYS | 2024-10",
                "Tháng 10/2024 (từ ngày 01/10 đến 31/10) | 2024-10 | OTHER_DAYS",
                "Tháng 10/2024 (từ ngày 01 tháng 10 đến ngày 15 tháng 10) | OTHER_DAYS | OTHER_DAYS",
                "Tháng 01 năm 2024 (ngày 15/12 - 14/01) | OTHER_DAYS | 2024-01",
                "Tháng 02/2024 (từ 01/02 đến 29/02) | 2024-02 | OTHER_DAYS",
                "Tháng 02/2023 (từ 01/02 đến 29/02) | OTHER_DAYS | OTHER_DAYS",
                "Từ ngày 01/7/2024 đến ngày 30/9/2024 | SEVERAL_MONTHS | OTHER_DAYS",
                "Từ ngày 15/6/2024 đến ngày 14/9/2024 | OTHER_DAYS | SEVERAL_MONTHS",
                "Tháng 10/2024 (in ngày 05-12-24) | 2024-10 | 2024-10"
            })
    void holdsDaysAgainstThoseOfTheOfficesMonths(String title, String civil, String decree) {
        String sheet =
                "%s\nĐơn vị\tToàn trình - phát sinh\tToàn trình - trực tuyến\tMột phần - phát sinh\tMột phần - trực tuyến"
                        + "\tTổng số hồ sơ\tTổng trực tuyến\nPhước Hòa\t60\t58\t80\t60\t200\t118";
        Map.of(ReportingCalendar.CALENDAR_MONTHS, civil, ReportingCalendar.DECREE_09, decree)
                .forEach((calendar, meant) -> {
                    MonthDays days = month -> new StoredMonth(month, calendar.firstDay(month), calendar.lastDay(month));
                    MonthClaims months = SheetInterpretation.of(
                                    TabbedText.sheet(sheet.formatted(title)), "so lieu.xlsx", AddedColumns.NONE, days)
                            .months();
                    assertThat(months.month()
                                    .map(Object::toString)
                                    .orElseGet(() -> String.valueOf(
                                            months.others().get(0).reason())))
                            .as("%s by %s", title, calendar)
                            .isEqualTo(meant);
                });
    }

    @Test
    void readsSheetsOfOneMonthTogether() {
        PlainPath both = read("02-two-sheets-one-month.xlsx");
        Map<String, Map<Measure, Long>> expected = october(3);
        expected.put("2024-10 P-NV", figures(13, 9, 2, 2, 7, 7));
        expected.put("2024-10 P-TP", figures(30, 20, 6, 6, 15, 14));
        assertThat(both).isEqualTo(new PlainPath(expected, List.of()));
        assertThat(read("02c-sheet-per-unit.xlsx")).isEqualTo(new PlainPath(october(4), List.of()));
    }

    private static Map<Measure, Long> figures(long... counts) {
        return Map.of(
                Measure.DOSSIERS_RECEIVED, counts[0],
                Measure.ONLINE_REPORTED, counts[1],
                Measure.FULL_PROCESS_RECEIVED, counts[2],
                Measure.FULL_PROCESS_ONLINE, counts[3],
                Measure.PARTIAL_RECEIVED, counts[4],
                Measure.PARTIAL_ONLINE, counts[5]);
    }

    @Test
    void saysWhichColumnsAreOfAnotherTime() {
        assertThat(reading("03b-last-month-then-this-month.xlsx").unused())
                .extracting(UnusedColumn::column)
                .containsExactlyInAnyOrder(3, 4, 5, 6, 7, 8);
        assertThat(reading("03a-month-then-year-to-date.xlsx").unused())
                .allMatch(column -> column.reason() == UnusedColumn.Reason.OTHER_PERIOD)
                .hasSize(6);
    }

    /** The day on which a file was made, behind its month, makes no days of both. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BC T10 - 05.11.24.xlsx",
                "766_T10-05.11.24.xlsx",
                "BC T10 - 05.11.2024.xlsx",
                "Bao cao thang 10 - ngay 05.11.24.xlsx",
                "Bieu 10 - 05.11.24.xlsx"
            })
    void takesTheDayBehindAMonthForNoLastDay(String file) {
        String sheet = "THÁNG 10/2024\nĐơn vị\tToàn trình - phát sinh\tToàn trình - trực tuyến\tMột phần - phát sinh"
                + "\tMột phần - trực tuyến\tTổng số hồ sơ\tTổng trực tuyến\nPhước Hòa\t60\t58\t80\t60\t200\t118";
        assertThat(SheetInterpretation.of(TabbedText.sheet(sheet), file, AddedColumns.NONE, MonthDays.CIVIL)
                        .months()
                        .month())
                .hasValue(YearMonth.of(2024, 10));
    }

    /** Rows that name their months answer a title about all of them, with a year or without. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Từ ngày 01/9/2024 đến ngày 31/10/2024",
                "Từ ngày 01/9/24 đến ngày 31/10/24",
                "Từ ngày 01/9 đến ngày 31/10",
                "Từ 01/9 đến 31/10 năm 2024",
                "Từ ngày 01/11 đến ngày 31/10"
            })
    void readsMonthsInRowsBelowDaysOfAllOfThem(String title) {
        String sheet = title + "\nTháng\tĐơn vị\tToàn trình - phát sinh\tToàn trình - trực tuyến\tMột phần - phát sinh"
                + "\tMột phần - trực tuyến\tTổng số hồ sơ\tTổng trực tuyến\n9/2024\tDiêu Trì\t61\t59\t81\t61\t203\t120"
                + "\n10/2024\tThị trấn Tuy Phước\t60\t58\t80\t60\t200\t118";
        SheetInterpretation read =
                SheetInterpretation.of(TabbedText.sheet(sheet), "so lieu.xlsx", AddedColumns.NONE, MonthDays.CIVIL);
        assertThat(read.months().others()).isEmpty();
        assertThat(read.months().named()).containsExactly(YearMonth.of(2024, 9), YearMonth.of(2024, 10));
    }

    /** Services of the lower levels, or all that the one-stop shop took in, are part of a total that names them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tất cả",
                "Tổng cộng",
                "Tổng số hồ sơ một cửa",
                "Tổng cộng mức độ 2, 3, 4",
                "Tổng số DVC mức độ 1 - 4",
                "Tổng số hồ sơ trực tiếp và trực tuyến"
            })
    void takesATotalOfEveryLevelForAllDossiers(String all) {
        String text = "Đơn vị\tLoại dịch vụ\tTổng số hồ sơ\tTrực tuyến\n"
                + "Thị trấn Tuy Phước\t%1$s\t200\t118\n\tMức độ 2\t60\t0\n\tToàn trình\t60\t58\n\tMột phần\t80\t60\n"
                + "Diêu Trì\tToàn trình\t61\t59\n\tMột phần\t81\t61\n\tTổng số còn lại\t61\t0\n\t%1$s\t203\t120\n";
        PlainPath read =
                PlainPath.of(List.of(TabbedText.sheet(text.formatted(all))), "T10-2024.xlsx", PlainPath.UNITS_2024);
        assertThat(read).isEqualTo(new PlainPath(october(2), List.of()));
    }

    /** Rows that add up classes count nowhere and are held against what they add up, of their unit or of all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "DVC trực tuyến | Cộng | 161 | -",
                "Cộng DVC trực tuyến | Tổng số | 161 | -",
                "Dịch vụ công trực tuyến | Cộng | 162 | total C11 161",
                "DVCTT | Tổng | 161 | -",
                "Toàn trình và một phần | Cộng | 161 | -",
                "Mức độ 3, 4 | Tổng cộng | 161 | -"
            })
    void countsNoRowThatAddsUpClasses(String both, String sum, String partial, @Nullable String asked) {
        String beside = "Đơn vị\tLoại dịch vụ\tTổng số hồ sơ\tTrực tuyến\n"
                + "Thị trấn Tuy Phước\t%1$s\t140\t118\nThị trấn Tuy Phước\tToàn trình\t60\t58\n"
                + "Thị trấn Tuy Phước\tMột phần\t80\t60\nThị trấn Tuy Phước\tTất cả\t200\t118\n"
                + "Diêu Trì\tToàn trình\t61\t59\n\tMột phần\t81\t61\n\t%1$s\t142\t120\n\tTất cả\t203\t120\n"
                + "\t%2$s toàn trình\t121\t117\n\t%2$s một phần\t%3$s\t121\n\t%2$s còn lại\t121\t0\n";
        String below = "Đơn vị\tGhi chú\tTổng số hồ sơ\tTrực tuyến\n"
                + "Thị trấn Tuy Phước\t\t200\t118\n%1$s\t\t140\t118\nToàn trình\t\t60\t58\nMột phần\t\t80\t60\n"
                + "Diêu Trì\t\t203\t120\nToàn trình\t\t61\t59\nMột phần\t\t81\t61\n%1$s\t\t142\t120\n"
                + "%2$s toàn trình\t\t121\t117\n%2$s một phần\t\t%3$s\t121\n";
        for (String text : List.of(beside, below)) {
            PlainPath read = PlainPath.of(
                    List.of(TabbedText.sheet(text.formatted(both, sum, partial))),
                    "T10-2024.xlsx",
                    PlainPath.UNITS_2024);
            assertThat(read).isEqualTo(new PlainPath(october(2), asked == null ? List.of() : List.of(asked)));
        }
    }

    @Test
    void takesNoTotalThatHoldsWhatWasCarriedOver() {
        SheetInterpretation reading = reading("04-total-with-carry-over.xlsx");
        assertThat(reading.kind()).isEqualTo(SheetInterpretation.Kind.NO_FIGURES);
        assertThat(reading.unused())
                .extracting(column -> SheetInterpretation.letters(column) + " " + column.reason())
                .containsExactlyInAnyOrder("C OTHER_PERIOD", "D OTHER_PERIOD");
    }

    @Test
    void asksWhereTabAndTitleDisagree() {
        MonthClaims months = reading("05-tab-and-title-disagree.xlsx").months();
        assertThat(months.disagree()).isTrue();
        assertThat(months.month()).isEmpty();
        assertThat(months.claims())
                .extracting(claim -> claim.source() + " " + claim.month() + " " + claim.address())
                .containsExactly("TITLE 2024-09 A3", "TAB 2024-10 null");
    }

    @Test
    void countsNoHiddenRowAndNoDateUnasked() {
        assertThat(read("06-row-hidden-by-filter.xlsx").asked()).containsExactly("hidden row 9");
        assertThat(read("07-date-in-count-cell.xlsx").asked()).containsExactly("cell of 2024-10 21955");
    }

    @Test
    void takesFiguresSaidToBeAddedUpForNoMonth() {
        SheetInterpretation reading = reading("08-cumulative-said-in-title.xlsx");
        assertThat(reading.months().month()).isEmpty();
        assertThat(reading.months().others())
                .containsExactly(new NotAMonth(NotAMonth.Reason.CUMULATIVE, "LŨY KẾ ĐẾN HẾT THÁNG 10 NĂM 2024", "A3"));
    }

    @Test
    void passesRightSubtotalsInSilence() {
        assertThat(read("09-correct-subtotals.xlsx")).isEqualTo(new PlainPath(october(4), List.of()));
    }

    @Test
    void asksAboutDashes() {
        assertThat(read("12-dashes.xlsx").asked()).containsExactly("cell of 2024-10 21958");
        assertThat(read("12-dashes.xlsx").stored()).isEqualTo(october(2));
    }

    @Test
    void knowsNumberedAndShortenedNamesAndAsksAboutLettersWithoutMarks() {
        PlainPath names = read("13-names.xlsx");
        assertThat(names.stored()).isEqualTo(october(2));
        assertThat(names.asked()).first().isEqualTo("Unknown Phuoc Thang");
    }

    @Test
    void givesFiguresToNoUnitByItsCodeAlone() {
        String name = "20-new-communes-with-reused-codes.xlsx";
        List<ParsedSheet> sheets = PlainPath.sheets(name);
        Map<String, Map<Measure, Long>> expected = new TreeMap<>();
        expected.put("2025-08 21952", figures(240, 145, 70, 70, 90, 75));
        expected.put("2025-08 21964", figures(250, 164, 75, 74, 95, 90));
        expected.put("2025-08 21970", figures(400, 238, 120, 118, 150, 120));
        expected.put("2025-08 21985", figures(290, 192, 85, 84, 110, 108));
        assertThat(PlainPath.of(sheets, name, PlainPath.UNITS_2025)).isEqualTo(new PlainPath(expected, List.of()));
        PlainPath old = PlainPath.of(sheets, name, PlainPath.UNITS_2024);
        assertThat(old.stored()).isEmpty();
        assertThat(old.asked()).hasSize(4);
    }
}
