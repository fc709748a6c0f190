package vn.hoso.imports.files;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a sheet, cleaned once all of it is known. Text in a font made for an old encoding is turned into Unicode
 * unless it is that already; text in ordinary fonts only if the sheet as a whole can be nothing else.
 */
final class SheetStrings {

    /** What is known of a cell beside its text: the old font it has, or its text with the parts struck through. */
    private record Aside(@Nullable OldFont font, @Nullable String whole) {}

    private final String sheet;
    private final Map<OldEncoding, EncodingEvidence> inOldFonts = new EnumMap<>(OldEncoding.class);
    private final EncodingEvidence inOthers = new EncodingEvidence();
    private final Map<Long, Aside> asides = new HashMap<>();

    SheetStrings(String sheet) {
        this.sheet = sheet;
    }

    void add(int row, int column, CellXml.Read read) {
        if (read.cell().kind() != ParsedCell.Kind.TEXT) {
            return;
        }
        String text = read.cell().text();
        if (VisibleText.heaped(text)) {
            throw FileErrors.of("accents", sheet, Columns.letters(column) + row);
        }
        OldFont font = read.font();
        if (font != null || read.whole() != null) {
            asides.put(place(row, column), new Aside(font, read.whole()));
        }
        (font == null ? inOthers : inOldFonts.computeIfAbsent(font.encoding(), any -> new EncodingEvidence()))
                .add(text);
    }

    private static long place(int row, int column) {
        return (long) row << 32 | column;
    }

    /** Cleans the texts of all rows in their places; a cell of which nothing is left goes. */
    void clean(List<ParsedRow> rows) {
        Optional<OldEncoding> others = inOthers.encoding();
        for (ParsedRow row : rows) {
            row.cells()
                    .replaceAll((column, cell) -> cell.kind() == ParsedCell.Kind.TEXT
                            ? clean(cell.text(), asides.get(place(row.number(), column)), others.orElse(null))
                            : cell);
            row.cells().values().removeIf(ParsedCell::blank);
        }
    }

    private ParsedCell clean(String text, @Nullable Aside aside, @Nullable OldEncoding others) {
        String unicode = text;
        if (!EncodingEvidence.unicode(text)) {
            OldFont font = aside == null ? null : aside.font();
            if (font != null
                    && Objects.requireNonNull(inOldFonts.get(font.encoding())).agrees(font.encoding())) {
                unicode = font.encoding().unicode(text);
                unicode = font.capitals() ? unicode.toUpperCase(Locale.ROOT) : unicode;
            } else if (font == null && others != null) {
                unicode = others.unicode(text);
            }
        }
        String whole = aside == null || aside.whole() == null ? text : aside.whole();
        ParsedCell cleaned = ParsedCell.text(unicode);
        boolean same = unicode.equals(whole) && cleaned.original() == null;
        return same ? cleaned : new ParsedCell(cleaned.text(), ParsedCell.Kind.TEXT, ParsedCell.Format.PLAIN, whole);
    }
}
