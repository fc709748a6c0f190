package vn.hoso.imports.layouts;

import java.util.Map;
import java.util.TreeMap;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedCell;

/**
 * What a sheet says of one unit, or in its row of totals.
 *
 * @param row the row it begins in
 * @param code the unit's code, empty where the sheet has none
 * @param name the name as the sheet writes it
 * @param heading whether the row looks like the heading of a group, unless its name is a unit's
 * @param cells the figures the sheet has, blank ones among them
 * @param note its note, empty if there is none
 */
public record FigureLine(int row, String code, String name, boolean heading, Map<Measure, Figure> cells, String note) {

    /**
     * A cell with a figure.
     *
     * @param address where it stands
     */
    public record Figure(ParsedCell cell, String address) {}

    /** Whether it says anything at all. */
    public boolean blank() {
        return cells.values().stream().allMatch(figure -> figure.cell().blank());
    }

    public boolean hasDigit() {
        return cells.values().stream().anyMatch(figure -> figure.cell().hasDigit());
    }

    /** The same where the sheet calls the unit so in its title. */
    public FigureLine of(String unit) {
        return new FigureLine(row, code, unit, heading, cells, note);
    }

    FigureLine with(Map<Measure, Figure> more) {
        Map<Measure, Figure> all = new TreeMap<>();
        all.putAll(cells);
        all.putAll(more);
        return new FigureLine(row, code, name, heading, all, note);
    }
}
