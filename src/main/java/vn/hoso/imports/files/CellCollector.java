package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.OldEncoding.OldFont;
import vn.hoso.imports.files.ParsedRow.Mark;

/** Takes a sheet's cells one by one and refuses too many, or one too far out. */
final class CellCollector {

    private static final Pattern RANGE =
            Pattern.compile("\\$?[A-Z]{1,3}\\$?([0-9]{1,7})(?::\\$?[A-Z]{1,3}\\$?([0-9]{1,7}))?");

    private static final int REMEMBERED = 20_000;

    /** Characters of a text that is remembered: longer ones do not repeat, and would fill the memory. */
    private static final int REPEATED = 1_000;

    private final String sheet;
    private final ReadBudget work;
    private final SheetStrings texts;
    private final @Nullable RowReader rowByRow;
    private final Map<String, ParsedCell> cleaned = new HashMap<>();
    private int last;
    private final List<ParsedRow> rows = new ArrayList<>();
    private TreeMap<Integer, ParsedCell> cells = new TreeMap<>();
    private boolean struck;
    private int filterFrom;
    private int filterTo;

    /** @param rowByRow takes each row at once, so that none is kept; null to keep them all */
    CellCollector(String sheet, ReadBudget work, @Nullable RowReader rowByRow) {
        this.sheet = sheet;
        this.work = work;
        this.rowByRow = rowByRow;
        texts = new SheetStrings(sheet);
    }

    boolean wants(int column) {
        return rowByRow == null || rowByRow.wants(column);
    }

    String name() {
        return sheet;
    }

    void cell(int row, int column, CellXml.Read read) {
        ParsedCell cell = read.cell();
        if (cell.blank()) {
            return;
        }
        if (row > work.limits().rows() || column > FileLimits.COLUMNS) {
            throw FileErrors.of(
                    "far",
                    sheet,
                    Columns.letters(column) + row,
                    String.valueOf(work.limits().rows()),
                    Columns.letters(FileLimits.COLUMNS));
        }
        if (cell.text().length() > FileLimits.CELL_CHARACTERS) {
            throw FileErrors.of("long-text", sheet, Columns.letters(column) + row);
        }
        work.cell(sheet, column, row, cell.text().length());
        if (cells.put(column, cell) != null) {
            throw FileErrors.of("damaged");
        }
        struck |= read.struck();
        if (rowByRow == null) {
            texts.add(row, column, read);
        } else if (cell.kind() == ParsedCell.Kind.TEXT) {
            cells.put(column, cleaned(cell.text(), column, row));
        }
    }

    /** The text without what cannot be seen; most texts of a long list stand in many rows. */
    private ParsedCell cleaned(String text, int column, int row) {
        ParsedCell known = cleaned.get(text);
        if (known == null) {
            if (VisibleText.heaped(text)) {
                throw FileErrors.of("accents", sheet, Columns.letters(column) + row);
            }
            known = ParsedCell.text(text);
            if (cleaned.size() < REMEMBERED && text.length() <= REPEATED) {
                cleaned.put(text, known);
            }
        }
        return known;
    }

    void endRow(int row, boolean hidden) {
        if (!cells.isEmpty()) {
            if (last >= row) {
                throw FileErrors.of("damaged");
            }
            last = row;
            Set<Mark> marks = EnumSet.noneOf(Mark.class);
            if (hidden) {
                marks.add(Mark.HIDDEN);
            }
            if (struck) {
                marks.add(Mark.STRUCK);
            }
            ParsedRow read = new ParsedRow(row, cells, marks.isEmpty() ? Set.of() : marks);
            if (rowByRow == null) {
                rows.add(read);
            } else {
                rowByRow.row(read);
            }
            cells = new TreeMap<>();
        }
        struck = false;
    }

    /** The range of the sheet's filter, such as A7:I11. */
    void filtered(@Nullable String range) {
        Matcher matcher = RANGE.matcher(range == null ? "" : range);
        if (matcher.matches()) {
            filterFrom = Integer.parseInt(matcher.group(1));
            filterTo = matcher.group(2) == null ? filterFrom : Integer.parseInt(matcher.group(2));
        }
    }

    ParsedSheet sheet(boolean from1904, boolean hiddenTab, Set<Integer> hiddenColumns) {
        texts.clean(rows);
        List<ParsedRow> kept = rows.stream()
                .filter(row -> !row.cells().isEmpty())
                .map(this::marked)
                .toList();
        return new ParsedSheet(sheet, kept, from1904, hiddenTab, Set.copyOf(hiddenColumns));
    }

    private ParsedRow marked(ParsedRow row) {
        boolean filtered = filterFrom <= row.number() && row.number() <= filterTo;
        if (!filtered || !row.marks().contains(Mark.HIDDEN)) {
            return row;
        }
        Set<Mark> marks = EnumSet.copyOf(row.marks());
        marks.add(Mark.FILTERED);
        return new ParsedRow(row.number(), row.cells(), marks);
    }

    /**
     * The texts of a sheet, cleaned once all of it is known. Text in a font made for an old encoding is turned into Unicode
     * unless it is that already; text in ordinary fonts only if the sheet as a whole can be nothing else.
     */
    static final class SheetStrings {

        /** What is known of a cell beside its text: the old font it has, or its text with the parts struck through. */
        private record Aside(
                @Nullable OldFont font, @Nullable String whole) {}

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
                        && Objects.requireNonNull(inOldFonts.get(font.encoding()))
                                .agrees(font.encoding())) {
                    unicode = font.encoding().unicode(text);
                    unicode = font.capitals() ? unicode.toUpperCase(Locale.ROOT) : unicode;
                } else if (font == null && others != null) {
                    unicode = others.unicode(text);
                }
            }
            String whole = aside == null || aside.whole() == null ? text : aside.whole();
            ParsedCell cleaned = ParsedCell.text(unicode);
            boolean same = unicode.equals(whole) && cleaned.original() == null;
            return same
                    ? cleaned
                    : new ParsedCell(cleaned.text(), ParsedCell.Kind.TEXT, ParsedCell.Format.PLAIN, whole);
        }
    }
}
