package vn.hoso.reports.files;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import vn.hoso.reports.domain.ReportLine;
import vn.hoso.reports.domain.ReportLine.TextSpan;

/** How a paragraph is set: one object for each look, applied to a fresh paragraph. */
record ParagraphStyle(
        int size, boolean bold, boolean italic, ParagraphAlignment alignment, int firstLine, int after, int line) {

    /** The size of running text, in points. */
    static final int BODY_SIZE = 14;

    /** First line set in by 12,5 mm, between 1 and 1,27 cm. */
    private static final int FIRST_LINE = 709;

    /** 6 points between paragraphs. */
    private static final int BETWEEN_PARAGRAPHS = 120;

    private static final int SINGLE = 240;

    /** Running text: justified, first line set in. */
    static ParagraphStyle body() {
        return new ParagraphStyle(
                BODY_SIZE, false, false, ParagraphAlignment.BOTH, FIRST_LINE, BETWEEN_PARAGRAPHS, SINGLE);
    }

    /** Short lines of a head, a title or a table cell: no space around them. */
    static ParagraphStyle line(int size) {
        return new ParagraphStyle(size, false, false, ParagraphAlignment.LEFT, 0, 0, SINGLE);
    }

    ParagraphStyle inBold() {
        return new ParagraphStyle(size, true, italic, alignment, firstLine, after, line);
    }

    ParagraphStyle inItalic() {
        return new ParagraphStyle(size, bold, true, alignment, firstLine, after, line);
    }

    ParagraphStyle centred() {
        return aligned(ParagraphAlignment.CENTER);
    }

    ParagraphStyle aligned(ParagraphAlignment wanted) {
        return new ParagraphStyle(size, bold, italic, wanted, firstLine, after, line);
    }

    /** With this many points below. */
    ParagraphStyle followedBy(int points) {
        return new ParagraphStyle(size, bold, italic, alignment, firstLine, points * 20, line);
    }

    XWPFParagraph type(XWPFParagraph paragraph, String text) {
        return type(paragraph, ReportLine.of(text));
    }

    /** Types text piece by piece; a piece may be bold or italic where the rest is not. */
    XWPFParagraph type(XWPFParagraph paragraph, ReportLine text) {
        paragraph.setAlignment(alignment);
        if (firstLine > 0) {
            paragraph.setIndentationFirstLine(firstLine);
        }
        space(paragraph, after, line, STLineSpacingRule.AUTO);
        for (TextSpan span : text.looks()) {
            XWPFRun run = paragraph.createRun();
            run.setFontSize(size);
            run.setBold(bold || span.bold());
            run.setItalic(italic || span.italic());
            run.setText(ReportPrintableText.line(span.text()));
        }
        return paragraph;
    }

    /** The same in a paragraph no higher than its letters: otherwise the mark at its end is as large as running text. */
    XWPFParagraph typeTight(XWPFParagraph paragraph, ReportLine text) {
        type(paragraph, text).getCTP().getPPr().addNewRPr().addNewSz().setVal(BigInteger.valueOf(2L * size));
        return paragraph;
    }

    static void space(XWPFParagraph paragraph, int after, int line, STLineSpacingRule.Enum rule) {
        CTPPr properties = paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
        CTSpacing spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.valueOf(after));
        spacing.setLine(BigInteger.valueOf(line));
        spacing.setLineRule(rule);
    }
}
