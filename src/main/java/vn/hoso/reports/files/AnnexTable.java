package vn.hoso.reports.files;

import java.util.List;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import vn.hoso.reports.domain.Annex;
import vn.hoso.reports.domain.Annex.Column;
import vn.hoso.reports.domain.ReportLine;

/** The annex's table: two heading rows that return on every page, rows that never break, figures on the right. */
final class AnnexTable {

    /** In twips, above and below the letters of a cell that is no higher than it must be. */
    private static final int TIGHT = 6;

    private static final int USUAL = 22;

    private final List<Column> columns;
    private final XWPFTable table;
    private final int size;
    private final boolean tight;

    private AnnexTable(Annex annex, XWPFTable table) {
        this.columns = annex.columns();
        this.table = table;
        this.size = AnnexSize.table(annex);
        this.tight = annex.fitted();
    }

    static void write(XWPFDocument document, Annex annex) {
        XWPFTable table = DocxTable.ruled(
                document,
                annex.columns().stream().map(Column::widthMillimetres).toList(),
                annex.fitted() ? TIGHT : USUAL);
        CTTblPr properties = table.getCTTbl().getTblPr();
        properties.addNewTblCaption().setVal(annex.title());
        AnnexTable writer = new AnnexTable(annex, table);
        writer.headings(table.getRow(0), table.createRow());
        annex.rows().forEach(writer::row);
    }

    private void headings(XWPFTableRow upper, XWPFTableRow lower) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            DocxTable.width(lower.getCell(i), column.widthMillimetres());
            if (column.group() == null) {
                heading(upper.getCell(i), column.label());
                DocxTable.startOfColumnSpan(upper.getCell(i));
                DocxTable.restOfColumnSpan(lower.getCell(i));
            } else {
                heading(lower.getCell(i), column.label());
            }
        }
        joinGroups(upper);
        for (XWPFTableRow row : List.of(upper, lower)) {
            row.setRepeatHeader(true);
            DocxTable.keepInOnePiece(row);
        }
    }

    /** From the right, so that removing cells does not move those still to come. */
    private void joinGroups(XWPFTableRow upper) {
        int last = columns.size() - 1;
        while (last >= 0) {
            int first = last;
            while (first > 0 && sameGroup(columns.get(first - 1), columns.get(last))) {
                first--;
            }
            if (columns.get(last).group() != null) {
                join(upper, first, last);
                heading(
                        upper.getCell(first),
                        ReportLine.of(Objects.requireNonNull(columns.get(last).group())));
            }
            last = first - 1;
        }
    }

    private static boolean sameGroup(Column one, Column other) {
        return one.group() != null && one.group().equals(other.group());
    }

    private void row(Annex.Row row) {
        XWPFTableRow line = table.createRow();
        // The library copies the first row, whose groups are already joined.
        while (line.getTableCells().size() < columns.size()) {
            line.createCell();
        }
        DocxTable.keepInOnePiece(line);
        ParagraphStyle plain = row.total() ? ParagraphStyle.line(size).inBold() : ParagraphStyle.line(size);
        for (int i = 0; i < columns.size(); i++) {
            DocxTable.width(line.getCell(i), columns.get(i).widthMillimetres());
            line.getCell(i).setVerticalAlignment(XWPFVertAlign.CENTER);
        }
        type(plain.centred(), line.getCell(0), ReportLine.of(row.order()));
        type(plain, line.getCell(1), ReportLine.of(row.name()));
        int note = columns.size() - 1;
        type(ParagraphStyle.line(size), line.getCell(note), row.note());
        if (row.instead() != null) {
            join(line, 2, note - 1);
            type(plain.inItalic().centred(), line.getCell(2), ReportLine.of(row.instead()));
            return;
        }
        for (int i = 2; i < note; i++) {
            ParagraphAlignment alignment =
                    columns.get(i).figures() ? ParagraphAlignment.RIGHT : ParagraphAlignment.CENTER;
            type(plain.aligned(alignment), line.getCell(i), row.cells().get(i - 2));
        }
    }

    private void join(XWPFTableRow row, int first, int last) {
        int width = 0;
        for (int i = last; i >= first; i--) {
            width += columns.get(i).widthMillimetres();
            if (i > first) {
                row.removeCell(i);
            }
        }
        XWPFTableCell cell = row.getCell(first);
        DocxTable.width(cell, width);
        DocxTable.span(cell, last - first + 1);
    }

    private void heading(XWPFTableCell cell, ReportLine text) {
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
        type(ParagraphStyle.line(size).inBold().centred(), cell, text);
    }

    private void type(ParagraphStyle style, XWPFTableCell cell, ReportLine text) {
        XWPFParagraph paragraph = DocxTable.nextParagraph(cell);
        if (tight) {
            style.typeTight(paragraph, text);
        } else {
            style.type(paragraph, text);
        }
    }
}
