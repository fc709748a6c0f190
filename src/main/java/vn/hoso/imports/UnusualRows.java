package vn.hoso.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    UnusualRows(List<ImportPreview.Row> read, YearMonth month, UnusualFigures rules, Reasons reasons) {
        this.reasons = reasons;
        Map<Long, ReturnFigures> changed = new LinkedHashMap<>();
        read.stream()
                .filter(row -> row.changed() && row.fresh() != null)
                .forEach(row -> changed.put(row.unit().id(), Objects.requireNonNull(row.fresh())));
        Map<Long, List<Finding>> findings = rules.of(month, changed);
        for (ImportPreview.Row row : read) {
            ReturnFigures fresh = changed.get(row.unit().id());
            List<Finding> found =
                    fresh == null ? List.of() : findings.getOrDefault(row.unit().id(), unexplained(fresh));
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
        long unit = row.unit().id();
        ImportPreview.Row said = row;
        if (fresh.note() == null && !reasons.of(unit).isEmpty()) {
            ReturnText.Reading reading = new ReturnText(ReturnText.of(fresh).cells(), reasons.of(unit)).read();
            reading.problems()
                    .forEach(problem -> issues.add(new ImportPreview.Issue(
                            "figures.problem." + problem.rule(), problem.arguments(), row.unit(), null, null)));
            said = reading.figures() == null ? row : row.with(reading.figures());
        }
        unusual.add(new Unusual(said, found, fresh.note(), reasons.own(unit)));
        return said;
    }
}
