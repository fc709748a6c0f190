package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.period.StoredMonth;
import vn.hoso.shared.Sha256;
import vn.hoso.units.Unit;

/**
 * What a file would change: one act over all sheets and months that are read.
 *
 * @param file the file
 * @param sheets its sheets, those that are read and those that are not
 * @param months the months that it changes or could change, the earliest first
 * @param units the units that the person may enter in any of these months
 * @param rows one for each unit and month in the file
 * @param names names that are no unit's for sure, and those that a person has matched, each once
 * @param left names that a person said are no unit
 * @param others names of units that the person may not enter, which are left out
 * @param cells what one answer for the whole file is asked about, or was given
 * @param issues what keeps the file from being applied
 * @param totals the sheets' own totals that do not agree with their rows
 * @param unusual the rows that change and need a word of why
 */
public record ImportPreview(
        ImportFile file,
        List<ActSheet> sheets,
        List<Month> months,
        List<Unit> units,
        List<Row> rows,
        List<SheetName> names,
        List<String> left,
        List<String> others,
        List<CellQuestion> cells,
        List<Issue> issues,
        List<TotalMismatch> totals,
        List<UnusualRow> unusual) {

    /**
     * A month of the act.
     *
     * @param days those that it counts
     * @param absent the units that the person may enter and the file does not have
     */
    public record Month(StoredMonth days, List<Unit> absent) {

        public YearMonth month() {
            return days.month();
        }
    }

    /**
     * One unit's figures of a month, stored and in the file.
     *
     * @param place where they stand in the file
     * @param name what the sheet calls the unit
     * @param version the version stored now, 0 if there is none
     * @param stored the figures stored now
     * @param fresh the figures after the import, null if they cannot be read
     * @param texts the texts of the file's cells
     */
    public record Row(
            Unit unit,
            YearMonth month,
            MonthEdit.Place place,
            String name,
            int version,
            ReturnFigures stored,
            @Nullable ReturnFigures fresh,
            Map<Measure, String> texts) {

        public RowKey key() {
            return new RowKey(unit.id(), month);
        }

        public boolean changed() {
            return fresh == null || !fresh.equals(stored);
        }

        Row with(ReturnFigures other) {
            return new Row(unit, month, place, name, version, stored, other, texts);
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

    /** A total that a sheet states, and the sum of its rows. */
    public record TotalMismatch(String sheet, Measure measure, String address, String stated, String summed) {}

    /** Whether more than one sheet is read, so that a row's number alone says too little. */
    public boolean severalSheets() {
        return sheets.stream().filter(ActSheet::used).count() > 1;
    }

    /** Whether every reason is there. */
    public boolean explained() {
        return unusual.stream().noneMatch(UnusualRow::open);
    }

    /**
     * The changing rows whose stored figures somebody changed since a person looked.
     *
     * @param seen the version of each row that the person saw
     */
    public List<Row> movedOn(Map<RowKey, Integer> seen) {
        return changed().stream()
                .filter(row -> row.version() != seen.getOrDefault(row.key(), -1))
                .toList();
    }

    /** Whether it can be applied, once every reason is there. */
    public boolean ready() {
        return sheets.stream().anyMatch(ActSheet::used)
                && undated().isEmpty()
                && unknown().isEmpty()
                && cells.stream().noneMatch(CellQuestion::open)
                && issues.isEmpty();
    }

    /** The sheets whose month a person has to say. */
    public List<ActSheet> undated() {
        return sheets.stream()
                .filter(sheet -> sheet.standing() == ActSheet.Standing.MONTH_ASKED)
                .toList();
    }

    /** The answers given before that this file is read by: where a sheet's figures stand, and what names mean. */
    public List<RememberedAnswer> remembered() {
        return Stream.concat(
                        sheets.stream().filter(ActSheet::choosable).flatMap(sheet -> Stream.ofNullable(sheet.memory())),
                        names.stream().flatMap(name -> Stream.ofNullable(name.memory())))
                .distinct()
                .toList();
    }

    /** Names that nobody has matched yet. */
    public List<SheetName> unknown() {
        return names.stream().filter(name -> name.chosen() == null).toList();
    }

    public List<Row> changed() {
        return rows.stream().filter(Row::changed).toList();
    }

    /** A mark of what the rows would store, by which it is known whether a person saw just that. */
    public String mark() {
        StringBuilder all = new StringBuilder();
        for (Row row : rows) {
            all.append(row.key().text()).append(row.place());
            ReturnFigures fresh = row.fresh();
            Measure.OWN.forEach(measure -> all.append(';').append(fresh == null ? "" : fresh.cell(measure)));
            if (fresh != null) {
                ReturnFigures.measures(List.of(fresh)).stream()
                        .filter(Measure::added)
                        .forEach(measure -> all.append(';').append(measure).append(fresh.cell(measure)));
            }
        }
        return Sha256.of(all.toString());
    }

    /**
     * A row whose figures need a word of why.
     *
     * @param row the row, with the word where there is one
     * @param findings what is unusual about it
     * @param note the word in the file or stored already, null if the person has to say it
     * @param typed the word typed for this row alone, empty for none
     * @param ticked whether a person ticked it for the common word
     */
    public record UnusualRow(
            ImportPreview.Row row,
            List<UnusualFinding> findings,
            @Nullable String note,
            String typed,
            boolean ticked) {

        private static final String UNCLASSIFIED = "unclassified";

        /** Whether somebody has to say why. */
        public boolean asked() {
            return note == null;
        }

        /** Whether nobody has said why. */
        public boolean open() {
            return row.fresh() == null || row.fresh().note() == null;
        }

        /** Whether all there is to explain stands in the source itself: dossiers that it does not classify. */
        public boolean ofTheSource() {
            return findings.stream().allMatch(finding -> finding.rule().equals(UNCLASSIFIED));
        }
    }
}
