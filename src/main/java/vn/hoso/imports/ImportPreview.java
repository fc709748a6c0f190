package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.Measure;
import vn.hoso.figures.ReturnFigures;
import vn.hoso.imports.files.Sheet;
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
 * @param unknown names that no unit is known by, each once
 * @param left names that a person said are no unit
 * @param issues what keeps the file from being applied
 * @param totals the sheet's own totals that do not agree with its rows
 * @param unexplained units whose reported online total differs from the sum of its classes, without a word of why
 */
public record ImportPreview(
        ImportFile file,
        List<Sheet> sheets,
        @Nullable Found found,
        @Nullable YearMonth month,
        List<Unit> units,
        List<Row> rows,
        List<UnknownName> unknown,
        List<String> left,
        List<Issue> issues,
        List<TotalMismatch> totals,
        List<Row> unexplained) {

    /** The sheet that is read, how it is laid out, and where its heading ends. */
    public record Found(String sheet, boolean tall, int headerRow) {}

    /** A name as the sheet writes it. */
    public record UnknownName(String name, String folded, int row) {}

    /**
     * One unit's figures, stored and in the file.
     *
     * @param version the version stored now, 0 if there is none
     * @param stored the figures stored now
     * @param fresh the figures after the import, null if they cannot be read
     * @param texts the texts of the file's cells
     */
    public record Row(
            Unit unit,
            int row,
            int version,
            ReturnFigures stored,
            @Nullable ReturnFigures fresh,
            Map<Measure, String> texts) {

        public boolean changed() {
            return fresh == null || !fresh.equals(stored);
        }
    }

    /**
     * A reason not to apply.
     *
     * @param messageKey the sentence
     * @param arguments what it names
     * @param unit the unit it is about, null if it is about the file
     * @param measure the measure it is about, null if it is about a whole row
     * @param address the cell, empty where there is none
     */
    public record Issue(
            String messageKey,
            List<String> arguments,
            @Nullable Unit unit,
            @Nullable Measure measure,
            String address) {}

    /** A total that the sheet states, and the sum of its rows. */
    public record TotalMismatch(Measure measure, String address, String stated, String summed) {}

    public boolean ready() {
        return found != null && month != null && unknown.isEmpty() && issues.isEmpty();
    }

    public List<Row> changed() {
        return rows.stream().filter(Row::changed).toList();
    }
}
