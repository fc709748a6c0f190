package vn.hoso.imports.layouts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoso.imports.files.Sheet;
import vn.hoso.imports.files.SheetRow;

/** Recognises what the program itself writes of its results: the annex of a report, and the export of results. */
final class OwnAnnex {

    private static final List<Set<String>> HEADINGS = List.of(
            folded("Tên đơn vị", "Toàn trình: phát sinh", "Toàn trình: tỷ lệ", "Số tháng đã báo cáo"),
            folded("scope", "indicator", "numerator", "denominator"));

    private OwnAnnex() {}

    static boolean is(Sheet sheet) {
        return sheet.rows().stream().limit(60).anyMatch(OwnAnnex::heading);
    }

    private static boolean heading(SheetRow row) {
        Set<String> texts =
                row.cells().values().stream().map(cell -> Fold.of(cell.text())).collect(Collectors.toSet());
        return HEADINGS.stream().anyMatch(texts::containsAll);
    }

    private static Set<String> folded(String... texts) {
        return Set.of(texts).stream().map(Fold::of).collect(Collectors.toSet());
    }
}
