package vn.hoso.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.figures.UnusualFigures;
import vn.hoso.imports.layouts.BetweenMonths;
import vn.hoso.imports.layouts.FigureLine;
import vn.hoso.imports.layouts.SheetInterpretation;
import vn.hoso.imports.layouts.SheetInterpretation.UnreadMonth;
import vn.hoso.imports.layouts.SheetLines;
import vn.hoso.imports.layouts.SheetTotals;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;

/** Puts the sheets that are read beside the months they are of. */
final class PreviewAssembler {

    private final List<ActSheet> sheets;
    private final SortedMap<YearMonth, MonthSnapshot> months;
    private final AskedMeasures asked;
    private final CurrentUser reader;
    private final LinePlaces places;
    private final ImportChoices answers;
    private final CellAnswerResolver cells;
    private final List<ImportPreview.Issue> issues = new ArrayList<>();
    private final List<ImportPreview.TotalMismatch> totals = new ArrayList<>();

    /**
     * Begins.
     *
     * @param months the months that they are of
     */
    PreviewAssembler(
            List<ActSheet> sheets,
            SortedMap<YearMonth, MonthSnapshot> months,
            LinePlaces places,
            ImportChoices answers,
            AskedMeasures asked,
            CurrentUser reader) {
        this.asked = asked;
        this.sheets = sheets;
        this.months = months;
        this.places = places;
        this.reader = reader;
        this.answers = answers;
        cells = new CellAnswerResolver(answers);
    }

    ImportPreview preview(ImportFile file, ImportReasons reasons, UnusualFigures rules, SuggestedNote note) {
        sheets.stream().filter(ActSheet::used).forEach(this::place);
        places.leaveOthersUnasked();
        List<ImportPreview.Row> rows = rows();
        UnusualRows unusual = new UnusualRows(rows, rules, note, reasons);
        issues.addAll(0, locked(months, unusual.rows()));
        refuseNothing();
        issues.addAll(places.issues());
        issues.addAll(unusual.issues());
        return new ImportPreview(
                file,
                sheets,
                months(),
                units(),
                unusual.rows(),
                places.names(),
                places.leftOut(),
                places.others(),
                cells.questions(),
                issues,
                places.asksNothing() ? totals : List.of(),
                unusual.unusual());
    }

    private void place(ActSheet sheet) {
        SheetInterpretation reading = sheet.reading();
        reading.lines()
                .nameless()
                .forEach(address -> issues.add(
                        issue(new ImportPreview.Spot(sheet.name(), address, true), "imports.problem.nameless")));
        reading.lines()
                .unknownClasses()
                .forEach(cell -> issues.add(issue(
                        new ImportPreview.Spot(sheet.name(), cell.address(), true),
                        "imports.problem.row-class",
                        cell.words())));
        List<FigureLine> summed = new ArrayList<>();
        List<FigureLine> rows = new ArrayList<>();
        List<FigureLine> stated = new ArrayList<>(reading.lines().totals());
        for (ActSheet.Line line : sheet.lines()) {
            YearMonth month = sheet.monthOf(line);
            if (month != null) {
                place(sheet, month, cells.read(sheet.sheet(), line.figures()), summed, rows, stated);
            } else if (SheetLines.total(line.figures().name())) {
                stated.add(line.figures());
            }
        }
        stated.stream()
                .filter(line -> line.heading() && !SheetLines.total(line.name()))
                .filter(line -> !SheetTotals.sums(line, rows, stated))
                .forEach(line -> places.ask(sheet, line));
        reading.unreadableMonths().forEach(cell -> refuse(sheet, cell));
        if (sheet.ofOneUnit()) {
            BetweenMonths.of(reading)
                    .forEach(words -> issues.add(issue(
                            new ImportPreview.Spot(sheet.name(), words.address(), true),
                            "imports.problem." + words.problem(),
                            words.text(),
                            words.year())));
        }
        mismatches(sheet, summed, stated)
                .forEach(wrong -> totals.add(new ImportPreview.TotalMismatch(
                        sheet.name(),
                        wrong.measure(),
                        wrong.address(),
                        Formats.count(wrong.stated()),
                        Formats.count(wrong.summed()))));
    }

    /** The sums of a sheet that are wrong; where one month of a year was chosen, sums say nothing of it. */
    private static List<SheetTotals.Mismatch> mismatches(
            ActSheet sheet, List<FigureLine> summed, List<FigureLine> stated) {
        SheetLines lines = sheet.reading().lines();
        if (!sheet.ofOneUnit()) {
            return SheetTotals.mismatches(summed, stated, lines.sums());
        }
        Map<Integer, YearMonth> monthOf = new TreeMap<>();
        sheet.reading().rowMonths().forEach((row, claim) -> monthOf.put(row, claim.month()));
        return sheet.lines().size() < lines.units().size() ? List.of() : SheetTotals.ofOneUnit(summed, stated, monthOf);
    }

    /** A row whose month cannot be read is taken as the sheet's only where it says no other, or a person said the month. */
    private void refuse(ActSheet sheet, UnreadMonth cell) {
        YearMonth month = sheet.month();
        boolean answered = !sheet.ofOneUnit() && answers.month(sheet.index()).isPresent();
        if (month == null || !answered && !cell.agrees(month)) {
            ImportPreview.Spot spot = new ImportPreview.Spot(sheet.name(), cell.address(), true);
            issues.add(
                    month == null
                            ? issue(spot, "imports.problem.row-month", cell.text())
                            : issue(spot, "imports.problem.row-month-other", cell.text(), Formats.month(month)));
        }
    }

    /** The heading of a group that has figures states the sum of the group, and is held against it like a total. */
    private void place(
            ActSheet sheet,
            YearMonth month,
            FigureLine line,
            List<FigureLine> summed,
            List<FigureLine> rows,
            List<FigureLine> stated) {
        Optional<Unit> found = places.find(sheet, month, line);
        if (found.isEmpty() && line.heading() && line.hasDigit()) {
            stated.add(line);
        } else {
            rows.add(line);
        }
        found.ifPresent(unit -> {
            summed.add(line);
            if (reader.mayEnter(unit.id()) && cells.counts(sheet.sheet(), line)) {
                places.put(unit, sheet, month, line);
            }
        });
    }

    private List<ImportPreview.Row> rows() {
        List<ImportPreview.Row> rows = new ArrayList<>();
        places.own().forEach((key, placed) -> {
            MonthSnapshot month = Objects.requireNonNull(months.get(key.month()));
            RowComparison comparison = new RowComparison(
                    placed.unit(),
                    key.month(),
                    placed.line(),
                    asked.at(key.month()),
                    month.of(key.unitId()),
                    placed.sheet());
            rows.add(comparison.row());
            issues.addAll(comparison.issues());
        });
        return rows;
    }

    /** A locked month refuses what would change in it, and nothing else. */
    static List<ImportPreview.Issue> locked(SortedMap<YearMonth, MonthSnapshot> months, List<ImportPreview.Row> rows) {
        return months.values().stream()
                .filter(month -> month.lock() != null
                        && rows.stream().anyMatch(row -> row.month().equals(month.month()) && row.changed()))
                .map(month -> issue(null, "imports.problem.locked", Formats.month(month.month())))
                .toList();
    }

    private void refuseNothing() {
        List<ActSheet> used = sheets.stream().filter(ActSheet::used).toList();
        if (!used.isEmpty() && places.own().isEmpty() && places.asksNothing()) {
            issues.add(
                    places.others().isEmpty()
                            ? issue(null, "imports.problem.no-rows", used.get(0).name())
                            : issue(null, "imports.problem.none-own", String.join(", ", places.others())));
        }
    }

    private List<ImportPreview.Month> months() {
        return months.values().stream()
                .map(month -> new ImportPreview.Month(
                        month.days(),
                        month.units().stream()
                                .filter(unit -> reader.mayEnter(unit.id()))
                                .filter(unit -> !places.own().containsKey(new RowKey(unit.id(), month.month())))
                                .toList()))
                .toList();
    }

    private List<Unit> units() {
        Map<Long, Unit> units = new LinkedHashMap<>();
        months.values().forEach(month -> month.units().stream()
                .filter(unit -> reader.mayEnter(unit.id()))
                .forEach(unit -> units.putIfAbsent(unit.id(), unit)));
        return List.copyOf(units.values());
    }

    private static ImportPreview.Issue issue(ImportPreview.@Nullable Spot at, String key, String... named) {
        return new ImportPreview.Issue(key, List.of(named), null, null, at);
    }
}
