package vn.hoso.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.MonthReading.MonthSnapshot;
import vn.hoso.figures.UnusualFigures;
import vn.hoso.imports.files.Sheet;
import vn.hoso.imports.layouts.FigureLine;
import vn.hoso.imports.layouts.Fold;
import vn.hoso.imports.layouts.SheetLines;
import vn.hoso.imports.layouts.UnitNames;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;

/** Puts a recognised sheet beside a month. */
final class PreviewAssembly {

    private final Recognition.Recognised found;
    private final MonthSnapshot month;
    private final Map<String, Long> aliases;
    private final UnitNames names;
    private final CurrentUser reader;
    private final Map<Unit, FigureLine> lines = new LinkedHashMap<>();
    private final List<FigureLine> foreign = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Map<String, ImportPreview.SheetName> asked = new LinkedHashMap<>();
    private final List<ImportPreview.Issue> issues = new ArrayList<>();

    /**
     * Begins.
     *
     * @param everyUnit the month's units, the reader's and others'
     */
    PreviewAssembly(
            Recognition.Recognised found,
            MonthSnapshot month,
            List<Unit> everyUnit,
            Map<String, Long> aliases,
            CurrentUser reader) {
        this.found = found;
        this.month = month;
        this.aliases = aliases;
        this.reader = reader;
        names = new UnitNames(everyUnit, aliases);
    }

    ImportPreview preview(ImportFile file, List<Sheet> sheets, Reasons reasons, UnusualFigures rules) {
        SheetLines sheet = SheetLines.of(found.sheet(), found.layout());
        if (month.lock() != null) {
            issue(null, "imports.problem.locked", Formats.month(month.month()));
        }
        sheet.nameless().forEach(address -> issue(cell(address), "imports.problem.nameless"));
        sheet.units().forEach(this::place);
        foreign.forEach(line -> issue(row(line), "imports.problem.foreign", line.name()));
        if (lines.isEmpty() && asked.isEmpty() && foreign.isEmpty()) {
            issue(null, "imports.problem.no-rows", found.sheet().name());
        }
        List<ImportPreview.Row> rows = new ArrayList<>();
        lines.forEach((unit, line) -> {
            RowComparison comparison = new RowComparison(
                    unit, line, month.of(unit.id()), found.sheet().name());
            rows.add(comparison.row());
            issues.addAll(comparison.issues());
        });
        UnusualRows unusual = new UnusualRows(rows, month.month(), rules, reasons);
        issues.addAll(unusual.issues());
        List<FigureLine> summed = new ArrayList<>(lines.values());
        summed.addAll(foreign);
        return new ImportPreview(
                file,
                sheets,
                found(found),
                month.month(),
                month.units().stream()
                        .filter(unit -> reader.mayEnter(unit.id()))
                        .toList(),
                unusual.rows(),
                List.copyOf(asked.values()),
                leftOut,
                issues,
                asked.values().stream().allMatch(name -> name.chosen() != null)
                        ? TotalCheck.of(summed, sheet.totals())
                        : List.of(),
                unusual.unusual());
    }

    static ImportPreview withoutMonth(
            ImportFile file, List<Sheet> sheets, Recognition.@Nullable Recognised found, @Nullable YearMonth month) {
        return new ImportPreview(
                file,
                sheets,
                found == null ? null : found(found),
                month,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static ImportPreview.Found found(Recognition.Recognised found) {
        return new ImportPreview.Found(found.sheet().name(), found.layout(), found.described());
    }

    private void place(FigureLine line) {
        Optional<Unit> unit = unit(line);
        String folded = Fold.of(line.name());
        Long chosen = aliases.get(folded);
        if (chosen != null || unit.isEmpty() && !line.heading() && line.hasDigit()) {
            asked.putIfAbsent(folded, new ImportPreview.SheetName(line.name(), folded, line.row(), chosen));
        }
        if (unit.isEmpty()) {
            if (chosen != null) {
                leftOut.add(line.name());
            }
        } else if (!reader.mayEnter(unit.get().id())) {
            foreign.add(line);
        } else {
            FigureLine before = lines.putIfAbsent(unit.get(), line);
            if (before != null) {
                issue(
                        row(line),
                        "imports.problem.twice",
                        unit.get().name(),
                        String.valueOf(before.row()),
                        String.valueOf(line.row()));
            }
        }
    }

    /** By code where the sheet has one; a code that means another unit than the name does is no answer. */
    private Optional<Unit> unit(FigureLine line) {
        Optional<Unit> named = names.find(line.name());
        if (line.code().isEmpty()) {
            return named;
        }
        Optional<Unit> coded = names.byCode(line.code());
        if (coded.isPresent() && named.isPresent() && !coded.equals(named)) {
            issue(row(line), "imports.problem.code", line.code(), coded.get().name(), line.name());
        }
        return coded.isPresent() ? coded : named;
    }

    private void issue(ImportPreview.@Nullable Spot at, String key, String... named) {
        issues.add(new ImportPreview.Issue(key, List.of(named), null, null, at));
    }

    private ImportPreview.Spot cell(String address) {
        return new ImportPreview.Spot(found.sheet().name(), address, true);
    }

    private ImportPreview.Spot row(FigureLine line) {
        return new ImportPreview.Spot(found.sheet().name(), String.valueOf(line.row()), false);
    }
}
