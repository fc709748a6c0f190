package vn.hoso.reports.files;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import vn.hoso.reports.domain.ReportText.Signature;

/** The end of the report: recipients on the left, the signer's office and room for the signature on the right. */
final class SignatureTable {

    private static final int HALF = ReportPageSetup.TEXT_WIDTH / 2;

    /** Empty lines where signature and seal go. */
    private static final int ROOM = 5;

    private SignatureTable() {}

    static void write(XWPFDocument document, Signature signature) {
        XWPFTable table = DocxTable.borderless(document, List.of(HALF, ReportPageSetup.TEXT_WIDTH - HALF));
        DocxTable.keepInOnePiece(table.getRow(0));
        XWPFTableCell left = table.getRow(0).getCell(0);
        ParagraphStyle.line(12).inBold().inItalic().type(DocxTable.nextParagraph(left), signature.title());
        signature.recipients().forEach(line -> ParagraphStyle.line(11).type(left.addParagraph(), line));
        XWPFTableCell right = table.getRow(0).getCell(1);
        ParagraphStyle office =
                ParagraphStyle.line(ParagraphStyle.BODY_SIZE).inBold().centred();
        signature.authority().forEach(line -> office.type(DocxTable.nextParagraph(right), line));
        for (int i = 0; i <= ROOM; i++) {
            office.type(right.addParagraph(), "");
        }
    }
}
