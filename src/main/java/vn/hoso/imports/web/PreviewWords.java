package vn.hoso.imports.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.hoso.figures.Measure;
import vn.hoso.figures.ReturnFigures;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.Sheet;
import vn.hoso.shared.Formats;

/** Puts a preview into words. */
@Component
class PreviewWords {

    private static final String NOTHING = "–";
    private static final int ROWS_SHOWN = 300;
    private static final int ISSUES_SHOWN = 100;
    private static final int SAMPLE_ROWS = 15;
    private static final int SAMPLE_COLUMNS = 30;

    private final MessageSource messages;

    PreviewWords(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Object... named) {
        return messages.getMessage(key, named, LocaleContextHolder.getLocale());
    }

    PreviewPage page(ImportPreview preview, List<ImportsPage.Month> months, @Nullable String alert, String note) {
        List<ImportPreview.Row> changed = preview.changed();
        ImportPreview.Found found = preview.found();
        return new PreviewPage(
                preview.file().id(),
                preview.file().name(),
                preview.month() == null ? null : Formats.month(preview.month()),
                found == null
                        ? null
                        : text(
                                found.tall() ? "imports.found.tall" : "imports.found.wide",
                                found.sheet(),
                                String.valueOf(found.headerRow())),
                alert,
                preview.issues().stream().limit(ISSUES_SHOWN).map(this::issue).toList(),
                warnings(preview),
                found != null && preview.month() == null ? months : List.of(),
                found == null ? samples(preview.sheets()) : List.of(),
                IntStream.rangeClosed(1, SAMPLE_COLUMNS)
                        .mapToObj(Columns::letters)
                        .toList(),
                unknown(preview),
                preview.units().stream()
                        .map(unit -> new PreviewPage.Choice(unit.id(), unit.name()))
                        .toList(),
                Arrays.stream(Measure.values())
                        .map(measure -> new PreviewPage.Column(measure.field(), label(measure)))
                        .toList(),
                changed.stream().limit(ROWS_SHOWN).map(PreviewWords::row).toList(),
                changed.size(),
                preview.rows().size() - changed.size(),
                preview.rows().stream()
                        .map(row -> row.unit().id() + ":" + row.version())
                        .collect(Collectors.joining(",")),
                explain(preview),
                note,
                preview.ready());
    }

    private PreviewPage.Issue issue(ImportPreview.Issue issue) {
        List<String> where = new ArrayList<>();
        if (!issue.address().isEmpty()) {
            where.add(text("imports.cell", issue.address()));
        }
        if (issue.unit() != null) {
            where.add(issue.unit().name());
        }
        if (issue.measure() != null) {
            where.add(text(label(issue.measure())));
        }
        return new PreviewPage.Issue(
                String.join(" – ", where),
                text(issue.messageKey(), issue.arguments().toArray()));
    }

    private List<String> warnings(ImportPreview preview) {
        List<String> warnings = new ArrayList<>();
        preview.totals()
                .forEach(total -> warnings.add(text(
                        "imports.total-mismatch",
                        text(label(total.measure())),
                        total.address(),
                        total.stated(),
                        total.summed())));
        if (!preview.left().isEmpty()) {
            warnings.add(text("imports.left-out", String.join(", ", preview.left())));
        }
        return warnings;
    }

    private static List<PreviewPage.Unknown> unknown(ImportPreview preview) {
        List<ImportPreview.UnknownName> names = preview.unknown();
        return IntStream.range(0, names.size())
                .mapToObj(at -> new PreviewPage.Unknown(
                        at,
                        names.get(at).name(),
                        names.get(at).folded(),
                        names.get(at).row()))
                .toList();
    }

    private @Nullable String explain(ImportPreview preview) {
        if (preview.unexplained().isEmpty()) {
            return null;
        }
        return text(
                "imports.explain",
                String.valueOf(preview.unexplained().size()),
                preview.unexplained().stream()
                        .limit(10)
                        .map(row -> row.unit().name())
                        .collect(Collectors.joining(", ")));
    }

    private static PreviewPage.Row row(ImportPreview.Row row) {
        return new PreviewPage.Row(
                row.unit().name(),
                row.row(),
                Arrays.stream(Measure.values())
                        .map(measure -> cell(row, measure))
                        .toList());
    }

    private static PreviewPage.Cell cell(ImportPreview.Row row, Measure measure) {
        String stored = figure(row.stored(), measure);
        ReturnFigures fresh = row.fresh();
        String after = fresh == null ? row.texts().getOrDefault(measure, stored) : figure(fresh, measure);
        boolean differs = !after.equals(stored);
        Integer before = row.stored().number(measure);
        Integer now = fresh == null ? null : fresh.number(measure);
        return new PreviewPage.Cell(
                label(measure),
                after.isEmpty() ? NOTHING : after,
                differs ? stored : null,
                differs && before != null && now != null ? signed(now - before) : null);
    }

    private static String signed(int difference) {
        return (difference > 0 ? "+" : "−") + Formats.count(Math.abs((long) difference));
    }

    private static String figure(ReturnFigures figures, Measure measure) {
        Integer number = figures.number(measure);
        if (number != null) {
            return Formats.count(number);
        }
        return figures.notApplicable(measure) ? "x" : NOTHING;
    }

    private static List<PreviewPage.Sample> samples(List<Sheet> sheets) {
        return IntStream.range(0, sheets.size())
                .mapToObj(at -> sample(at, sheets.get(at)))
                .toList();
    }

    private static PreviewPage.Sample sample(int index, Sheet sheet) {
        int widest = sheet.rows().stream()
                .limit(SAMPLE_ROWS)
                .mapToInt(row -> Objects.requireNonNull(row.cells().lastKey()))
                .max()
                .orElse(1);
        List<Integer> columns = IntStream.rangeClosed(1, Math.min(widest, SAMPLE_COLUMNS))
                .boxed()
                .toList();
        return new PreviewPage.Sample(
                index,
                sheet.name(),
                columns.stream().map(Columns::letters).toList(),
                sheet.rows().stream()
                        .limit(SAMPLE_ROWS)
                        .map(row -> new PreviewPage.SampleRow(
                                row.number(), columns.stream().map(row::text).toList()))
                        .toList());
    }

    private static String label(Measure measure) {
        return "figures.measure." + measure.field();
    }
}
