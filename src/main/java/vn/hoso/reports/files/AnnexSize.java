package vn.hoso.reports.files;

import java.util.ArrayList;
import java.util.List;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.Annex.Column;
import vn.hoso.reports.domain.ReportLine;
import vn.hoso.reports.domain.ReportTextWidth;

/** How large the letters of an annex are: the largest with which it stands on one page, else those that break no word. */
final class AnnexSize {

    private static final int USUAL = 11;
    private static final int LEAST = 8;

    /** As many lines as no page has room for: a word too long for its column would be broken. */
    private static final int TOO_MANY = 1_000;

    /** In twips: what a landscape page leaves for text, less what word processors round up. */
    private static final int AVAILABLE = ReportPageSetup.twips(168);

    /** In twips, of a line of one point: 1,15 times its letters. */
    private static final int LINE = 23;

    /** In twips: what a fitted cell has beside its letters, half of its borders among it, from left to right and from top to bottom. */
    private static final int BESIDE = 102;

    private static final int ABOVE_AND_BELOW = 24;

    private static final int USUAL_TITLE = 14;
    private static final int USUAL_NOTE = 12;

    private final Annex annex;
    private final int points;

    private AnnexSize(Annex annex, int points) {
        this.annex = annex;
        this.points = points;
    }

    /** Points of the table's letters. */
    static int table(Annex annex) {
        for (int points = USUAL; annex.fitted() && points >= LEAST; points--) {
            if (new AnnexSize(annex, points).fits()) {
                return points;
            }
        }
        if (!annex.fitted()) {
            return USUAL;
        }
        return new AnnexSize(annex, LEAST + 1).breaksNoWord() ? LEAST + 1 : LEAST;
    }

    static int title(Annex annex) {
        return annex.fitted() ? USUAL_TITLE - 1 : USUAL_TITLE;
    }

    static int note(Annex annex) {
        return annex.fitted() ? USUAL_NOTE - 1 : USUAL_NOTE;
    }

    private boolean breaksNoWord() {
        return headings() < LINE * points * TOO_MANY && annex.rows().stream().allMatch(row -> lines(row) < TOO_MANY);
    }

    /** Whether it stands on one page; nobody reads on where it is too high already. */
    private boolean fits() {
        int title = title(annex);
        int note = note(annex);
        int wide = ReportPageSetup.twips(ReportPageSetup.LANDSCAPE_TEXT_WIDTH);
        int height = LINE * title * (1 + lines(annex.title(), wide, title) + lines(annex.attached(), wide, title));
        // The line below the title, the unit of measure, and the space around them.
        height += 60 + 80 + LINE * note + 60;
        for (ReportLine each : annex.notes()) {
            height += LINE * note * lines(each.text(), wide, note) + 60;
        }
        height += headings();
        for (Annex.Row row : annex.rows()) {
            if (height > AVAILABLE) {
                return false;
            }
            height += LINE * points * lines(row) + ABOVE_AND_BELOW;
        }
        return height <= AVAILABLE;
    }

    private int headings() {
        int alone = 1;
        int group = 1;
        int below = 0;
        int at = 0;
        for (Annex.Heading heading : annex.headings()) {
            int width = 0;
            for (Column column : annex.columns().subList(at, at + heading.columns())) {
                width += column.widthMillimetres();
            }
            int lines = lines(heading.label().text(), inside(width), points);
            if (heading.below().isEmpty()) {
                alone = Math.max(alone, lines);
            } else {
                group = Math.max(group, lines);
                for (int i = 0; i < heading.columns(); i++) {
                    int own = inside(annex.columns().get(at + i).widthMillimetres());
                    below = Math.max(below, lines(heading.below().get(i).text(), own, points));
                }
            }
            at += heading.columns();
        }
        return LINE * points * Math.max(alone, group + below) + 2 * ABOVE_AND_BELOW;
    }

    private int lines(Annex.Row row) {
        List<String> texts = new ArrayList<>(List.of(row.order(), row.name()));
        row.cells().forEach(cell -> texts.add(cell.text()));
        int most = row.instead() != null ? 1 : 0;
        for (int i = 0; i < texts.size(); i++) {
            most = Math.max(
                    most, lines(texts.get(i), inside(annex.columns().get(i).widthMillimetres()), points));
        }
        int last = annex.columns().get(annex.columns().size() - 1).widthMillimetres();
        return Math.max(most, lines(row.note().text(), inside(last), points));
    }

    private static int inside(int millimetres) {
        return ReportPageSetup.twips(millimetres) - BESIDE;
    }

    /** How many lines a text takes, as if all of it were bold, which is a little more than it needs. */
    private static int lines(String text, int width, int points) {
        int lines = 1;
        int used = 0;
        for (String word : text.strip().split(" ", -1)) {
            int length = ReportTextWidth.bold(word, points);
            if (length > width) {
                return TOO_MANY;
            }
            int together = used == 0 ? length : used + ReportTextWidth.bold(" ", points) + length;
            if (used > 0 && together > width) {
                lines++;
                used = length;
            } else {
                used = together;
            }
        }
        return lines;
    }
}
