package vn.hoso.imports.paste;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.imports.layouts.SheetTotals;
import vn.hoso.imports.paste.PasteChoices.ColumnOrder;
import vn.hoso.units.Unit;

/**
 * A pasted block as it was understood. Nothing of it is stored.
 *
 * @param named whether its rows name their units; otherwise they go down from the cursor
 * @param order the order of its columns, null while a person has to say
 * @param orders the orders to choose from; empty where there is no doubt
 * @param headings whether it brought headings, and what they were good for
 * @param unused its columns that hold no figure of the grid
 * @param measures the figures it fills, in the order of the grid
 * @param rows its rows with figures, in its own order
 * @param others names of the units that are not the reader's, whose rows are left out
 * @param totals numbers of its rows of totals
 * @param wrongTotals those of their figures that are not the sum of the rows they may mean
 * @param nameless how many rows have figures and no name
 * @param dashes whether it holds dashes
 */
public record PastedBlock(
        boolean named,
        @Nullable ColumnOrder order,
        List<Choice> orders,
        Headings headings,
        List<Column> unused,
        List<Measure> measures,
        List<Row> rows,
        List<String> others,
        List<Integer> totals,
        List<SheetTotals.Mismatch> wrongTotals,
        int nameless,
        boolean dashes) {

    /** The problem of a rate among counts; the others are those of the entry form. */
    public static final String PERCENT = "percent";

    /** What a block's headings are good for. */
    public enum Headings {
        NONE,
        USED,
        NOT_UNDERSTOOD
    }

    /** What became of a row. */
    public enum Standing {
        FILLS,
        UNKNOWN,
        SEVERAL,
        CODE_DISAGREES,
        TWICE,
        NO_UNIT,
        APPROVED,
        OTHER_MONTH
    }

    /**
     * An order that the columns may be in.
     *
     * @param contradicting how many rows cannot be right in it
     * @param example the first row's figures in it
     */
    public record Choice(ColumnOrder order, int contradicting, Map<Measure, String> example) {}

    /**
     * A column without a figure of the grid.
     *
     * @param number its place in the block, from 1
     * @param reason such as RATE; its message key is {@code imports.paste.unused.<reason>}
     * @param words its heading, empty if it has none
     */
    public record Column(int number, String reason, String words) {}

    /**
     * A row.
     *
     * @param number its place in the block, from 1
     * @param name what the block calls its unit, empty if it does not
     * @param unit the unit, null unless exactly one is meant
     */
    public record Row(int number, String name, @Nullable Unit unit, Standing standing, Map<Measure, Cell> cells) {}

    /**
     * A cell.
     *
     * @param pasted its text as it was pasted
     * @param fills the text for the grid, null if it cannot be read
     * @param problem what is wrong with it, null for nothing
     */
    public record Cell(
            String pasted, @Nullable String fills, @Nullable RuleViolation problem) {}

    /** How many cells can be filled in. */
    public long fillable() {
        return rows.stream()
                .filter(row -> row.standing() == Standing.FILLS)
                .flatMap(row -> row.cells().values().stream())
                .filter(cell -> cell.fills() != null)
                .count();
    }

    /** How many cells have something wrong, or hold something in a row that is not filled in. */
    public long odd() {
        return rows.stream()
                .flatMap(row -> row.cells().values().stream()
                        .filter(cell -> row.standing() == Standing.FILLS
                                ? cell.problem() != null
                                : !cell.pasted().isEmpty()))
                .count();
    }
}
