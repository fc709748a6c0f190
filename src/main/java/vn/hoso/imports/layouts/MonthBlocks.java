package vn.hoso.imports.layouts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.ColumnBeside;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;
import vn.hoso.imports.layouts.MonthClaims.NotAMonth;
import vn.hoso.imports.layouts.SheetInterpretation.OwnAnnex;
import vn.hoso.period.MonthDays;
import vn.hoso.shared.Formats;

/**
 * Takes a sheet with months side by side apart: the columns that all months share, such as the units' names, with those of one
 * month after the other. Each part keeps its rows and columns, so that a cell is named by the address that it has in the file.
 */
public final class MonthBlocks {

    private static final int ROWS_TRIED = 60;

    private static final Pattern MONTH =
            Pattern.compile("(?:thang|thg|t)[\\s.:-]*(0?[1-9]|1[0-2])(?:\\s*(?:[/.-]|nam)\\s*(20[0-9]{2}))?");

    /**
     * The columns of a month.
     *
     * @param year as its heading says, null for nothing
     * @param last the last of them
     */
    private record Block(int month, @Nullable Integer year, int first, int last) {

        List<Integer> columns() {
            return IntStream.rangeClosed(first, last).boxed().toList();
        }
    }

    private MonthBlocks() {}

    /**
     * The sheets that hold one month each; the sheet itself where it is read as it is, or where a month's columns are not known.
     *
     * @param days the days of the office's months
     */
    public static List<ParsedSheet> apart(ParsedSheet sheet, AddedColumns added, MonthDays days) {
        if (OwnAnnex.is(sheet) || LayoutFinder.in(sheet, added).isPresent()) {
            return List.of(sheet);
        }
        return sheet.rows().stream()
                .limit(ROWS_TRIED)
                .map(row -> parts(sheet, row, added, days))
                .filter(parts -> !parts.isEmpty())
                .findFirst()
                .orElse(List.of(sheet));
    }

    /** The months below a row that names them; none unless each is in a layout that is known, or all have the same columns. */
    private static List<ParsedSheet> parts(ParsedSheet sheet, ParsedRow heading, AddedColumns added, MonthDays days) {
        List<Block> blocks = blocks(heading);
        Optional<Integer> year = blocks.isEmpty() ? Optional.empty() : year(sheet, heading, blocks);
        if (year.isEmpty()) {
            return List.of();
        }
        List<ParsedSheet> parts = blocks.stream()
                .map(block -> part(sheet, heading, blocks.get(0).first(), block, year.get(), days))
                .toList();
        List<SheetLayout> layouts = parts.stream()
                .flatMap(part -> LayoutFinder.in(part, added).stream())
                .toList();
        List<ColumnBeside> beside;
        if (layouts.size() == parts.size()) {
            SheetLayout first = layouts.get(0);
            beside = beside(
                    sheet, heading, blocks, first.headerRow(), first.columns().values());
        } else if (layouts.isEmpty() && alike(parts, heading)) {
            beside = beside(
                    sheet,
                    heading,
                    blocks,
                    headerRow(sheet, heading),
                    blocks.get(0).columns());
        } else {
            return List.of();
        }
        return parts.stream().map(part -> part.with(beside)).toList();
    }

    /** Whether the words below the months' row are the same in each: then one description holds for all. */
    private static boolean alike(List<ParsedSheet> parts, ParsedRow heading) {
        return parts.stream().map(part -> below(part, heading)).distinct().count() == 1
                && below(parts.get(0), heading).size() > 1;
    }

    private static Map<Integer, String> below(ParsedSheet part, ParsedRow heading) {
        int from = part.ofFirst(Objects.requireNonNull(part.moved()).from());
        Map<Integer, String> words = new TreeMap<>();
        part.after(heading.number()).stream().limit(1).forEach(row -> row.cells()
                .forEach((column, cell) -> {
                    if (part.ofFirst(column) >= from && cell.kind() == ParsedCell.Kind.TEXT && !cell.blank()) {
                        words.put(part.ofFirst(column), ComparableText.of(cell.text()));
                    }
                }));
        return words;
    }

    /** The row of the words below the months' row, where nobody has said yet which of them are read. */
    private static int headerRow(ParsedSheet sheet, ParsedRow heading) {
        return sheet.after(heading.number()).get(0).number();
    }

    /** @param figures the columns of the first month that are read, or may be */
    private static List<ColumnBeside> beside(
            ParsedSheet sheet, ParsedRow heading, List<Block> blocks, int headerRow, Collection<Integer> figures) {
        List<Integer> months = blocks.stream().map(Block::first).toList();
        int width = blocks.get(0).columns().size();
        return new ColumnsAfterMonths(sheet, heading, headerRow, months, width).find(figures);
    }

    /**
     * Two months or more, one after the other, each over as many columns; none where the row is no heading of months. The columns of a
     * month end where the next words of the row begin: those of the next month, or of a sum between them, such as a quarter's.
     */
    private static List<Block> blocks(ParsedRow row) {
        List<Block> found = new ArrayList<>();
        for (Map.Entry<Integer, ParsedCell> cell : row.cells().entrySet()) {
            Matcher month =
                    MONTH.matcher(UnaccentedText.of(cell.getValue().text()).strip());
            if (cell.getValue().kind() == ParsedCell.Kind.TEXT && month.matches()) {
                Integer year = month.group(2) == null ? null : Integer.valueOf(month.group(2));
                found.add(new Block(Integer.parseInt(month.group(1)), year, cell.getKey(), cell.getKey()));
            }
        }
        if (found.size() < 2) {
            return List.of();
        }
        int width = width(row, found.get(0));
        for (int at = 1; at < found.size(); at++) {
            Block before = found.get(at - 1);
            boolean next = width(row, before) == width && found.get(at).month() > before.month();
            if (width < 2 || !next) {
                return List.of();
            }
        }
        return found.stream()
                .map(block -> new Block(block.month(), block.year(), block.first(), block.first() + width - 1))
                .toList();
    }

    private static int width(ParsedRow row, Block block) {
        return row.cells().tailMap(block.first() + 1).entrySet().stream()
                .filter(cell -> !cell.getValue().blank())
                .mapToInt(cell -> cell.getKey() - block.first())
                .findFirst()
                .orElse(0);
    }

    /** The one year that the months' headings, else the titles above them or the sheet's name say. */
    private static Optional<Integer> year(ParsedSheet sheet, ParsedRow heading, List<Block> blocks) {
        TreeSet<Integer> said = blocks.stream()
                .map(Block::year)
                .filter(year -> year != null)
                .collect(Collectors.toCollection(TreeSet::new));
        return said.isEmpty()
                ? SheetYear.of(sheet, heading.number(), "")
                : said.size() == 1 ? Optional.of(said.first()) : Optional.empty();
    }

    private static ParsedSheet part(
            ParsedSheet sheet, ParsedRow heading, int first, Block block, int year, MonthDays days) {
        String month = Formats.month(YearMonth.of(year, block.month()));
        List<ParsedRow> rows = new ArrayList<>();
        for (ParsedRow row : sheet.rows()) {
            SortedMap<Integer, ParsedCell> cells = new TreeMap<>(row.cells());
            if (row.number() < heading.number()) {
                // That the sheet is of a year, or of several months, is said of all parts together.
                cells.values().removeIf(cell -> ofAllMonths(cell.text(), days));
            } else {
                cells.keySet().removeIf(column -> column >= first && column < block.first() || column > block.last());
            }
            if (row.number() == heading.number()) {
                cells.put(block.first(), new ParsedCell("Tháng " + month, ParsedCell.Kind.TEXT));
            }
            if (!cells.isEmpty()) {
                rows.add(new ParsedRow(row.number(), cells, row.marks()));
            }
        }
        String columns = Columns.letters(block.first()) + "–" + Columns.letters(block.last());
        return new ParsedSheet(
                (ofAllMonths(sheet.name(), days) ? columns : sheet.name()) + " – " + month,
                rows,
                sheet.from1904(),
                sheet.hiddenTab(),
                sheet.hiddenColumns().stream()
                        .filter(column -> column < first || column >= block.first() && column <= block.last())
                        .collect(Collectors.toSet()),
                List.of(),
                new ParsedSheet.Moved(block.first(), block.first() - first));
    }

    private static boolean ofAllMonths(String text, MonthDays days) {
        NotAMonth.Reason other = MonthPatterns.of(text, days).other();
        return other == NotAMonth.Reason.SEVERAL_MONTHS || other == NotAMonth.Reason.YEAR;
    }
}
