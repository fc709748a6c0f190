package vn.hoso.reports.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.PageSteps;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.ReportLine;
import vn.hoso.reports.domain.ReportLine.TextSpan;
import vn.hoso.reports.domain.ReportText;

/**
 * What the template of the report prints: on the page, or on paper, where lines have lengths and text only what a typeface
 * can draw.
 *
 * @param print whether it is for paper
 * @param part which page of a long list of units is shown, counted from 1; null for all of it, as in the file
 */
public record DocumentView(
        ReportText text, boolean print, @Nullable Integer part) {

    private static final int TITLE_SIZE = 14;

    /**
     * On a page, with a part of the units of its annexes where they are many.
     *
     * @param part which, counted from 1
     */
    public static DocumentView onPage(ReportText text, int part) {
        return new DocumentView(text, false, part);
    }

    static DocumentView onPaper(ReportText text) {
        return new DocumentView(text, true, null);
    }

    /**
     * The rows that are printed: all of them, or a part of the units with the total, and with the heading that stands above the
     * first of them.
     */
    public List<Annex.Row> rows(Annex annex) {
        if (!cut()) {
            return annex.rows();
        }
        // Each row is itself: to compare all of them by what they say takes longer than to print some.
        Set<Annex.Row> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        shown.addAll(PageSteps.part(units(annex), part));
        List<Annex.Row> rows = new ArrayList<>();
        Annex.Row heading = null;
        for (Annex.Row row : annex.rows()) {
            if (row.heading()) {
                heading = row;
            } else if (row.total()) {
                rows.add(row);
            } else if (shown.contains(row)) {
                if (heading != null) {
                    rows.add(heading);
                    heading = null;
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Annex.Row> units(Annex annex) {
        return annex.rows().stream()
                .filter(row -> !row.total() && !row.heading())
                .toList();
    }

    /** Whether a part of many units is shown. */
    public boolean cut() {
        return part != null && units() > PageSteps.WHOLE;
    }

    /** How many units the longest of its annexes has. */
    public int units() {
        return text.annexes().stream()
                .mapToInt(annex -> units(annex).size())
                .max()
                .orElse(0);
    }

    public String title() {
        return ReportPrintableText.line(title(text));
    }

    /** What the file's properties call the document: kind and subject; a letter is its subject. */
    static String title(ReportText text) {
        return (text.title() + " " + text.subject()).strip();
    }

    /** Words as they are printed. */
    public String line(String words) {
        return print ? ReportPrintableText.line(words) : words;
    }

    public List<TextSpan> spans(ReportLine line) {
        return print ? line.looks() : line.spans();
    }

    /** The classes of a piece; empty for plain text. */
    public String look(TextSpan span) {
        String look = (span.bold() ? print ? "strong " : "paper-strong " : "")
                + (span.italic() ? print ? "italic" : "paper-italic" : "");
        return look.strip();
    }

    /** Whether a notice is the warning of made-up figures. */
    public boolean warns(ReportLine notice) {
        return text.demonstration() && notice.text().startsWith(text.warning());
    }

    public List<String> subject() {
        return ReportSubject.lines(text.subject(), TITLE_SIZE);
    }

    /** The lengths of the lines below titles and the widths of the annex's columns, as rules of a stylesheet. */
    String lengths() {
        List<String> agency = text.letterhead().agency();
        StringBuilder rules = new StringBuilder();
        line(rules, ".agency .line", LetterheadTable.agencyLine(agency.get(agency.size() - 1)));
        line(rules, ".state .line", LetterheadTable.mottoLine(text.letterhead().motto()));
        // Without a title there is no line below it, and without an annex no column.
        line(rules, ".title-line", ReportSubject.ruleBelow(subject(), TITLE_SIZE));
        line(rules, ".annex .title-line", ReportPageSetup.twips(ReportPageSetup.LANDSCAPE_TEXT_WIDTH) / 6);
        List<Annex> annexes = text.annexes();
        for (int i = 0; i < annexes.size(); i++) {
            annex(rules, ".annex-" + (i + 1), annexes.get(i));
        }
        return rules.toString();
    }

    private static void annex(StringBuilder rules, String place, Annex annex) {
        if (annex.fitted()) {
            int title = AnnexSize.title(annex);
            int note = AnnexSize.note(annex);
            rules.append("%1$s .annex-title, %1$s .attached { font-size: %2$dpt; }%n".formatted(place, title));
            rules.append("%1$s .measure, %1$s .note { font-size: %2$dpt; }%n".formatted(place, note));
            rules.append("%1$s .units th, %1$s .units td { padding: 0.1mm 0.8mm; font-size: %2$dpt; }%n"
                    .formatted(place, AnnexSize.table(annex)));
        }
        List<Annex.Column> columns = annex.columns();
        for (int i = 0; i < columns.size(); i++) {
            rules.append("%s .units col:nth-child(%d) { width: %dmm; }%n"
                    .formatted(place, i + 1, columns.get(i).widthMillimetres()));
        }
    }

    private static void line(StringBuilder rules, String place, int twips) {
        rules.append("%s { width: %dpt; }%n".formatted(place, twips / 20));
    }
}
