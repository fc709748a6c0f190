package vn.hoso.reports.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.hoso.reports.domain.ReportPhrases;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;

/**
 * The annex as a workbook (.xlsx): counts are typed numbers, totals and rates live formulas with their values stored, so
 * that an auditor can recompute them.
 */
public final class ReportWorkbook {

    private ReportWorkbook() {}

    /** The workbook of a year's report. */
    public static byte[] of(YearResults results, ReportText text, LocalDate day) {
        return of(results, text, true, day);
    }

    /**
     * The file's bytes; the same results on the same day give the same bytes.
     *
     * @param yearly whether the report is about a year, of which people confirm verdicts
     */
    public static byte[] of(YearResults results, ReportText text, boolean yearly, LocalDate day) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            DocumentDefaults.describe(
                    workbook.getProperties().getCoreProperties(), text.annex().title(), day);
            ReportCellStyles look = new ReportCellStyles(workbook);
            List<String> remarks = remarks(results);
            ResultsSheet district =
                    new ResultsSheet(results.district(), yearly, workbook.createSheet(ResultsSheet.NAME), look);
            district.write(text, remarks);
            new ReportUnitsSheet(results, workbook.createSheet(ReportUnitsSheet.NAME), look)
                    .write(text, remarks, district);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            return ReportZip.of(workbook);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> remarks(YearResults results) {
        List<String> remarks = new ArrayList<>();
        remarks.add("Số liệu từ ngày " + Formats.date(results.countedFrom()) + " đến ngày "
                + Formats.date(results.period().lastDay()) + "; đơn vị tính: hồ sơ");
        if (results.publication() != null) {
            remarks.add("Nguồn số liệu " + results.organisation().whole() + ": "
                    + results.publication().source());
        }
        if (results.provisional()) {
            remarks.add(
                    "Số liệu " + ReportPhrases.dataStatus(results) + ": " + ReportPhrases.provisionalReasons(results));
        }
        return remarks;
    }
}
