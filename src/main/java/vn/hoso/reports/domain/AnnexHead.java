package vn.hoso.reports.domain;

import java.util.ArrayList;
import java.util.List;
import vn.hoso.reports.domain.Annex.Column;

/**
 * The heading rows of the annex's table: groups above, their columns below.
 *
 * @param upper columns that stand alone, and groups
 * @param lower the columns of the groups
 */
public record AnnexHead(List<Cell> upper, List<String> lower) {

    /**
     * A heading.
     *
     * @param columns how many columns it spans
     * @param rows how many rows it spans
     */
    public record Cell(String label, int columns, int rows) {}

    public static AnnexHead of(List<Column> columns) {
        List<Cell> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        String open = null;
        for (Column column : columns) {
            String group = column.group();
            if (group == null) {
                upper.add(new Cell(column.label(), 1, 2));
            } else {
                lower.add(column.label());
                int last = upper.size() - 1;
                if (group.equals(open)) {
                    upper.set(last, new Cell(group, upper.get(last).columns() + 1, 1));
                } else {
                    upper.add(new Cell(group, 1, 1));
                }
            }
            open = group;
        }
        return new AnnexHead(upper, lower);
    }
}
