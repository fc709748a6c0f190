package vn.hoso.reports.files;

import java.util.List;
import org.w3c.dom.Document;
import vn.hoso.reports.domain.Block;
import vn.hoso.reports.domain.Letterhead;
import vn.hoso.reports.domain.Line;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.reports.domain.Section;
import vn.hoso.reports.domain.Signature;
import vn.hoso.reports.domain.TextSpan;

/** The report as a page that the PDF is drawn from. */
final class PdfPage {

    private static final int TITLE_SIZE = 14;

    /** Made-up figures say so on every page. */
    private static final String WARNING = """
            @page { @bottom-center { content: "%s"; vertical-align: middle; font-family: "Liberation Serif";
                font-size: 11pt; font-weight: bold; text-align: center; } }""";

    private final ReportText text;

    private PdfPage(ReportText text) {
        this.text = text;
    }

    static Document of(ReportText text, String stylesheet) {
        Markup page = Markup.page(DocumentDefaults.LANGUAGE);
        String title = text.title() + " " + text.subject();
        Markup head = page.add("head");
        head.add("title").text(title);
        head.add("meta").with("name", "subject").with("content", PrintableText.of(title));
        head.add("style").exactly(stylesheet + (text.demonstration() ? WARNING.formatted(text.warning()) : ""));
        new PdfPage(text).write(page.add("body"));
        return page.document();
    }

    private void write(Markup body) {
        body.add("div", "number");
        head(body.add("table", "head").add("tr"), text.letterhead());
        title(body);
        text.notices().forEach(line -> notice(body, line));
        text.grounds().forEach(line -> body.add("p", "body italic", line.text()));
        body.add("p", "body", text.opening().text());
        text.sections().forEach(section -> section(body, section));
        body.add("p", "body closing", text.closing().text());
        end(body.add("table", "end").add("tr"), text.signature());
        body.add("div", "no-number");
        PdfAnnex.write(body.add("div", "annex"), text);
    }

    private static void head(Markup head, Letterhead letterhead) {
        Markup agency = head.add("td", "agency");
        letterhead.agency().forEach(line -> agency.add("p", "strong", line));
        String last = letterhead.agency().get(letterhead.agency().size() - 1);
        line(agency, "", LetterheadTable.agencyLine(last));
        agency.add("p", "", letterhead.number());
        agency.add("p", "strong", letterhead.draft());
        Markup state = head.add("td", "state");
        state.add("p", "strong country", letterhead.country());
        state.add("p", "strong", letterhead.motto());
        line(state, "", LetterheadTable.mottoLine(letterhead.motto()));
        state.add("p", "italic", letterhead.placeAndDate());
    }

    private void title(Markup body) {
        body.add("h1", "title", text.title());
        List<String> lines = Subject.lines(text.subject(), TITLE_SIZE);
        lines.forEach(line -> body.add("p", "annex-title", line));
        line(body, " title-line", Subject.ruleBelow(lines, TITLE_SIZE));
    }

    private void notice(Markup body, Line line) {
        boolean warning = text.demonstration() && line.text().startsWith(text.warning());
        body.add("p", warning ? "notice strong" : "notice italic", line.text());
    }

    private static void section(Markup body, Section section) {
        body.add("h2", "body", section.heading());
        section.blocks().forEach(block -> block(body, block));
    }

    private static void block(Markup body, Block block) {
        Markup paragraph = body.add(block.isHeading() ? "h3" : "p", "body");
        for (TextSpan span : block.line().looks()) {
            String look = (span.bold() ? "strong " : "") + (span.italic() ? "italic" : "");
            if (look.isEmpty()) {
                paragraph.text(span.text());
            } else {
                paragraph.add("span", look.strip(), span.text());
            }
        }
    }

    private static void end(Markup end, Signature signature) {
        Markup recipients = end.add("td", "recipients");
        recipients.add("p", "recipients-title", signature.title());
        signature.recipients().forEach(line -> recipients.add("p", "", line.text()));
        Markup signer = end.add("td", "signer");
        signature.authority().forEach(line -> signer.add("p", "strong", line.text()));
    }

    /** A line of this many twips, centred. */
    static void line(Markup parent, String look, int twips) {
        parent.add("div", "line" + look).with("style", "width: " + twips / 20 + "pt");
    }
}
