package vn.hoso.reports.files;

import java.math.BigInteger;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHdrFtrRef;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;

/** The top of the pages: the number in the middle from the second page on, and the warning of made-up figures on all. */
final class ReportRunningHeads {

    private static final int SIZE = 14;

    private ReportRunningHeads() {}

    /** Writes the heads of a section. */
    static void write(XWPFDocument document, CTSectPr section, String warning) {
        XWPFHeaderFooterPolicy policy = new XWPFHeaderFooterPolicy(document, section);
        XWPFHeader following = policy.createHeader(XWPFHeaderFooterPolicy.DEFAULT);
        number(paragraph(following));
        XWPFHeader first = policy.createHeader(XWPFHeaderFooterPolicy.FIRST);
        if (warning.isEmpty()) {
            paragraph(first);
        } else {
            warn(paragraph(first), warning);
            warn(following.createParagraph(), warning);
        }
        firstPageDiffers(section);
    }

    /** Gives another section the same heads. */
    static void repeat(CTSectPr section, CTSectPr other) {
        for (CTHdrFtrRef reference : section.getHeaderReferenceList()) {
            CTHdrFtrRef same = other.addNewHeaderReference();
            same.setType(reference.getType());
            same.setId(reference.getId());
        }
        firstPageDiffers(other);
    }

    private static void firstPageDiffers(CTSectPr section) {
        if (!section.isSetTitlePg()) {
            section.addNewTitlePg();
        }
    }

    private static XWPFParagraph paragraph(XWPFHeader header) {
        return header.getParagraphs().isEmpty()
                ? header.createParagraph()
                : header.getParagraphs().get(0);
    }

    private static void number(XWPFParagraph paragraph) {
        ParagraphStyle.line(SIZE).centred().type(paragraph, "");
        paragraph.removeRun(0);
        CTSimpleField field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(" PAGE ");
        CTR shown = field.addNewR();
        shown.addNewRPr().addNewSz().setVal(BigInteger.valueOf(2L * SIZE));
        shown.addNewT().setStringValue("2");
    }

    private static void warn(XWPFParagraph paragraph, String warning) {
        ParagraphStyle.line(11).inBold().centred().type(paragraph, warning);
    }
}
