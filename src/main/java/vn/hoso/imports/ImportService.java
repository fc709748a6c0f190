package vn.hoso.imports;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.MonthQueries;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.figures.UnusualFigures;
import vn.hoso.imports.ActSheet.ActSheets;
import vn.hoso.imports.SheetRecognition.SheetMeaning;
import vn.hoso.imports.files.FileErrors;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.period.EntryWindow;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.EntryWindows;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** The way of a file: brought, recognised, looked at, applied. Nothing of it is stored as a figure before the last step. */
@Service
public class ImportService {

    private final ImportFileQueries files;
    private final ImportFileService store;
    private final MemoryQueries memory;
    private final MemoryService remembering;
    private final SheetRecognition recognition;
    private final MonthQueries reading;
    private final UnusualFigures rules;
    private final SuggestedNote note;
    private final AskedMeasures asked;
    private final Units units;
    private final EntryWindows windows;

    ImportService(
            ImportFileQueries files,
            ImportFileService store,
            MemoryQueries memory,
            MemoryService remembering,
            SheetRecognition recognition,
            MonthQueries reading,
            UnusualFigures rules,
            SuggestedNote note,
            AskedMeasures asked,
            Units units,
            EntryWindows windows) {
        this.files = files;
        this.store = store;
        this.memory = memory;
        this.remembering = remembering;
        this.recognition = recognition;
        this.reading = reading;
        this.rules = rules;
        this.note = note;
        this.asked = asked;
        this.units = units;
        this.windows = windows;
    }

    /**
     * Keeps a file that can be read.
     *
     * @param chosen the month it should be for, null to go by the file
     * @return its id
     * @throws UserFacingException with the reason if it cannot be taken; then nothing is kept
     */
    public long bring(String name, byte[] bytes, @Nullable YearMonth chosen, CurrentUser by) {
        List<SheetMeaning> meanings = recognition.of(name, recognition.sheets(name, bytes, by), by);
        SortedSet<YearMonth> months = months(new ActSheets(chosen, ImportChoices.NONE).of(meanings));
        if (chosen != null) {
            months.add(chosen);
        }
        months.forEach(this::refuseOutside);
        if (months.size() == 1) {
            refuseLocked(months.first());
        }
        return store.keep(name, bytes, chosen, months, by);
    }

    /**
     * What the file would change now.
     *
     * @param reasons why unusual figures are as they are
     */
    public ImportPreview preview(long id, ImportReasons reasons, CurrentUser reader) {
        ImportFile file = files.find(id, reader);
        List<SheetMeaning> meanings =
                recognition.of(file.name(), recognition.sheets(file.name(), files.bytes(id), reader), reader);
        ImportChoices given = files.choices(id);
        EntryWindow window = windows.today();
        List<ActSheet> sheets = new ActSheets(file.chosen(), given)
                .of(meanings).stream().map(sheet -> sheet.within(window)).toList();
        SortedMap<YearMonth, MonthSnapshot> months = new TreeMap<>();
        for (YearMonth month : months(sheets)) {
            months.put(month, reading.read(month, reader));
        }
        LinePlaces places = new LinePlaces(units::all, memory.names(reader), given, reader);
        return new PreviewAssembler(sheets, months, places, given, asked, reader).preview(file, reasons, rules, note);
    }

    private static SortedSet<YearMonth> months(List<ActSheet> sheets) {
        SortedSet<YearMonth> months = new TreeSet<>();
        sheets.stream().filter(ActSheet::used).forEach(sheet -> months.addAll(sheet.months()));
        return months;
    }

    /** Says which month the file is for, or single sheets of it by their place; of others the year that their rows are of. */
    @Transactional
    public void choose(
            long id,
            @Nullable YearMonth month,
            Map<Integer, YearMonth> bySheet,
            Map<Integer, Integer> years,
            CurrentUser by) {
        files.find(id, by);
        Set<YearMonth> chosen = new HashSet<>(bySheet.values());
        if (month != null) {
            chosen.add(month);
        }
        for (YearMonth each : chosen) {
            refuseOutside(each);
            refuseLocked(each);
        }
        ImportPreview preview = preview(id, ImportReasons.NONE, by);
        Map<String, String> answers = new LinkedHashMap<>();
        if (month != null) {
            preview.undated().forEach(sheet -> answers.put(ImportChoices.monthField(sheet.index()), month.toString()));
            if (preview.sheets().stream().noneMatch(ActSheet::choosable)) {
                store.choose(id, month);
            }
        }
        preview.undated().stream().filter(ActSheet::yearAsked).forEach(sheet -> {
            Integer year = years.get(sheet.index());
            if (year != null) {
                sheet.reading().inYear(year).months().named().forEach(this::refuseOutside);
                answers.put(ImportChoices.yearField(sheet.index()), String.valueOf(year));
            }
        });
        bySheet.forEach((sheet, each) -> {
            if (sheet < preview.sheets().size()) {
                answers.put(ImportChoices.monthField(sheet), each.toString());
            }
        });
        store.answer(id, answers, by);
    }

    /** Says which sheets belong to the act, by their place. */
    public void take(long id, Set<Integer> sheets, CurrentUser by) {
        List<ActSheet> known = preview(id, ImportReasons.NONE, by).sheets();
        String text = known.stream()
                .filter(sheet -> sheet.choosable() && sheets.contains(sheet.index()))
                .map(sheet -> String.valueOf(sheet.index()))
                .collect(Collectors.joining(","));
        if (text.isEmpty()) {
            throw FileErrors.of("no-sheet");
        }
        store.answer(id, Map.of(ImportChoices.sheetsField(), text), by);
    }

    /** Says how the cells or rows of a kind are read, all of them alike. */
    public void answer(long id, CellQuestion.Kind kind, String answer, CurrentUser by) {
        files.find(id, by);
        if (!kind.answers().contains(answer)) {
            throw FileErrors.of("answer");
        }
        store.answer(id, Map.of(kind.field(), answer), by);
    }

    /**
     * Says which units the file's names mean; 0 for a row that is none. Answers are kept for the next file, but for names
     * whose code is another unit's: those hold for this file alone.
     */
    @Transactional
    public void match(long id, Map<String, Long> unitsByName, CurrentUser by) {
        ImportPreview preview = preview(id, ImportReasons.NONE, by);
        Set<Long> theirs = preview.units().stream().map(Unit::id).collect(Collectors.toSet());
        Map<String, String> answers = new LinkedHashMap<>();
        for (SheetName name : preview.names()) {
            Long unit = unitsByName.get(name.key());
            if (unit == null || unit != RememberedAnswer.NO_UNIT && !theirs.contains(unit)) {
                continue;
            }
            if (name.forEveryFile()) {
                remembering.remember(name.key(), name.name(), unit, by);
            } else {
                answers.put(ImportChoices.unitField(name.key()), unit.toString());
            }
        }
        store.answer(id, answers, by);
    }

    /** Says where the figures stand in a sheet that is not recognised. */
    public void describe(long id, int sheet, SheetDescription description, CurrentUser by) {
        ImportFile file = files.find(id, by);
        List<ParsedSheet> sheets = recognition.sheets(file.name(), files.bytes(id), by);
        if (sheet < 0 || sheet >= sheets.size()) {
            throw FileErrors.of("description");
        }
        remembering.remember(sheets.get(sheet), description.layout(sheets.get(sheet), Set.copyOf(asked.all())), by);
    }

    private void refuseLocked(YearMonth month) {
        if (reading.lock(month) != null) {
            throw new UserFacingException(HttpStatus.CONFLICT, "imports.problem.locked", Formats.month(month));
        }
    }

    private void refuseOutside(YearMonth month) {
        EntryWindow window = windows.today();
        switch (window.place(month)) {
            case FUTURE -> throw FileErrors.of("future", Formats.month(month), Formats.month(window.current()));
            case BEFORE -> throw FileErrors.of("early", Formats.month(month), Formats.month(window.earliest()));
            case INSIDE -> {}
        }
    }
}
