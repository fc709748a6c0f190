package vn.hoso.reports.files;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import vn.hoso.reports.domain.ReportText.Letterhead;
import vn.hoso.reports.domain.ReportTextWidth;

/** The head of the first page: the agency on the left, State, motto, place and date on the right. */
final class LetterheadTable {

    private static final int LEFT = 63;

    /** Wide enough for the name of the State at 13 points, bold, on one line. */
    private static final int RIGHT = ReportPageSetup.TEXT_WIDTH - LEFT;

    private static final int SIZE = 13;
    private static final int MOTTO_SIZE = 14;

    /** Of what a letter is about: 12 to 13 points, upright. */
    private static final int ABOUT_SIZE = 12;

    private LetterheadTable() {}

    /**
     * Writes the head.
     *
     * @param about what a letter is about, which stands below its number; empty for other documents
     */
    static void write(XWPFDocument document, Letterhead head, String about) {
        XWPFTable table = DocxTable.borderless(document, List.of(LEFT, RIGHT));
        DocxTable.keepInOnePiece(table.getRow(0));
        issuer(table.getRow(0).getCell(0), head, about);
        state(table.getRow(0).getCell(1), head);
    }

    /** The line below the agency, in twips: a third to a half of the name's length. */
    static int agencyLine(String name) {
        return ReportTextWidth.bold(name, SIZE) * 2 / 5;
    }

    /** The line below the motto, in twips: as long as the motto. */
    static int mottoLine(String motto) {
        return ReportTextWidth.bold(motto, MOTTO_SIZE);
    }

    private static void issuer(XWPFTableCell cell, Letterhead head, String about) {
        ParagraphStyle bold = ParagraphStyle.line(SIZE).inBold().centred();
        head.agency().forEach(line -> bold.type(DocxTable.nextParagraph(cell), line));
        String last = head.agency().get(head.agency().size() - 1);
        ReportRuledLine.draw(cell.addParagraph(), agencyLine(last), ReportPageSetup.twips(LEFT), 2);
        ParagraphStyle.line(SIZE).centred().type(cell.addParagraph(), head.number());
        if (!head.draft().isEmpty()) {
            bold.type(cell.addParagraph(), head.draft());
        }
        if (!about.isEmpty()) {
            ParagraphStyle.line(ABOUT_SIZE)
                    .centred()
                    .type(cell.addParagraph(), about)
                    .setSpacingBefore(120);
        }
    }

    private static void state(XWPFTableCell cell, Letterhead head) {
        ParagraphStyle.line(SIZE).inBold().centred().type(DocxTable.nextParagraph(cell), head.country());
        ParagraphStyle.line(MOTTO_SIZE).inBold().centred().type(cell.addParagraph(), head.motto());
        ReportRuledLine.draw(cell.addParagraph(), mottoLine(head.motto()), ReportPageSetup.twips(RIGHT), 2);
        ParagraphStyle.line(MOTTO_SIZE).inItalic().centred().type(cell.addParagraph(), head.placeAndDate());
    }
}
