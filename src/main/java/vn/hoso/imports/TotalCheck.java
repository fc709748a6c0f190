package vn.hoso.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import vn.hoso.figures.Measure;
import vn.hoso.imports.files.SheetCell;
import vn.hoso.imports.layouts.FigureLine;
import vn.hoso.shared.Formats;

/** Holds the sheet's own totals against the sum of its rows. */
final class TotalCheck {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");

    private TotalCheck() {}

    static List<ImportPreview.TotalMismatch> of(Collection<FigureLine> lines, Collection<FigureLine> totals) {
        List<ImportPreview.TotalMismatch> found = new ArrayList<>();
        for (FigureLine total : totals) {
            total.cells().forEach((measure, figure) -> count(figure.cell()).ifPresent(stated -> {
                long sum = sum(lines, measure);
                if (sum != stated) {
                    found.add(new ImportPreview.TotalMismatch(
                            measure, figure.address(), Formats.count(stated), Formats.count(sum)));
                }
            }));
        }
        return found;
    }

    private static long sum(Collection<FigureLine> lines, Measure measure) {
        return lines.stream()
                .map(line -> line.cells().get(measure))
                .filter(figure -> figure != null)
                .map(figure -> count(figure.cell()))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sum();
    }

    private static OptionalLong count(SheetCell cell) {
        String digits = cell.text().replaceAll("[.\\s\\u00A0\\u202F]", "");
        return COUNT.matcher(digits).matches() ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
