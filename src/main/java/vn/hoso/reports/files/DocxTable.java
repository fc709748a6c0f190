package vn.hoso.reports.files;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Tables whose columns keep the widths they are given. */
final class DocxTable {

    private static final int LINE = 4;

    private DocxTable() {}

    /** A table that only puts things side by side. */
    static XWPFTable borderless(XWPFDocument document, List<Integer> columnMillimetres) {
        XWPFTable table = fixed(document, columnMillimetres, 0, 0);
        borders(table, XWPFBorderType.NONE, 0);
        return table;
    }

    /**
     * A table with all its lines.
     *
     * @param above the space above and below the letters of a cell, in twips
     */
    static XWPFTable ruled(XWPFDocument document, List<Integer> columnMillimetres, int above) {
        XWPFTable table = fixed(document, columnMillimetres, 45, above);
        borders(table, XWPFBorderType.SINGLE, LINE);
        return table;
    }

    static void keepInOnePiece(XWPFTableRow row) {
        row.setCantSplitRow(true);
    }

    private static XWPFTable fixed(XWPFDocument document, List<Integer> columns, int side, int above) {
        XWPFTable table = document.createTable(1, columns.size());
        CTTbl ct = table.getCTTbl();
        CTTblPr properties = ct.getTblPr();
        CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(
                columns.stream().mapToInt(ReportPageSetup::twips).sum()));
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        // Without an indent of zero the table would hang into the left margin by its cell margin.
        CTTblWidth indent = properties.isSetTblInd() ? properties.getTblInd() : properties.addNewTblInd();
        indent.setType(STTblWidth.DXA);
        indent.setW(BigInteger.ZERO);
        CTTblGrid grid = ct.getTblGrid() == null ? ct.addNewTblGrid() : ct.getTblGrid();
        grid.setGridColArray(null);
        columns.forEach(column -> grid.addNewGridCol().setW(ReportPageSetup.exactTwips(column)));
        margins(properties.addNewTblCellMar(), side, above);
        for (int i = 0; i < columns.size(); i++) {
            width(table.getRow(0).getCell(i), columns.get(i));
        }
        return table;
    }

    /** Written even where zero: an absent margin means the word processor's own. */
    private static void margins(CTTblCellMar margins, int side, int above) {
        margin(margins.addNewTop(), above);
        margin(margins.addNewLeft(), side);
        margin(margins.addNewBottom(), above);
        margin(margins.addNewRight(), side);
    }

    private static void margin(CTTblWidth margin, int twips) {
        margin.setType(STTblWidth.DXA);
        margin.setW(BigInteger.valueOf(twips));
    }

    private static void borders(XWPFTable table, XWPFBorderType type, int size) {
        table.setTopBorder(type, size, 0, "000000");
        table.setBottomBorder(type, size, 0, "000000");
        table.setLeftBorder(type, size, 0, "000000");
        table.setRightBorder(type, size, 0, "000000");
        table.setInsideHBorder(type, size, 0, "000000");
        table.setInsideVBorder(type, size, 0, "000000");
    }

    static void width(XWPFTableCell cell, int millimetres) {
        CTTcPr properties = properties(cell);
        CTTblWidth width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(ReportPageSetup.exactTwips(millimetres));
    }

    static void span(XWPFTableCell cell, int columns) {
        if (columns > 1) {
            properties(cell).addNewGridSpan().setVal(BigInteger.valueOf(columns));
        }
    }

    static void startOfColumnSpan(XWPFTableCell cell) {
        properties(cell).addNewVMerge().setVal(STMerge.RESTART);
    }

    static void restOfColumnSpan(XWPFTableCell cell) {
        properties(cell).addNewVMerge().setVal(STMerge.CONTINUE);
    }

    /** The cell's own first paragraph while it is empty, else a new one below. */
    static XWPFParagraph nextParagraph(XWPFTableCell cell) {
        XWPFParagraph first = cell.getParagraphs().get(0);
        return first.getCTP().sizeOfRArray() == 0 ? first : cell.addParagraph();
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
    }
}
