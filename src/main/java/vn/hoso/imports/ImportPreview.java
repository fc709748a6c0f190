package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.Measure;
import vn.hoso.figures.ReturnFigures;
import vn.hoso.imports.files.Sheet;
import vn.hoso.imports.layouts.Layout;
import vn.hoso.units.Unit;

/**
 * What a file would change.
 *
 * @param file the file
 * @param sheets its sheets
 * @param found the sheet that figures are taken from, null if none is recognised
 * @param month the month, null while nobody has said
 * @param units the month's units that the person may enter
 * @param rows one for each unit in the file
 * @param names names that no unit is known by, and those that a person has matched, each once
 * @param left names that a person said are no unit
 * @param issues what keeps the file from being applied
 * @param totals the sheet's own totals that do not agree with its rows
 * @param unusual the rows that change and need a word of why
 */
public record ImportPreview(
        ImportFile file,
        List<Sheet> sheets,
        @Nullable Found found,
        @Nullable YearMonth month,
        List<Unit> units,
        List<Row> rows,
        List<SheetName> names,
        List<String> left,
        List<Issue> issues,
        List<TotalMismatch> totals,
        List<Unusual> unusual) {

    /**
     * The sheet that is read.
     *
     * @param described whether a person said where its figures stand
     */
    public record Found(String sheet, Layout layout, boolean described) {}

    /**
     * A name as the sheet writes it.
     *
     * @param chosen the unit that a person said it means, 0 for none, null while nobody has said
     */
    public record SheetName(
            String name, String folded, int row, @Nullable Long chosen) {}

    /**
     * One unit's figures, stored and in the file.
     *
     * @param name what the sheet calls the unit
     * @param version the version stored now, 0 if there is none
     * @param stored the figures stored now
     * @param fresh the figures after the import, null if they cannot be read
     * @param texts the texts of the file's cells
     */
    public record Row(
            Unit unit,
            int row,
            String name,
            int version,
            ReturnFigures stored,
            @Nullable ReturnFigures fresh,
            Map<Measure, String> texts) {

        public boolean changed() {
            return fresh == null || !fresh.equals(stored);
        }

        Row with(ReturnFigures other) {
            return new Row(unit, row, name, version, stored, other, texts);
        }
    }

    /**
     * A reason not to apply.
     *
     * @param messageKey the sentence
     * @param arguments what it names
     * @param unit the unit it is about, null if it is about the file
     * @param measure the measure it is about, null if it is about a whole row
     * @param at where in the file, null where it is about no place of it
     */
    public record Issue(
            String messageKey,
            List<String> arguments,
            @Nullable Unit unit,
            @Nullable Measure measure,
            @Nullable Spot at) {}

    /**
     * A place in the file.
     *
     * @param address a cell such as D12, or the number of a row
     * @param cell whether it is a cell
     */
    public record Spot(String sheet, String address, boolean cell) {}

    /** A total that the sheet states, and the sum of its rows. */
    public record TotalMismatch(Measure measure, String address, String stated, String summed) {}

    /** Whether every reason is there. */
    public boolean explained() {
        return unusual.stream().noneMatch(Unusual::open);
    }

    /**
     * The changing rows whose stored figures somebody changed since a person looked.
     *
     * @param seen the version of each unit that the person saw
     */
    public List<Row> movedOn(Map<Long, Integer> seen) {
        return changed().stream()
                .filter(row -> row.version() != seen.getOrDefault(row.unit().id(), -1))
                .toList();
    }

    /** Whether it can be applied, once every reason is there. */
    public boolean ready() {
        return found != null && month != null && unknown().isEmpty() && issues.isEmpty();
    }

    /** Names that nobody has matched yet. */
    public List<SheetName> unknown() {
        return names.stream().filter(name -> name.chosen() == null).toList();
    }

    public List<Row> changed() {
        return rows.stream().filter(Row::changed).toList();
    }
}
