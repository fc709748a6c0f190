package vn.hoso.reports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoso.rates.Indicator;
import vn.hoso.reports.SampleYears;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetScope;

class ReportWorkbookTest {

    private static final List<Indicator> SHOWN = List.of(Indicator.FULL_PROCESS, Indicator.PARTIAL, Indicator.OVERALL);

    @Test
    void holdsTheDistrictsFiguresAsNumbersAndItsRatesAsFormulas() {
        YearResults results = SampleYears.published2023();
        XSSFSheet sheet = read(results).getSheet("Kết quả");

        XSSFRow overall = row(sheet, "Hồ sơ trực tuyến trên tổng số hồ sơ");
        assertThat(overall.getCell(2).getNumericCellValue()).isEqualTo(22574);
        assertThat(overall.getCell(3).getNumericCellValue()).isEqualTo(48254);
        assertRate(overall.getCell(4), results.district().indicator(Indicator.OVERALL));
        assertRate(
                row(sheet, "Hồ sơ trực tuyến toàn trình").getCell(4),
                results.district().indicator(Indicator.FULL_PROCESS));
        assertRate(
                row(sheet, "Hồ sơ trực tuyến một phần").getCell(4),
                results.district().indicator(Indicator.PARTIAL));
    }

    @Test
    void derivesCeilingPaperAndUnclassifiedBeforeTheAuditorsEyes() {
        XSSFSheet sheet = read(SampleYears.published2023()).getSheet("Kết quả");

        XSSFCell ceiling = row(sheet, "Mức tối đa khi chưa cung cấp trực tuyến thêm thủ tục")
                .getCell(4);
        assertThat(printed(ceiling)).isEqualByComparingTo("54.06");
        XSSFCell unclassified = row(sheet, "Hồ sơ trực tuyến chưa phân loại").getCell(2);
        assertThat(unclassified.getCellType()).isEqualTo(CellType.FORMULA);
        assertThat(unclassified.getNumericCellValue()).isEqualTo(290);
        assertThat(row(sheet, "Hồ sơ nộp trực tiếp bằng bản giấy dù đã có dịch vụ công trực tuyến")
                        .getCell(3)
                        .getNumericCellValue())
                .isEqualTo(3802);
    }

    @Test
    void setsEachTargetBesideItsShortfall() {
        XSSFSheet sheet = read(SampleYears.published2023()).getSheet("Kết quả");

        XSSFRow half = row(sheet, "Chỉ tiêu “Hồ sơ trực tuyến”. Hồ sơ trực tuyến trên tổng số hồ sơ");
        assertThat(half.getCell(6).getNumericCellValue()).isEqualTo(24127);
        assertThat(half.getCell(7).getCellFormula()).startsWith("MAX(0,");
        assertThat(half.getCell(7).getNumericCellValue()).isEqualTo(1553);
        assertThat(half.getCell(8).getStringCellValue()).isEqualTo("Chưa đạt");
        XSSFRow criterion = row(sheet, "Chỉ tiêu 9.2. Có dịch vụ công trực tuyến mức toàn trình");
        assertThat(criterion.getCell(9).getStringCellValue()).isEqualTo("dự kiến, chờ xác nhận");
    }

    @Test
    void holdsEachUnitsFiguresAndPrintedRates() {
        YearResults results = SampleYears.provisional2024();
        XSSFSheet sheet = read(results).getSheet("Đơn vị");

        for (ScopeResults unit : results.units()) {
            XSSFRow row = row(sheet, unit.name());
            for (int i = 0; i < SHOWN.size(); i++) {
                IndicatorResult result = unit.indicator(SHOWN.get(i));
                XSSFCell received = row.getCell(2 + 3 * i);
                if (result.rate() == null) {
                    assertThat(received.getCellType()).isEqualTo(CellType.BLANK);
                    assertThat(row.getCell(14).getStringCellValue()).isEqualTo("chưa báo cáo");
                    continue;
                }
                assertThat(received.getNumericCellValue())
                        .isEqualTo(result.rate().denominator());
                assertThat(row.getCell(3 + 3 * i).getNumericCellValue())
                        .isEqualTo(result.rate().numerator());
                assertRate(row.getCell(4 + 3 * i), result);
            }
        }
    }

    @Test
    void addsUpTheUnitsAndShowsTheDifferenceToTheDistrict() {
        YearResults results = SampleYears.provisional2024();
        XSSFSheet sheet = read(results).getSheet("Đơn vị");

        XSSFRow sum = row(sheet, "Cộng các đơn vị");
        XSSFRow district = row(sheet, "Toàn huyện");
        XSSFRow difference = row(sheet, "Chênh lệch (toàn huyện trừ các đơn vị)");
        assertThat(sum.getCell(8).getCellFormula()).startsWith("SUM(");
        assertThat(sum.getCell(8).getNumericCellValue()).isEqualTo(60001);
        assertThat(district.getCell(8).getNumericCellValue()).isEqualTo(60001);
        assertThat(difference.getCell(8).getNumericCellValue()).isZero();
        assertRate(sum.getCell(10), results.district().indicator(Indicator.OVERALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\",\"y\")", "+1+1", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0"})
    void keepsHostileNamesInert(String name) {
        XSSFWorkbook workbook = read(SampleYears.provisional2024(name));

        XSSFCell cell = row(workbook.getSheet("Đơn vị"), name).getCell(1);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(name);
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    void writesNoFormulaButItsOwn() {
        XSSFWorkbook workbook = read(SampleYears.provisional2024("=1+1"));

        assertThat(IntStream.range(0, workbook.getNumberOfSheets())
                        .mapToObj(workbook::getSheetAt)
                        .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
                        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                        .filter(cell -> cell.getCellType() == CellType.FORMULA)
                        .map(Cell::getCellFormula))
                .allMatch(formula -> formula.matches(
                        "(SUM|MAX)\\(.*\\)|IF\\(\\w+=0,\"—\",\\w+/\\w+\\)|('Kết quả'!)?[A-Z]+\\d+([+-][A-Z]+\\d+)?"));
    }

    @Test
    void printsOnLandscapeA4WithItsHeadingOnEveryPage() {
        for (XSSFSheet sheet : sheets(read(SampleYears.provisional2024()))) {
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            int heading = sheet.getRepeatingRows().getFirstRow();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) (heading + 1));
        }
    }

    @Test
    void warnsOfMadeUpAndProvisionalFigures() {
        for (XSSFSheet sheet : sheets(read(SampleYears.provisional2024()))) {
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("DỮ LIỆU MINH HỌA");
            assertThat(sheet.getHeader().getCenter()).isEqualTo("DỮ LIỆU MINH HỌA");
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).startsWith("Số liệu ước tính: ");
        }
        for (XSSFSheet sheet : sheets(read(SampleYears.published2023()))) {
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).doesNotContain("MINH HỌA");
        }
    }

    @Test
    void tellsTargetsOfTheSamePercentApart() {
        XSSFWorkbook workbook = read(SampleYears.heldAgainst(
                SampleYears.provisional2024(),
                null,
                asking(8, "TT", Indicator.FULL_PROCESS),
                asking(9, "MP", Indicator.PARTIAL),
                asking(10, "MP2", Indicator.PARTIAL),
                SampleYears.RESOLUTION_17));

        assertThat(StreamSupport.stream(row(workbook.getSheet("Đơn vị"), "TT").spliterator(), false)
                        .map(Object::toString))
                .containsSubsequence(
                        "Toàn trình: chỉ tiêu 80%",
                        "Một phần: chỉ tiêu MP 80%", "Một phần: chỉ tiêu MP2 80%", "Tổng số hồ sơ: chỉ tiêu 50%");
    }

    private static Target asking(long id, String code, Indicator indicator) {
        return SampleYears.target(id, code, "Chỉ tiêu " + code, null, indicator, "80", TargetScope.DISTRICT_AND_UNITS);
    }

    @Test
    void givesTheSameBytesForTheSameFigures() {
        assertThat(bytes(SampleYears.provisional2024())).isEqualTo(bytes(SampleYears.provisional2024()));
    }

    /** The stored value, printed in the cell's own format, is the decided percentage. */
    private static void assertRate(XSSFCell cell, IndicatorResult result) {
        assertThat(cell.getCellType()).isEqualTo(CellType.FORMULA);
        if (result.percent() == null) {
            assertThat(cell.getStringCellValue()).isEqualTo("—");
            return;
        }
        assertThat(printed(cell)).isEqualTo(result.percent());
    }

    private static BigDecimal printed(XSSFCell cell) {
        String format = cell.getCellStyle().getDataFormatString();
        assertThat(format).matches("0(\\.0+)?%");
        int decimals = Math.max(0, format.length() - 3);
        return new BigDecimal(cell.getNumericCellValue()).movePointRight(2).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static XSSFRow row(XSSFSheet sheet, String label) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .map(XSSFRow.class::cast)
                .filter(row -> IntStream.of(0, 1)
                        .mapToObj(row::getCell)
                        .anyMatch(cell -> cell != null
                                && cell.getCellType() == CellType.STRING
                                && cell.getStringCellValue().equals(label)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + label));
    }

    private static List<XSSFSheet> sheets(XSSFWorkbook workbook) {
        return List.of(workbook.getSheet("Kết quả"), workbook.getSheet("Đơn vị"));
    }

    private static byte[] bytes(YearResults results) {
        ReportText text = ReportText.of(results, SampleYears.TUY_PHUOC, SampleYears.TODAY);
        return ReportWorkbook.of(results, text, SampleYears.TODAY);
    }

    @Test
    void asksNobodyToConfirmWhatAPartOfAYearOnlyExpects() throws IOException {
        YearResults results = SampleYears.published2023();
        ReportText text = ReportText.of(results, SampleYears.TUY_PHUOC, SampleYears.TODAY);

        assertThat(noteOfTheFirstCriterion(ReportWorkbook.of(results, text, true, SampleYears.TODAY)))
                .isEqualTo("dự kiến, chờ xác nhận");
        assertThat(noteOfTheFirstCriterion(ReportWorkbook.of(results, text, false, SampleYears.TODAY)))
                .isEqualTo("dự kiến, kết quả được xác nhận theo năm");
    }

    private static String noteOfTheFirstCriterion(byte[] file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return row(workbook.getSheet("Kết quả"), "Chỉ tiêu 9.2. Có dịch vụ công trực tuyến mức toàn trình")
                    .getCell(9)
                    .getStringCellValue();
        }
    }

    private static XSSFWorkbook read(YearResults results) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(bytes(results)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
