package vn.hoso.imports.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.imports.ImportFileQueries;
import vn.hoso.imports.ImportPreview;
import vn.hoso.shared.Formats;

/** Sets figures beside those that stood there before. */
final class CellMessages {

    private static final String NOTHING = "–";

    private CellMessages() {}

    /** A row that may change, and the measures of it that keep the file from being applied. */
    static PreviewView.Row of(ImportPreview.Row row, String place, Set<Measure> wrong) {
        String unit = row.unit().name();
        return new PreviewView.Row(
                unit,
                Formats.month(row.month()),
                place,
                row.name().equals(unit) ? null : row.name(),
                cells(row.stored(), row.fresh(), row.texts(), wrong));
    }

    static PreviewView.Row of(ImportFileQueries.Written written, String place) {
        return new PreviewView.Row(
                written.unit(),
                Formats.month(written.month()),
                place,
                null,
                cells(written.before(), written.figures(), Map.of(), Set.of()));
    }

    private static List<PreviewView.Cell> cells(
            ReturnFigures before, @Nullable ReturnFigures after, Map<Measure, String> texts, Set<Measure> wrong) {
        return Arrays.stream(Measure.values())
                .map(measure -> cell(measure, before, after, texts, wrong.contains(measure)))
                .toList();
    }

    /** Where the row cannot be read, its own text stands in place of the figure. */
    private static PreviewView.Cell cell(
            Measure measure,
            ReturnFigures before,
            @Nullable ReturnFigures after,
            Map<Measure, String> texts,
            boolean wrong) {
        String stored = figure(before, measure);
        String now = after == null ? texts.getOrDefault(measure, stored) : figure(after, measure);
        boolean differs = !now.equals(stored);
        Integer was = before.number(measure);
        Integer is = after == null ? null : after.number(measure);
        return new PreviewView.Cell(
                "figures.measure." + measure.field(),
                now.isEmpty() ? NOTHING : now,
                differs,
                wrong,
                differs && !stored.equals(NOTHING) ? stored : null,
                differs && was != null && is != null ? signed(is - was) : null);
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
}
