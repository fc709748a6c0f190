package vn.hoso.imports.layouts;

import java.util.List;
import java.util.regex.Pattern;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;
import vn.hoso.shared.Sha256;

/**
 * By what a described sheet is known again: every row of its heading with its columns, the words above it, and its tab. Only
 * the month, the dates and the number of the document may differ from one sheet to the next.
 */
public final class LayoutKey {

    /** A title has fewer cells than a heading. */
    private static final int HEADING_CELLS = 3;

    private static final Pattern CHANGING = Pattern.compile("ngay[0-9.\\u2026 ]*thang[0-9.\\u2026 ]*nam[0-9.\\u2026 ]*"
            + "|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:20)?[0-9]{2}"
            + "|(?:\\bthang|\\bthg|(?<![a-z])t)[\\s.-]*[0-9]{1,2}(?:\\s*(?:nam|[-/.])?\\s*20[0-9]{2})?"
            + "|[0-9]{1,2}\\s?[-/.]\\s?20[0-9]{2}|20[0-9]{2}|\\bso\\s*:?\\s*[0-9]+");

    /** What tells one of the months side by side from another in its name: "C–F – 01/2024". */
    private static final Pattern COLUMNS = Pattern.compile("^[A-Z]+–[A-Z]+ – ");

    private LayoutKey() {}

    /**
     * The key of a sheet whose heading ends in this row, as 64 hexadecimal digits.
     *
     * @param headerRow the number of a row that holds something
     */
    public static String of(ParsedSheet sheet, int headerRow) {
        List<ParsedRow> rows = sheet.first(headerRow);
        boolean beside = sheet.moved() != null;
        StringBuilder key = new StringBuilder(
                monthless(beside ? COLUMNS.matcher(sheet.name()).replaceFirst("") : sheet.name()));
        int firstOfHeading = firstOfHeading(rows);
        for (int at = 0; at < rows.size(); at++) {
            ParsedRow row = rows.get(at);
            boolean heading = at >= firstOfHeading;
            key.append('\n').append(heading ? headerRow - row.number() : -1);
            row.cells().forEach((column, cell) -> key.append('\n')
                    .append(sheet.ofFirst(column))
                    .append(':')
                    .append(
                            heading && !(beside && isMonth(cell.text()))
                                    ? ComparableText.of(cell.text())
                                    : monthless(cell.text())));
        }
        return Sha256.of(key.toString());
    }

    private static int firstOfHeading(List<ParsedRow> rows) {
        int first = rows.size() - 1;
        while (first > 0
                && rows.get(first - 1).number() == rows.get(first).number() - 1
                && rows.get(first - 1).cells().size() >= HEADING_CELLS) {
            first--;
        }
        return first;
    }

    /** Of months side by side, the one of this sheet; it may stand in the heading's row. */
    private static boolean isMonth(String text) {
        return monthless(text).equals("#");
    }

    private static String monthless(String text) {
        return CHANGING.matcher(UnaccentedText.of(text)).replaceAll("#");
    }
}
