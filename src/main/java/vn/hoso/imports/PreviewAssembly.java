package vn.hoso.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.MonthReading.MonthSnapshot;
import vn.hoso.imports.files.Sheet;
import vn.hoso.imports.layouts.FigureLine;
import vn.hoso.imports.layouts.Fold;
import vn.hoso.imports.layouts.Layout;
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
    private final Map<String, ImportPreview.UnknownName> unknown = new LinkedHashMap<>();
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

    ImportPreview preview(ImportFile file, List<Sheet> sheets, String explanation) {
        SheetLines sheet = SheetLines.of(found.sheet(), found.layout());
        if (month.lock() != null) {
            issue("imports.problem.locked", Formats.month(month.month()));
        }
        sheet.nameless().forEach(address -> issue("imports.problem.nameless", at(address)));
        sheet.units().forEach(this::place);
        if (!foreign.isEmpty()) {
            issue(
                    "imports.problem.foreign",
                    String.join(", ", foreign.stream().map(FigureLine::name).toList()),
                    at(String.valueOf(foreign.get(0).row())));
        }
        if (lines.isEmpty() && unknown.isEmpty() && foreign.isEmpty()) {
            issue("imports.problem.no-rows", found.sheet().name());
        }
        List<ImportPreview.Row> rows = new ArrayList<>();
        List<ImportPreview.Row> unexplained = new ArrayList<>();
        lines.forEach((unit, line) -> {
            RowComparison comparison = new RowComparison(
                    unit, line, month.of(unit.id()), found.sheet().name());
            ImportPreview.Row row = comparison.row(explanation);
            rows.add(row);
            issues.addAll(comparison.issues());
            if (comparison.unexplained()) {
                unexplained.add(row);
            }
        });
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
                rows,
                List.copyOf(unknown.values()),
                leftOut,
                issues,
                unknown.isEmpty() ? TotalCheck.of(summed, sheet.totals()) : List.of(),
                unexplained);
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
        return new ImportPreview.Found(
                found.sheet().name(),
                found.layout().kind() == Layout.Kind.TALL,
                found.layout().headerRow());
    }

    private void place(FigureLine line) {
        Optional<Unit> unit = unit(line);
        if (unit.isEmpty()) {
            String folded = Fold.of(line.name());
            boolean left = aliases.getOrDefault(folded, -1L) == ImportMemory.NO_UNIT;
            if (left) {
                leftOut.add(line.name());
            } else if (!line.heading() && line.hasDigit()) {
                unknown.putIfAbsent(folded, new ImportPreview.UnknownName(line.name(), folded, line.row()));
            }
        } else if (!reader.mayEnter(unit.get().id())) {
            foreign.add(line);
        } else {
            FigureLine before = lines.putIfAbsent(unit.get(), line);
            if (before != null) {
                issue(
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
            issue("imports.problem.code", line.code(), coded.get().name(), line.name(), at(String.valueOf(line.row())));
        }
        return coded.isPresent() ? coded : named;
    }

    private void issue(String key, String... named) {
        issues.add(new ImportPreview.Issue(key, List.of(named), null, null, ""));
    }

    private String at(String address) {
        return found.sheet().name() + "!" + address;
    }
}
