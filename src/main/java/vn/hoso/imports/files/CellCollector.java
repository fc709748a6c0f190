package vn.hoso.imports.files;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.ParsedRow.Mark;

/** Takes a sheet's cells one by one and refuses too many, or one too far out. */
final class CellCollector {

    private static final Pattern RANGE =
            Pattern.compile("\\$?[A-Z]{1,3}\\$?([0-9]{1,7})(?::\\$?[A-Z]{1,3}\\$?([0-9]{1,7}))?");

    private final String sheet;
    private final ReadBudget work;
    private final SheetStrings texts;
    private final List<ParsedRow> rows = new ArrayList<>();
    private TreeMap<Integer, ParsedCell> cells = new TreeMap<>();
    private boolean struck;
    private int filterFrom;
    private int filterTo;

    CellCollector(String sheet, ReadBudget work) {
        this.sheet = sheet;
        this.work = work;
        texts = new SheetStrings(sheet);
    }

    String name() {
        return sheet;
    }

    void cell(int row, int column, CellXml.Read read) {
        ParsedCell cell = read.cell();
        if (cell.blank()) {
            return;
        }
        String address = Columns.letters(column) + row;
        if (row > FileLimits.ROWS || column > FileLimits.COLUMNS) {
            throw FileErrors.of(
                    "far", sheet, address, String.valueOf(FileLimits.ROWS), Columns.letters(FileLimits.COLUMNS));
        }
        if (cell.text().length() > FileLimits.CELL_CHARACTERS) {
            throw FileErrors.of("long-text", sheet, address);
        }
        work.cell(sheet, address, cell.text().length());
        if (cells.put(column, cell) != null) {
            throw FileErrors.of("damaged");
        }
        struck |= read.struck();
        texts.add(row, column, read);
    }

    void endRow(int row, boolean hidden) {
        if (!cells.isEmpty()) {
            if (!rows.isEmpty() && rows.get(rows.size() - 1).number() >= row) {
                throw FileErrors.of("damaged");
            }
            Set<Mark> marks = EnumSet.noneOf(Mark.class);
            if (hidden) {
                marks.add(Mark.HIDDEN);
            }
            if (struck) {
                marks.add(Mark.STRUCK);
            }
            rows.add(new ParsedRow(row, cells, marks.isEmpty() ? Set.of() : marks));
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
}
