package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The annex: one table, a row for each unit and one for the district.
 *
 * @param mark the word above its title
 * @param title its title
 * @param attached to which report it belongs, number and date blank
 * @param unitOfMeasure what the figures count
 * @param columns the table's columns, those of a group side by side
 * @param rows the table's rows, in order
 * @param notes what is printed below the table, one line each
 * @param fitted whether its letters are as small as it takes to have it on one page, where that can be read; those of reports
 *     frozen earlier are not
 */
public record Annex(
        String mark,
        String title,
        String attached,
        ReportLine unitOfMeasure,
        List<Column> columns,
        List<Row> rows,
        List<ReportLine> notes,
        boolean fitted) {

    /** Of a document that has none. */
    public static final Annex NONE = new Annex("", "", "", ReportLine.EMPTY, List.of(), List.of(), List.of(), false);

    public Annex {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** Whether the document has none. */
    public boolean isNone() {
        return columns.isEmpty();
    }

    /**
     * A column.
     *
     * @param group the heading it shares with its neighbours, null where it stands alone
     * @param label its own heading
     * @param widthMillimetres its width on paper
     * @param figures whether it holds figures, to be aligned right
     */
    public record Column(@Nullable String group, ReportLine label, int widthMillimetres, boolean figures) {}

    /**
     * A row.
     *
     * @param total whether it is the district's
     * @param order its number, empty for the district
     * @param name the unit's name
     * @param instead what is printed in place of all figures, null where there are some
     * @param cells one text for each figure column and verdict column, in the order of the columns; empty when instead
     * @param note what to know about it
     */
    public record Row(
            boolean total,
            String order,
            String name,
            @Nullable String instead,
            List<ReportLine> cells,
            ReportLine note) {

        public Row {
            cells = List.copyOf(cells);
        }

        /** Whether it is no unit's, but stands above those that follow. */
        public boolean heading() {
            return !total && order.isEmpty();
        }
    }

    /**
     * A heading of the table.
     *
     * @param columns how many columns it spans
     * @param below the headings of a group's columns; empty for a column that stands alone
     */
    public record Heading(ReportLine label, int columns, List<ReportLine> below) {}

    /** The headings of the table's two heading rows: columns that stand alone, and groups with their columns below. */
    public List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        String open = null;
        for (Column column : columns) {
            String group = column.group();
            if (group == null) {
                headings.add(new Heading(column.label(), 1, List.of()));
            } else if (group.equals(open)) {
                Heading last = headings.remove(headings.size() - 1);
                List<ReportLine> below = new ArrayList<>(last.below());
                below.add(column.label());
                headings.add(new Heading(last.label(), below.size(), below));
            } else {
                headings.add(new Heading(ReportLine.of(group), 1, List.of(column.label())));
            }
            open = group;
        }
        return headings;
    }
}
