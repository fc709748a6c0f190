package vn.hoso.imports.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.Measure;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.Sheet;

/** Says what a preview still has to ask. */
final class QuestionWords {

    private static final int SAMPLE_ROWS = 15;
    private static final int SAMPLE_COLUMNS = 30;

    private QuestionWords() {}

    /**
     * The questions of a preview.
     *
     * @param typed a description of the sheet that was refused, null if there was none
     */
    static Questions of(ImportPreview preview, List<ImportsPage.Month> months, @Nullable Map<String, String> typed) {
        ImportPreview.Found found = preview.found();
        List<ImportsPage.Month> open = preview.month() == null ? months : List.of();
        return new Questions(
                found == null ? List.of() : open,
                found == null || found.described() ? mapping(preview, open, typed) : null,
                names(preview.unknown()),
                names(preview.names().stream()
                        .filter(name -> name.chosen() != null)
                        .toList()),
                preview.units().stream()
                        .map(unit -> new Questions.Choice(unit.id(), unit.name()))
                        .toList());
    }

    static List<PreviewPage.Column> columns() {
        return Arrays.stream(Measure.values())
                .map(measure -> new PreviewPage.Column(measure.field(), "figures.measure." + measure.field()))
                .toList();
    }

    private static List<Questions.Name> names(List<ImportPreview.SheetName> names) {
        return IntStream.range(0, names.size())
                .mapToObj(at -> new Questions.Name(
                        at,
                        names.get(at).name(),
                        names.get(at).folded(),
                        String.valueOf(names.get(at).row()),
                        names.get(at).chosen()))
                .toList();
    }

    private static Questions.Mapping mapping(
            ImportPreview preview, List<ImportsPage.Month> months, @Nullable Map<String, String> typed) {
        ImportPreview.Found found = preview.found();
        Map<String, String> fields = typed != null ? typed : found == null ? Map.of() : described(preview, found);
        return new Questions.Mapping(
                samples(preview.sheets()),
                IntStream.rangeClosed(1, SAMPLE_COLUMNS)
                        .mapToObj(Columns::letters)
                        .toList(),
                columns(),
                fields,
                found == null || typed != null,
                found == null ? months : List.of());
    }

    private static Map<String, String> described(ImportPreview preview, ImportPreview.Found found) {
        Map<String, String> fields = new HashMap<>();
        int sheet = preview.sheets().stream().map(Sheet::name).toList().indexOf(found.sheet());
        fields.put("sheet", String.valueOf(sheet));
        fields.put("headerRow", String.valueOf(found.layout().headerRow()));
        fields.put("unitColumn", String.valueOf(found.layout().unitColumn()));
        found.layout().columns().forEach((measure, column) -> fields.put(measure.field(), String.valueOf(column)));
        return fields;
    }

    private static List<Questions.Sample> samples(List<Sheet> sheets) {
        return IntStream.range(0, sheets.size())
                .mapToObj(at -> sample(at, sheets.get(at)))
                .toList();
    }

    private static Questions.Sample sample(int index, Sheet sheet) {
        int widest = sheet.rows().stream()
                .limit(SAMPLE_ROWS)
                .mapToInt(row -> Objects.requireNonNull(row.cells().lastKey()))
                .max()
                .orElse(1);
        List<Integer> columns = IntStream.rangeClosed(1, Math.min(widest, SAMPLE_COLUMNS))
                .boxed()
                .toList();
        return new Questions.Sample(
                index,
                sheet.name(),
                columns.stream().map(Columns::letters).toList(),
                sheet.rows().stream()
                        .limit(SAMPLE_ROWS)
                        .map(row -> new Questions.SampleRow(
                                row.number(), columns.stream().map(row::text).toList()))
                        .toList());
    }
}
