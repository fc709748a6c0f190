package vn.hoso.imports.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.hoso.imports.ActSheet;
import vn.hoso.imports.ImportPreview;
import vn.hoso.imports.files.ColumnBeside;
import vn.hoso.imports.files.ColumnBeside.WrongSum;
import vn.hoso.shared.Formats;

/** Says which sums of a file do not agree with what they add up: a row's with the rows above, a column's with the months beside. */
record SumWarnings(PreviewMessages words) {

    List<String> of(ImportPreview preview) {
        Stream<String> rows = preview.totals().stream().map(this::row);
        Stream<String> columns = preview.sheets().stream()
                .filter(ActSheet::used)
                .flatMap(sheet -> sheet.sheet().beside().stream())
                .filter(column -> column.wrong() != null)
                .distinct()
                .map(this::column);
        return Stream.concat(rows, columns).toList();
    }

    private String row(ImportPreview.TotalMismatch total) {
        return words.text(
                "imports.total-mismatch",
                words.text("figures.measure." + total.measure().field()),
                total.sheet(),
                total.address(),
                total.stated(),
                total.summed());
    }

    private String column(ColumnBeside column) {
        WrongSum wrong = Objects.requireNonNull(column.wrong());
        return words.text(
                wrong.others() == 0 ? "imports.months-mismatch" : "imports.months-mismatch.more",
                column.words(),
                column.sheet(),
                wrong.address(),
                Formats.count(wrong.stated()),
                Formats.count(wrong.summed()),
                Formats.count(wrong.others()));
    }
}
