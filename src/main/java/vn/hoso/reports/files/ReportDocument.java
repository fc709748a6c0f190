package vn.hoso.reports.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.ReportBlock;
import vn.hoso.reports.domain.ReportLine;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.reports.domain.ReportText.Section;

/** Sets the report as an administrative document (.docx) after Nghị định 30/2020/NĐ-CP, Phụ lục I. */
public final class ReportDocument {

    private static final int TITLE_SIZE = 14;

    private final XWPFDocument document;
    private final ReportText text;

    private ReportDocument(XWPFDocument document, ReportText text) {
        this.document = document;
        this.text = text;
    }

    /** The file's bytes; the same text on the same day gives the same bytes. */
    public static byte[] of(ReportText text, LocalDate day) {
        try (XWPFDocument document = new XWPFDocument()) {
            DocumentDefaults.apply(document, DocumentView.title(text), day);
            new ReportDocument(document, text).write();
            return ReportZip.of(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** An annex that stands alone: the same table on landscape pages, with the same running heads. */
    static byte[] annexAlone(Annex annex, String warning, LocalDate day) {
        try (XWPFDocument document = new XWPFDocument()) {
            DocumentDefaults.apply(document, annex.title(), day);
            annex(document, annex);
            CTSectPr section = bodySection(document);
            ReportRunningHeads.write(document, section, warning);
            ReportPageSetup.landscape(section);
            return ReportZip.of(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write() {
        LetterheadTable.write(document, text.letterhead(), text.letter() ? text.subject() : "");
        if (text.letter()) {
            addressees();
        } else {
            title();
        }
        text.notices().forEach(this::notice);
        text.grounds().forEach(line -> ParagraphStyle.body().inItalic().type(document.createParagraph(), line));
        if (!text.opening().text().isEmpty()) {
            ParagraphStyle.body().type(document.createParagraph(), text.opening());
        }
        text.sections().forEach(this::section);
        keepWithNext(ParagraphStyle.body().type(document.createParagraph(), text.closing()));
        SignatureTable.write(document, text.signature());
        if (text.annex().isNone()) {
            CTSectPr letter = bodySection(document);
            ReportRunningHeads.write(document, letter, text.warning());
            ReportPageSetup.portrait(letter);
            return;
        }
        CTSectPr report = endOfReport();
        for (Annex each : text.annexes()) {
            XWPFParagraph mark = annex(document, each);
            if (!each.equals(text.annex())) {
                mark.setPageBreak(true);
            }
        }
        CTSectPr annex = bodySection(document);
        ReportRunningHeads.write(document, report, text.warning());
        ReportRunningHeads.repeat(report, annex);
        ReportPageSetup.portrait(report);
        ReportPageSetup.landscape(annex);
    }

    private static CTSectPr bodySection(XWPFDocument document) {
        return document.getDocument().getBody().isSetSectPr()
                ? document.getDocument().getBody().getSectPr()
                : document.getDocument().getBody().addNewSectPr();
    }

    /** To whom a letter is written: one line after "Kính gửi:", or a list below it. */
    private void addressees() {
        ParagraphStyle centred = ParagraphStyle.line(TITLE_SIZE).centred();
        for (String line : text.addressees()) {
            centred.type(document.createParagraph(), line);
        }
        List<XWPFParagraph> lines = document.getParagraphs();
        lines.get(lines.size() - text.addressees().size()).setSpacingBefore(240);
        lines.get(lines.size() - 1).setSpacingAfter(240);
    }

    private void title() {
        ParagraphStyle bold = ParagraphStyle.line(TITLE_SIZE).inBold().centred();
        XWPFParagraph title = bold.type(document.createParagraph(), text.title());
        title.setSpacingBefore(240);
        outline(title, 0);
        List<String> lines = ReportSubject.lines(text.subject(), TITLE_SIZE);
        lines.forEach(line -> bold.type(document.createParagraph(), line));
        ReportRuledLine.draw(
                document.createParagraph(),
                ReportSubject.ruleBelow(lines, TITLE_SIZE),
                ReportPageSetup.twips(ReportPageSetup.TEXT_WIDTH),
                8);
    }

    private void notice(ReportLine line) {
        boolean warning = text.demonstration() && line.text().startsWith(text.warning());
        ParagraphStyle centred = ParagraphStyle.line(TITLE_SIZE).centred().followedBy(6);
        (warning ? centred.inBold() : centred.inItalic()).type(document.createParagraph(), line);
    }

    private void section(Section section) {
        if (section.heading().isEmpty()) {
            section.blocks().forEach(this::block);
            return;
        }
        XWPFParagraph heading = ParagraphStyle.body()
                .inBold()
                .aligned(ParagraphAlignment.LEFT)
                .type(document.createParagraph(), section.heading());
        outline(heading, 1);
        keepWithNext(heading);
        section.blocks().forEach(this::block);
    }

    private void block(ReportBlock block) {
        if (block.isHeading()) {
            XWPFParagraph heading = ParagraphStyle.body().inBold().type(document.createParagraph(), block.line());
            outline(heading, 2);
            keepWithNext(heading);
        } else {
            ParagraphStyle.body().type(document.createParagraph(), block.line());
        }
    }

    /** An almost invisible paragraph that closes the portrait section. */
    private CTSectPr endOfReport() {
        XWPFParagraph end = document.createParagraph();
        ParagraphStyle.space(end, 0, 20, STLineSpacingRule.EXACT);
        end.createRun().setFontSize(1);
        return end.getCTP().getPPr().addNewSectPr();
    }

    /** Its first paragraph. */
    private static XWPFParagraph annex(XWPFDocument document, Annex annex) {
        int size = AnnexSize.title(annex);
        ParagraphStyle bold = ParagraphStyle.line(size).inBold().centred();
        XWPFParagraph mark = typed(document, annex, bold, ReportLine.of(annex.mark()));
        outline(mark, 0);
        typed(document, annex, bold, ReportLine.of(annex.title()));
        typed(document, annex, ParagraphStyle.line(size).inItalic().centred(), ReportLine.of(annex.attached()));
        int available = ReportPageSetup.twips(ReportPageSetup.LANDSCAPE_TEXT_WIDTH);
        ReportRuledLine.draw(document.createParagraph(), available / 6, available, 4);
        ParagraphStyle small = ParagraphStyle.line(AnnexSize.note(annex)).inItalic();
        keepWithNext(
                typed(document, annex, small.aligned(ParagraphAlignment.RIGHT).followedBy(3), annex.unitOfMeasure()));
        AnnexTable.write(document, annex);
        annex.notes().forEach(note -> typed(document, annex, small, note).setSpacingBefore(60));
        return mark;
    }

    private static XWPFParagraph typed(XWPFDocument document, Annex annex, ParagraphStyle style, ReportLine text) {
        XWPFParagraph paragraph = document.createParagraph();
        return annex.fitted() ? style.typeTight(paragraph, text) : style.type(paragraph, text);
    }

    private static void keepWithNext(XWPFParagraph paragraph) {
        paragraph.setKeepNext(true);
    }

    /** Lets readers of the file jump from heading to heading. */
    private static void outline(XWPFParagraph paragraph, int level) {
        paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
    }
}
