package vn.hoso.imports.layouts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;

/** Recognises what the program itself writes of its results: the annex of a report, and the export of results. */
final class OwnAnnex {

    private static final List<Set<String>> HEADINGS = List.of(
            folded("Tên đơn vị", "Toàn trình: phát sinh", "Toàn trình: tỷ lệ", "Số tháng đã báo cáo"),
            folded("scope", "indicator", "numerator", "denominator"));

    private OwnAnnex() {}

    static boolean is(ParsedSheet sheet) {
        return sheet.rows().stream().limit(60).anyMatch(OwnAnnex::heading);
    }

    private static boolean heading(ParsedRow row) {
        Set<String> texts = row.cells().values().stream()
                .map(cell -> ComparableText.of(cell.text()))
                .collect(Collectors.toSet());
        return HEADINGS.stream().anyMatch(texts::containsAll);
    }

    private static Set<String> folded(String... texts) {
        return Set.of(texts).stream().map(ComparableText::of).collect(Collectors.toSet());
    }
}
