package vn.hoso.reports.files;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;

/** One row of the workbook: text that stays text, counts as numbers, rates as formulas over the row's own counts. */
final class ReportWorkbookRow {

    /** Characters with which a spreadsheet takes typed text for a formula. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    /** A column's width is stored in 256ths of a character. */
    private static final int WIDTH_UNITS = 256;

    private static final float LINE_POINTS = 16;

    private final XSSFRow row;
    private final ReportCellStyles look;
    private final boolean bold;

    ReportWorkbookRow(XSSFRow row, ReportCellStyles look, boolean bold) {
        this.row = row;
        this.look = look;
        this.bold = bold;
    }

    void boxes(int columns) {
        for (int i = 0; i < columns; i++) {
            row.createCell(i).setCellStyle(look.text(bold));
        }
        row.setHeightInPoints(LINE_POINTS + 2);
    }

    /** Always a text cell, whatever the text looks like. */
    void text(int column, String given) {
        String text = ReportPrintableText.of(given);
        Cell cell = row.getCell(column);
        boolean likeFormula = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        cell.setCellStyle(likeFormula ? look.guardedText(bold) : look.text(bold));
        cell.setCellValue(text);
        makeRoom(column, text);
    }

    /** A short text in the middle of its cell. */
    void word(int column, String text) {
        Cell cell = row.getCell(column);
        cell.setCellStyle(look.word(bold));
        cell.setCellValue(text);
        makeRoom(column, text);
    }

    /** Not every spreadsheet program fits a row to wrapped text when it opens a file. */
    private void makeRoom(int column, String text) {
        int perLine = Math.max(1, row.getSheet().getColumnWidth(column) / WIDTH_UNITS - 2);
        int lines = Math.max(1, (text.length() + perLine - 1) / perLine);
        row.setHeightInPoints(Math.max(row.getHeightInPoints(), lines * LINE_POINTS));
    }

    /** A number of dossiers; a spreadsheet's numbers hold it exactly. */
    void count(int column, long dossiers) {
        Cell cell = row.getCell(column);
        cell.setCellStyle(look.count(bold));
        cell.setCellValue((double) dossiers);
    }

    /** A number of dossiers that the spreadsheet adds up itself. */
    void countFormula(int column, String formula) {
        Cell cell = row.getCell(column);
        cell.setCellStyle(look.count(bold));
        cell.setCellFormula(formula);
    }

    /** Numerator over denominator, "—" where nothing arose. */
    void rate(int column, int numerator, int denominator, int decimals) {
        Cell cell = row.getCell(column);
        cell.setCellStyle(look.rate(bold, decimals));
        String whole = address(denominator);
        cell.setCellFormula("IF(" + whole + "=0,\"—\"," + address(numerator) + "/" + whole + ")");
    }

    /** The cell's address in formulas, such as C5. */
    String address(int column) {
        return CellReference.convertNumToColString(column) + (row.getRowNum() + 1);
    }

    int number() {
        return row.getRowNum() + 1;
    }
}
