package vn.hoso.reports.files;

import java.util.Iterator;
import java.util.List;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.Annex.Column;
import vn.hoso.reports.domain.AnnexHead;
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
        page.add("p", "measure", annex.unitOfMeasure());
        Markup table = page.add("table", "units").with("title", annex.title());
        Markup widths = table.add("colgroup");
        annex.columns()
                .forEach(column -> widths.add("col").with("style", "width: " + column.widthMillimetres() + "mm"));
        headings(table.add("thead"), annex.columns());
        Markup rows = table.add("tbody");
        annex.rows().forEach(row -> row(rows, annex.columns(), row));
        annex.notes().forEach(note -> page.add("p", "note", note));
    }

    /**
     * Two rows of headings without a cell that reaches over both: on the pages after the first, such a cell would stand
     * there without its lines. Its upper half is empty and open below instead.
     */
    private static void headings(Markup thead, List<Column> columns) {
        AnnexHead head = AnnexHead.of(columns);
        Markup upper = thead.add("tr");
        Markup lower = thead.add("tr");
        Iterator<String> below = head.lower().iterator();
        for (AnnexHead.Cell cell : head.upper()) {
            if (cell.rows() > 1) {
                upper.add("td", "over");
                lower.add("th", "under").with("scope", "col").text(cell.label());
                continue;
            }
            Markup heading = upper.add("th").with("scope", cell.columns() > 1 ? "colgroup" : "col");
            if (cell.columns() > 1) {
                heading.with("colspan", String.valueOf(cell.columns()));
            }
            heading.text(cell.label());
            for (int column = 0; column < cell.columns(); column++) {
                lower.add("th").with("scope", "col").text(below.next());
            }
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
                    row.cells().get(i));
        }
        line.add("td", "", row.note());
    }
}
