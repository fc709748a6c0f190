package vn.hoso.reports.files;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes one sheet row by row: a head with warning and title, one heading row, then rows of typed cells. */
final class AnnexSheetWriter {

    private static final double MARGIN_INCHES = 0.5;

    /** Three lines of a heading. */
    private static final float HEADING_POINTS = 50;

    private final XSSFSheet sheet;
    private final ReportCellStyles look;
    private int next;

    AnnexSheetWriter(XSSFSheet sheet, ReportCellStyles look) {
        this.sheet = sheet;
        this.look = look;
    }

    /** The head lines, each across all columns, the warning first. */
    void head(String warning, String title, List<String> remarks, int columns) {
        if (!warning.isEmpty()) {
            across(warning, look.warning(), columns);
        }
        across(title, look.title(), columns);
        remarks.forEach(remark -> across(remark, look.remark(), columns));
    }

    private void across(String text, CellStyle style, int columns) {
        XSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < columns; i++) {
            row.createCell(i).setCellStyle(style);
        }
        row.getCell(0).setCellValue(text);
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, columns - 1));
    }

    /** The heading row, which stays in sight and returns on every printed page. */
    void headings(List<String> labels, List<Integer> widthsInCharacters) {
        XSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < labels.size(); i++) {
            Cell cell = row.createCell(i);
            cell.setCellValue(labels.get(i));
            cell.setCellStyle(look.heading());
            sheet.setColumnWidth(i, widthsInCharacters.get(i) * 256);
        }
        row.setHeightInPoints(HEADING_POINTS);
        sheet.createFreezePane(0, next);
        sheet.setRepeatingRows(new CellRangeAddress(row.getRowNum(), row.getRowNum(), -1, -1));
    }

    ReportWorkbookRow row(int columns) {
        return row(columns, false);
    }

    ReportWorkbookRow boldRow(int columns) {
        return row(columns, true);
    }

    private ReportWorkbookRow row(int columns, boolean bold) {
        ReportWorkbookRow row = new ReportWorkbookRow(sheet.createRow(next++), look, bold);
        row.boxes(columns);
        return row;
    }

    /** A remark below the table. */
    void remark(String text, int columns) {
        across(text, look.remark(), columns);
    }

    /** A4, landscape, as wide as the page, any number of pages long, with page numbers. */
    void printsOnLandscapeA4(String warning) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        for (PageMargin side : List.of(PageMargin.LEFT, PageMargin.RIGHT)) {
            sheet.setMargin(side, MARGIN_INCHES);
        }
        sheet.getHeader().setCenter(warning);
        sheet.getFooter().setCenter("&P/&N");
    }
}
