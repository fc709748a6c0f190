package vn.hoso.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.hoso.figures.Finding;
import vn.hoso.figures.Problem;
import vn.hoso.figures.ReturnFigures;
import vn.hoso.figures.ReturnText;
import vn.hoso.figures.UnusualFigures;
import vn.hoso.shared.Formats;

/** Finds the rows that need a word of why, and gives them the words that were typed. */
final class UnusualRows {

    private final List<ImportPreview.Row> rows = new ArrayList<>();
    private final List<Unusual> unusual = new ArrayList<>();
    private final List<ImportPreview.Issue> issues = new ArrayList<>();
    private final Reasons reasons;

    UnusualRows(List<ImportPreview.Row> read, UnusualFigures rules, Reasons reasons) {
        this.reasons = reasons;
        SortedMap<YearMonth, Map<Long, ReturnFigures>> changed = new TreeMap<>();
        read.stream().filter(row -> row.changed() && row.fresh() != null).forEach(row -> changed.computeIfAbsent(
                        row.month(), month -> new LinkedHashMap<>())
                .put(row.unit().id(), Objects.requireNonNull(row.fresh())));
        Map<YearMonth, Map<Long, List<Finding>>> findings = rules.ofMonths(changed);
        for (ImportPreview.Row row : read) {
            long unit = row.unit().id();
            ReturnFigures fresh = changed.getOrDefault(row.month(), Map.of()).get(unit);
            List<Finding> found = fresh == null
                    ? List.of()
                    : findings.getOrDefault(row.month(), Map.of()).getOrDefault(unit, unexplained(fresh));
            rows.add(found.isEmpty() ? row : explained(row, Objects.requireNonNull(fresh), found));
        }
    }

    /** The rows, those that were asked about with their reason. */
    List<ImportPreview.Row> rows() {
        return rows;
    }

    List<Unusual> unusual() {
        return unusual;
    }

    /** Reasons that cannot be kept. */
    List<ImportPreview.Issue> issues() {
        return issues;
    }

    /** Soft rules look at complete returns only; the reported total can differ from its classes before that. */
    private static List<Finding> unexplained(ReturnFigures fresh) {
        boolean differs = fresh.note() == null
                && ReturnText.of(fresh).read().problems().stream()
                        .map(Problem::rule)
                        .anyMatch(rule -> rule.startsWith("unclassified"));
        long by = fresh.onlineTotal() - fresh.onlineClassified();
        return differs ? List.of(new Finding(null, "unclassified", List.of(Formats.count(by)))) : List.of();
    }

    private ImportPreview.Row explained(ImportPreview.Row row, ReturnFigures fresh, List<Finding> found) {
        RowKey key = row.key();
        ImportPreview.Row said = row;
        if (fresh.note() == null && !reasons.of(key).isEmpty()) {
            ReturnText.Reading reading = new ReturnText(ReturnText.of(fresh).cells(), reasons.of(key)).read();
            reading.problems()
                    .forEach(problem -> issues.add(new ImportPreview.Issue(
                            "figures.problem." + problem.rule(), problem.arguments(), row.unit(), null, null)));
            said = reading.figures() == null ? row : row.with(reading.figures());
        }
        unusual.add(new Unusual(
                said, found, fresh.note(), reasons.typed(key), reasons.ticked().contains(key)));
        return said;
    }
}
