package vn.hoso.imports;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnInput;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.RuleViolation;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.layouts.FigureLine;
import vn.hoso.shared.Formats;
import vn.hoso.units.Unit;

/**
 * Sets a line of the sheet over what is stored. Measures that the sheet has no column for stay as they are, and so does
 * the note where the sheet's is empty.
 */
final class RowComparison {

    /** The one rule that a word of why satisfies: the preview asks for it like for anything else that is unusual. */
    private static final String UNEXPLAINED = "unclassifiedUnexplained";

    private final Unit unit;
    private final YearMonth month;
    private final FigureLine line;
    private final List<Measure> asked;
    private final ReturnFigures stored;
    private final int version;
    private final boolean approved;
    private final String sheet;
    private final List<ImportPreview.Issue> issues = new ArrayList<>();

    RowComparison(
            Unit unit,
            YearMonth month,
            FigureLine line,
            List<Measure> asked,
            @Nullable StoredReturn now,
            String sheet) {
        this.unit = unit;
        this.month = month;
        this.line = line;
        this.asked = asked;
        this.sheet = sheet;
        stored = now == null ? ReturnFigures.BLANK : now.figures();
        version = now == null ? 0 : now.version();
        approved = now != null && now.status() == ReturnStatus.APPROVED;
    }

    ImportPreview.Row row() {
        Map<Measure, String> texts = new TreeMap<>();
        asked.forEach(measure -> texts.put(measure, ReturnInput.of(stored).cell(measure)));
        Map<Measure, String> shown = new TreeMap<>();
        line.cells().forEach((measure, figure) -> {
            if (!asked.contains(measure)) {
                refuseUnasked(measure, figure);
                return;
            }
            texts.put(measure, text(measure, figure));
            shown.put(measure, figure.cell().text().strip());
        });
        String note = line.note().isBlank() ? ReturnInput.of(stored).note() : line.note();
        ReturnInput.Reading reading = new ReturnInput(texts, note).read();
        reading.problems().stream()
                .filter(problem -> !problem.rule().equals(UNEXPLAINED))
                .forEach(this::broken);
        ImportPreview.Row row = new ImportPreview.Row(
                unit,
                month,
                new MonthEdit.Place(sheet, line.row()),
                line.name(),
                version,
                stored,
                issues.isEmpty() ? reading.figures() : null,
                shown);
        if (approved && row.changed()) {
            issues.add(issue("imports.problem.approved", List.of(), null));
        }
        return row;
    }

    /** A figure that the month does not ask for would be lost. */
    private void refuseUnasked(Measure measure, FigureLine.Figure figure) {
        if (figure.cell().hasDigit()) {
            issues.add(issue("imports.problem.not-asked", List.of(Formats.month(month)), measure));
        }
    }

    List<ImportPreview.Issue> issues() {
        return issues;
    }

    private String text(Measure measure, FigureLine.Figure figure) {
        if (figure.cell().kind() == ParsedCell.Kind.UNCOMPUTED || figure.cell().kind() == ParsedCell.Kind.FAILED) {
            String key = figure.cell().kind() == ParsedCell.Kind.UNCOMPUTED
                    ? "imports.problem.uncomputed"
                    : "imports.problem.failed";
            issues.add(issue(key, List.of(), measure));
            return "";
        }
        if (figure.cell().format() == ParsedCell.Format.DATE || figure.cell().format() == ParsedCell.Format.PERCENT) {
            String key = figure.cell().format() == ParsedCell.Format.DATE
                    ? "imports.problem.date"
                    : "imports.problem.percent";
            issues.add(issue(key, List.of(figure.cell().text()), measure));
            return "";
        }
        return figure.cell().text();
    }

    private void broken(RuleViolation problem) {
        issues.add(issue("figures.problem." + problem.rule(), problem.arguments(), problem.measure()));
    }

    private ImportPreview.Issue issue(String key, List<String> arguments, @Nullable Measure measure) {
        FigureLine.Figure figure = measure == null ? null : line.cells().get(measure);
        return new ImportPreview.Issue(
                key,
                arguments,
                unit,
                measure,
                new ImportPreview.Spot(
                        sheet, figure == null ? String.valueOf(line.row()) : figure.address(), figure != null));
    }
}
