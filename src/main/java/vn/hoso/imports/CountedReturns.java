package vn.hoso.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import vn.hoso.figures.AskedMeasures;
import vn.hoso.figures.MonthEntryService;
import vn.hoso.figures.MonthQueries;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.SettledReturns;
import vn.hoso.figures.UnusualFigures;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SaveOutcome.JointSaveOutcome;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.layouts.FigureLine;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;
import vn.hoso.units.Unit;

/** Sets figures that were counted elsewhere over those stored, and stores them, by the rules of a sheet that is imported. */
@Service
public class CountedReturns {

    private final MonthQueries reading;
    private final AskedMeasures asked;
    private final UnusualFigures rules;
    private final SuggestedNote note;
    private final MonthEntryService entry;
    private final SettledReturns settledReturns;

    CountedReturns(
            MonthQueries reading,
            AskedMeasures asked,
            UnusualFigures rules,
            SuggestedNote note,
            MonthEntryService entry,
            SettledReturns settledReturns) {
        this.reading = reading;
        this.asked = asked;
        this.rules = rules;
        this.note = note;
        this.entry = entry;
        this.settledReturns = settledReturns;
    }

    /**
     * Figures of a unit's month.
     *
     * @param dossiers how many dossiers were counted
     * @param numbers what was counted; measures that were not stay as they are stored
     */
    public record Counted(Unit unit, YearMonth month, int dossiers, Map<Measure, Integer> numbers) {}

    /**
     * What they would change now, as a file without sheets.
     *
     * @param replaced where another list is in force, whose dossiers would be replaced also where no figure changes
     */
    public ImportPreview compare(
            ImportFile file, Collection<Counted> figures, Set<RowKey> replaced, ImportReasons reasons, CurrentUser by) {
        SortedMap<YearMonth, MonthSnapshot> months = new TreeMap<>();
        figures.forEach(each -> months.computeIfAbsent(each.month(), month -> reading.read(month, by)));
        List<ImportPreview.Issue> issues = new ArrayList<>();
        List<ImportPreview.Row> rows = new ArrayList<>();
        for (Counted each : figures) {
            StoredReturn now = Objects.requireNonNull(months.get(each.month()))
                    .of(each.unit().id());
            RowComparison comparison = new RowComparison(
                    each.unit(),
                    each.month(),
                    line(each, asked.at(each.month()), now == null ? ReturnFigures.BLANK : now.figures()),
                    asked.at(each.month()),
                    now,
                    "");
            ImportPreview.Row row = comparison.row();
            rows.add(row);
            issues.addAll(comparison.issues());
            if (!row.changed() && replaced.contains(row.key()) && !by.is(Role.REVIEWER)) {
                issues.addAll(settled(row, Objects.requireNonNull(months.get(row.month())), now));
            }
        }
        UnusualRows unusual = new UnusualRows(rows, rules, note, reasons);
        issues.addAll(0, PreviewAssembler.locked(months, unusual.rows()));
        issues.addAll(unusual.issues());
        return new ImportPreview(
                file,
                List.of(),
                months.values().stream()
                        .map(month -> new ImportPreview.Month(month.days(), List.of()))
                        .toList(),
                List.of(),
                unusual.rows(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                issues,
                List.of(),
                unusual.unusual());
    }

    /** Whose dossiers an approved or locked figure consists of is settled with it: the Office alone changes that. */
    private static List<ImportPreview.Issue> settled(
            ImportPreview.Row row, MonthSnapshot month, @Nullable StoredReturn now) {
        return month.lock() == null && (now == null || now.status() != ReturnStatus.APPROVED)
                ? List.of()
                : List.of(new ImportPreview.Issue(
                        "imports.problem.list-settled", List.of(Formats.month(row.month())), row.unit(), null, null));
    }

    /**
     * What the month does not ask for is left out: nobody typed it. So is a pair of which nothing was counted where the unit
     * said that it has no such procedures.
     */
    static FigureLine line(Counted counted, List<Measure> asked, ReturnFigures stored) {
        Map<Measure, FigureLine.Figure> cells = new TreeMap<>();
        counted.numbers().forEach((measure, number) -> {
            boolean none = measure.mayNotApply()
                    && stored.notApplicable(measure)
                    && counted.numbers().entrySet().stream()
                            .filter(each -> each.getKey().group() == measure.group())
                            .allMatch(each -> each.getValue() == 0);
            if (asked.contains(measure) && !none) {
                ParsedCell cell = new ParsedCell(String.valueOf(number), ParsedCell.Kind.NUMBER);
                cells.put(measure, new FigureLine.Figure(cell, ""));
            }
        });
        return new FigureLine(counted.dossiers(), "", counted.unit().name(), false, cells, "");
    }

    /**
     * Stores what changes, and the mark that it is, all or none.
     *
     * @param extract the list of dossiers that was counted
     * @param seen the version of each row that the person saw
     * @param mark what is stored in the same transaction, also where no figure changes
     */
    public JointSaveOutcome apply(
            long extract, ImportPreview preview, Map<RowKey, Integer> seen, CurrentUser by, Runnable mark) {
        List<MonthEdit> edits = preview.changed().stream()
                .collect(Collectors.groupingBy(ImportPreview.Row::month, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(month -> new MonthEdit(
                        month.getKey(),
                        month.getValue().stream().map(row -> edit(row, seen)).toList(),
                        ReturnSource.EXTRACT,
                        new MonthEdit.Origin.Extract(
                                extract,
                                month.getValue().stream()
                                        .collect(Collectors.toMap(
                                                row -> row.unit().id(),
                                                row -> row.place().row())))))
                .toList();
        if (edits.isEmpty()) {
            mark.run();
            return new JointSaveOutcome(null, new SaveOutcome.Saved(0));
        }
        return entry.saveAll(edits, by, mark);
    }

    /**
     * Looks again, within the transaction that stores the mark, at what no figure's change looks at: a month may have been locked,
     * or a return approved, since the preview.
     *
     * @param replaced where another list is in force, as for {@link #compare}
     * @throws UserFacingException with 409, where the Office alone may replace it now
     */
    public void refuseSettled(ImportPreview preview, Set<RowKey> replaced, CurrentUser by) {
        if (by.is(Role.REVIEWER)) {
            return;
        }
        preview.rows().stream()
                .filter(row -> !row.changed() && replaced.contains(row.key()))
                .collect(Collectors.groupingBy(
                        ImportPreview.Row::month,
                        TreeMap::new,
                        Collectors.mapping(row -> row.unit().id(), Collectors.toList())))
                .forEach((month, units) -> {
                    if (settledReturns.any(month, units)) {
                        throw new UserFacingException(
                                HttpStatus.CONFLICT, "imports.problem.list-settled", Formats.month(month));
                    }
                });
    }

    /**
     * Looks again at the returns that no figure changes in: they agree with the list as they were, and may have been given other
     * figures since the preview.
     *
     * @throws UserFacingException with 409, naming their units
     */
    public void refuseChanged(ImportPreview preview) {
        List<String> units = new ArrayList<>();
        preview.rows().stream()
                .filter(row -> !row.changed())
                .collect(Collectors.groupingBy(ImportPreview.Row::month, TreeMap::new, Collectors.toList()))
                .forEach((month, rows) -> {
                    Set<Long> changed = settledReturns.changed(
                            month,
                            rows.stream()
                                    .collect(Collectors.toMap(row -> row.unit().id(), ImportPreview.Row::version)));
                    rows.stream()
                            .filter(row -> changed.contains(row.unit().id()))
                            .forEach(row -> units.add(row.unit().name()));
                });
        if (!units.isEmpty()) {
            throw new UserFacingException(
                    HttpStatus.CONFLICT, "imports.alert.conflict-units", String.join(", ", units));
        }
    }

    private static MonthEdit.Row edit(ImportPreview.Row row, Map<RowKey, Integer> seen) {
        return new MonthEdit.Row(row.unit().id(), seen.getOrDefault(row.key(), 0), Objects.requireNonNull(row.fresh()));
    }
}
