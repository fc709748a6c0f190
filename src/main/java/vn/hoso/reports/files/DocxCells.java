package vn.hoso.reports.files;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** The cells of a table in the document. */
final class DocxCells {

    private DocxCells() {}

    static void width(XWPFTableCell cell, int millimetres) {
        CTTcPr properties = properties(cell);
        CTTblWidth width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(Millimetres.exact(millimetres));
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
