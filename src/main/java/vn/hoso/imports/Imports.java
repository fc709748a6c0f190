package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.Measure;
import vn.hoso.figures.MonthEdit;
import vn.hoso.figures.MonthEntry;
import vn.hoso.figures.MonthReading;
import vn.hoso.figures.ReturnSource;
import vn.hoso.figures.SaveOutcome;
import vn.hoso.figures.UnusualFigures;
import vn.hoso.imports.files.FileReading;
import vn.hoso.imports.files.Limits;
import vn.hoso.imports.files.Refusals;
import vn.hoso.imports.files.Sheet;
import vn.hoso.imports.layouts.Layout;
import vn.hoso.period.EntryWindow;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.RefusedException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** The way of a file: brought, recognised, looked at, applied. Nothing of it is stored as a figure before the last step. */
@Service
public class Imports {

    private final ImportFiles files;
    private final ImportMemory memory;
    private final Recognition recognition;
    private final MonthReading reading;
    private final MonthEntry entry;
    private final UnusualFigures rules;
    private final Units units;
    private final EntryWindows windows;

    Imports(
            ImportFiles files,
            ImportMemory memory,
            Recognition recognition,
            MonthReading reading,
            MonthEntry entry,
            UnusualFigures rules,
            Units units,
            EntryWindows windows) {
        this.files = files;
        this.memory = memory;
        this.recognition = recognition;
        this.reading = reading;
        this.entry = entry;
        this.rules = rules;
        this.units = units;
        this.windows = windows;
    }

    /**
     * Keeps a file that can be read.
     *
     * @param chosen the month it should be for, null to go by the file
     * @return its id
     * @throws RefusedException with the reason if it cannot be taken; then nothing is kept
     */
    public long bring(String name, byte[] bytes, @Nullable YearMonth chosen, CurrentUser by) {
        List<Sheet> sheets = FileReading.read(name, bytes);
        YearMonth month = month(recognition.find(sheets, chosen, by), chosen);
        if (month != null) {
            refuseClosed(month, by);
        }
        return files.keep(name, bytes, month, by);
    }

    /**
     * What the file would change now.
     *
     * @param reasons why unusual figures are as they are
     */
    public ImportPreview preview(long id, Reasons reasons, CurrentUser reader) {
        ImportFile file = files.find(id, reader);
        List<Sheet> sheets = FileReading.read(file.name(), files.bytes(id));
        Optional<Recognition.Recognised> found = recognition.find(sheets, file.month(), reader);
        YearMonth month = month(found, file.month());
        if (found.isEmpty() || month == null) {
            return PreviewAssembly.withoutMonth(file, sheets, found.orElse(null), month);
        }
        refuseOutside(month);
        return new PreviewAssembly(
                        found.get(), reading.read(month, reader), units.all(month), memory.aliases(reader), reader)
                .preview(file, sheets, reasons, rules);
    }

    /** Says which month the file is for. */
    public void choose(long id, YearMonth month, CurrentUser by) {
        ImportFile file = files.find(id, by);
        recognition.find(FileReading.read(file.name(), files.bytes(id)), month, by);
        refuseClosed(month, by);
        files.choose(id, month);
    }

    /** Says which units the file's names mean; 0 for a row that is none. Answers are kept for the next file. */
    @Transactional
    public void match(long id, Map<String, Long> unitsByName, CurrentUser by) {
        ImportPreview preview = preview(id, Reasons.NONE, by);
        Set<Long> theirs = preview.units().stream().map(Unit::id).collect(Collectors.toSet());
        for (ImportPreview.SheetName name : preview.names()) {
            Long unit = unitsByName.get(name.folded());
            if (unit != null && (unit == ImportMemory.NO_UNIT || theirs.contains(unit))) {
                memory.remember(name.folded(), unit, by);
            }
        }
    }

    /** Says where the figures stand in a sheet that is not recognised. */
    public void describe(
            long id, int sheet, int headerRow, int unitColumn, Map<Measure, Integer> columns, CurrentUser by) {
        ImportFile file = files.find(id, by);
        List<Sheet> sheets = FileReading.read(file.name(), files.bytes(id));
        boolean headed = sheet >= 0
                && sheet < sheets.size()
                && sheets.get(sheet).rows().stream().anyMatch(row -> row.number() == headerRow);
        boolean apart =
                columns.values().stream().distinct().count() == columns.size() && !columns.containsValue(unitColumn);
        if (!headed || !apart || columns.isEmpty() || !near(headerRow, unitColumn, columns)) {
            throw Refusals.of("description");
        }
        memory.remember(sheets.get(sheet), Layout.chosen(headerRow, unitColumn, columns), by);
    }

    private static boolean near(int headerRow, int unitColumn, Map<Measure, Integer> columns) {
        return headerRow <= ImportMemory.ROWS_TRIED
                && unitColumn >= 1
                && unitColumn <= Limits.COLUMNS
                && columns.values().stream().allMatch(column -> column <= Limits.COLUMNS);
    }

    /**
     * Stores the file's figures, all or none.
     *
     * @param seen the version of each unit that the person saw in the preview
     */
    public SaveOutcome apply(ImportPreview preview, Map<Long, Integer> seen, CurrentUser by) {
        YearMonth month = Objects.requireNonNull(preview.month());
        List<MonthEdit.Row> rows = preview.changed().stream()
                .map(row -> new MonthEdit.Row(
                        row.unit().id(), seen.getOrDefault(row.unit().id(), 0), Objects.requireNonNull(row.fresh())))
                .toList();
        String sheet = Objects.requireNonNull(preview.found()).sheet();
        Map<Long, MonthEdit.Place> places = preview.changed().stream()
                .collect(Collectors.toMap(row -> row.unit().id(), row -> new MonthEdit.Place(sheet, row.row())));
        MonthEdit.Origin origin = new MonthEdit.Origin(preview.file().id(), places);
        SaveOutcome outcome = rows.isEmpty()
                ? new SaveOutcome.Saved(0)
                : entry.save(new MonthEdit(month, rows, ReturnSource.IMPORT, origin), by);
        if (outcome instanceof SaveOutcome.Saved saved) {
            files.applied(preview.file().id(), month, sheet, saved.units(), by);
        }
        return outcome;
    }

    private static @Nullable YearMonth month(Optional<Recognition.Recognised> found, @Nullable YearMonth chosen) {
        return chosen != null
                ? chosen
                : found.map(Recognition.Recognised::month).orElse(null);
    }

    private void refuseClosed(YearMonth month, CurrentUser by) {
        refuseOutside(month);
        if (reading.read(month, by).lock() != null) {
            throw new RefusedException(HttpStatus.CONFLICT, "imports.problem.locked", Formats.month(month));
        }
    }

    private void refuseOutside(YearMonth month) {
        EntryWindow window = windows.today();
        switch (window.place(month)) {
            case FUTURE -> throw Refusals.of("future", Formats.month(month), Formats.month(window.current()));
            case BEFORE -> throw Refusals.of("early", Formats.month(month), Formats.month(window.earliest()));
            case INSIDE -> {}
        }
    }
}
