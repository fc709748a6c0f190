package vn.hoso.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.hoso.figures.UnusualFigures;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.imports.ImportPreview.UnusualRow;
import vn.hoso.shared.Formats;

/** Finds the rows that need a word of why, and gives them the words that were typed. */
final class UnusualRows {

    private final List<ImportPreview.Row> rows = new ArrayList<>();
    private final List<UnusualRow> unusual = new ArrayList<>();
    private final List<ImportPreview.Issue> issues = new ArrayList<>();
    private final ImportReasons reasons;

    UnusualRows(List<ImportPreview.Row> compared, UnusualFigures rules, SuggestedNote note, ImportReasons reasons) {
        this.reasons = reasons;
        List<ImportPreview.Row> read = compared.stream().map(note::answered).toList();
        SortedMap<YearMonth, Map<Long, ReturnFigures>> changed = new TreeMap<>();
        read.stream().filter(row -> row.changed() && row.fresh() != null).forEach(row -> changed.computeIfAbsent(
                        row.month(), month -> new LinkedHashMap<>())
                .put(row.unit().id(), Objects.requireNonNull(row.fresh())));
        Map<YearMonth, Map<Long, List<UnusualFinding>>> findings = rules.ofMonths(changed);
        for (ImportPreview.Row row : read) {
            long unit = row.unit().id();
            ReturnFigures fresh = changed.getOrDefault(row.month(), Map.of()).get(unit);
            List<UnusualFinding> found = fresh == null
                    ? List.of()
                    : findings.getOrDefault(row.month(), Map.of()).getOrDefault(unit, unexplained(fresh));
            rows.add(found.isEmpty() ? row : explained(row, Objects.requireNonNull(fresh), found));
        }
    }

    /** The rows, those that were asked about with their reason. */
    List<ImportPreview.Row> rows() {
        return rows;
    }

    List<UnusualRow> unusual() {
        return unusual;
    }

    /** Reasons that cannot be kept. */
    List<ImportPreview.Issue> issues() {
        return issues;
    }

    /** Soft rules look at complete returns only; the reported total can differ from its classes before that. */
    private static List<UnusualFinding> unexplained(ReturnFigures fresh) {
        boolean differs = fresh.note() == null
                && ReturnInput.of(fresh).read().problems().stream()
                        .map(RuleViolation::rule)
                        .anyMatch(rule -> rule.startsWith("unclassified"));
        long by = fresh.onlineTotal() - fresh.onlineClassified();
        return differs ? List.of(new UnusualFinding(null, "unclassified", List.of(Formats.count(by)))) : List.of();
    }

    private ImportPreview.Row explained(ImportPreview.Row row, ReturnFigures fresh, List<UnusualFinding> found) {
        RowKey key = row.key();
        ImportPreview.Row said = row;
        if (fresh.note() == null
                ? !reasons.of(key).isEmpty()
                : !reasons.typed(key).isEmpty()) {
            ReturnInput.Reading reading = new ReturnInput(ReturnInput.of(fresh).cells(), reasons.of(key)).read();
            reading.problems()
                    .forEach(problem -> issues.add(new ImportPreview.Issue(
                            "figures.problem." + problem.rule(), problem.arguments(), row.unit(), null, null)));
            said = reading.figures() == null ? row : row.with(reading.figures());
        }
        unusual.add(new UnusualRow(
                said, found, fresh.note(), reasons.typed(key), reasons.ticked().contains(key)));
        return said;
    }
}
