package vn.hoso.reports.files;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The few looks of the workbook's cells, each made once. */
final class ReportCellStyles {

    private static final int SIZE = 12;

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();

    ReportCellStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(DocumentDefaults.TYPEFACE);
        standard.setFontHeightInPoints((short) SIZE);
    }

    CellStyle title() {
        return made.computeIfAbsent("title", key -> plain(true));
    }

    CellStyle remark() {
        return made.computeIfAbsent("remark", key -> {
            XSSFCellStyle style = plain(false);
            style.getFont().setItalic(true);
            return style;
        });
    }

    CellStyle warning() {
        return made.computeIfAbsent("warning", key -> {
            XSSFCellStyle style = plain(true);
            style.setAlignment(HorizontalAlignment.CENTER);
            fill(style, IndexedColors.LIGHT_YELLOW);
            return style;
        });
    }

    CellStyle heading() {
        return made.computeIfAbsent("heading", key -> {
            XSSFCellStyle style = boxed(true);
            style.setAlignment(HorizontalAlignment.CENTER);
            fill(style, IndexedColors.GREY_25_PERCENT);
            return style;
        });
    }

    CellStyle text(boolean bold) {
        return made.computeIfAbsent("text" + bold, key -> boxed(bold));
    }

    CellStyle word(boolean bold) {
        return made.computeIfAbsent("word" + bold, key -> {
            XSSFCellStyle style = boxed(bold);
            style.setAlignment(HorizontalAlignment.CENTER);
            return style;
        });
    }

    /** Text that would read as a formula, should a person edit the cell. */
    CellStyle guardedText(boolean bold) {
        return made.computeIfAbsent("guarded" + bold, key -> {
            XSSFCellStyle style = boxed(bold);
            style.setQuotePrefixed(true);
            return style;
        });
    }

    CellStyle count(boolean bold) {
        return made.computeIfAbsent("count" + bold, key -> figure(bold, "#,##0"));
    }

    /** A rate with this many decimals of its percentage; the reader's language decides comma or point. */
    CellStyle rate(boolean bold, int decimals) {
        String format = decimals > 0 ? "0." + "0".repeat(decimals) + "%" : "0%";
        return made.computeIfAbsent("rate" + bold + decimals, key -> figure(bold, format));
    }

    private XSSFCellStyle figure(boolean bold, String format) {
        XSSFCellStyle style = boxed(bold);
        style.setAlignment(HorizontalAlignment.RIGHT);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private XSSFCellStyle boxed(boolean bold) {
        XSSFCellStyle style = plain(bold);
        style.setWrapText(true);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private XSSFCellStyle plain(boolean bold) {
        XSSFCellStyle style = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setFontName(DocumentDefaults.TYPEFACE);
        font.setFontHeightInPoints((short) SIZE);
        font.setBold(bold);
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static void fill(XSSFCellStyle style, IndexedColors colour) {
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
