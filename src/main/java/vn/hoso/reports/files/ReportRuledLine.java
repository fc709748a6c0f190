package vn.hoso.reports.files;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/** A line below a title: the border of an empty paragraph, centred by its indents, never a row of underscores. */
final class ReportRuledLine {

    /** Eighths of a point. */
    private static final BigInteger THICKNESS = BigInteger.valueOf(6);

    /** The height of the paragraph above the line, in twips: letters that reach below their line stay clear of it. */
    private static final int HEIGHT = 60;

    private ReportRuledLine() {}

    /** Draws the line into an empty paragraph, both lengths in twips. */
    static void draw(XWPFParagraph paragraph, int length, int available, int pointsAfter) {
        int indent = Math.max(0, (available - length) / 2);
        paragraph.setIndentationLeft(indent);
        paragraph.setIndentationRight(indent);
        ParagraphStyle.space(paragraph, pointsAfter * 20, HEIGHT, STLineSpacingRule.EXACT);
        paragraph.createRun().setFontSize(2);
        CTPPr properties = paragraph.getCTP().getPPr();
        CTBorder border = properties.addNewPBdr().addNewBottom();
        border.setVal(STBorder.SINGLE);
        border.setSz(THICKNESS);
        border.setSpace(BigInteger.ZERO);
        border.setColor("000000");
    }
}
