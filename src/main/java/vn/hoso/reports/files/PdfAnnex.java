package vn.hoso.reports.files;

import java.util.List;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.Annex.Column;
import vn.hoso.reports.domain.ReportText;

/** The annex in the PDF: wide pages of its own, numbered from 1 again, its headings on each of them. */
final class PdfAnnex {

    private PdfAnnex() {}

    static void write(Markup page, ReportText text) {
        Annex annex = text.annex();
        page.add("div", "number");
        page.add("h1", "annex-title", annex.mark());
        page.add("p", "annex-title", annex.title());
        page.add("p", "attached", annex.attached());
        PdfPage.line(page, " title-line", Millimetres.twips(PageSetup.LANDSCAPE_TEXT_WIDTH) / 6);
        page.add("p", "measure", annex.unitOfMeasure().text());
        Markup table = page.add("table", "units").with("title", annex.title());
        Markup widths = table.add("colgroup");
        annex.columns()
                .forEach(column -> widths.add("col").with("style", "width: " + column.widthMillimetres() + "mm"));
        headings(table.add("thead"), annex);
        Markup rows = table.add("tbody");
        annex.rows().forEach(row -> row(rows, annex.columns(), row));
        annex.notes().forEach(note -> page.add("p", "note", note.text()));
    }

    /**
     * Two rows of headings without a cell that reaches over both: on the pages after the first, such a cell would stand
     * there without its lines. Its upper half is empty and open below instead.
     */
    private static void headings(Markup thead, Annex annex) {
        Markup upper = thead.add("tr");
        Markup lower = thead.add("tr");
        for (Annex.Heading heading : annex.headings()) {
            if (heading.below().isEmpty()) {
                upper.add("td", "over");
                lower.add("th", "under")
                        .with("scope", "col")
                        .text(heading.label().text());
                continue;
            }
            Markup group = upper.add("th").with("scope", heading.columns() > 1 ? "colgroup" : "col");
            if (heading.columns() > 1) {
                group.with("colspan", String.valueOf(heading.columns()));
            }
            group.text(heading.label().text());
            heading.below()
                    .forEach(label -> lower.add("th").with("scope", "col").text(label.text()));
        }
    }

    private static void row(Markup rows, List<Column> columns, Annex.Row row) {
        Markup line = rows.add("tr", row.total() ? "total" : "");
        line.add("td", "middle", row.order());
        line.add("th", "").with("scope", "row").text(row.name());
        if (row.instead() != null) {
            line.add("td", "instead")
                    .with("colspan", String.valueOf(columns.size() - 3))
                    .text(row.instead());
        }
        for (int i = 0; i < row.cells().size(); i++) {
            line.add(
                    "td",
                    columns.get(i + 2).figures() ? "figure" : "middle",
                    row.cells().get(i).text());
        }
        line.add("td", "", row.note().text());
    }
}
