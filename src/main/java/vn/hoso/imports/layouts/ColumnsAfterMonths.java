package vn.hoso.imports.layouts;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.ColumnBeside;
import vn.hoso.imports.files.ColumnBeside.WrongSum;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;

/**
 * The columns after the months that stand side by side, and between them: no month's figures, and named so that nothing is left out
 * unsaid. Where those after the last add the months up they are held against them.
 *
 * @param heading the row that names the months
 * @param lastHeader the last row of the heading
 * @param months the first column of each month
 * @param width how many columns each has
 */
record ColumnsAfterMonths(ParsedSheet sheet, ParsedRow heading, int lastHeader, List<Integer> months, int width) {

    private static final Pattern SUM = Pattern.compile("\\b(?:tong|cong|ca nam|luy ke)\\b");
    /** What else than all the months of the sheet may be added up. */
    private static final Pattern OTHERS = Pattern.compile("cung ky|nam truoc|\\bquy\\b");

    private static final Pattern SO_MANY = Pattern.compile("\\b([0-9]+) thang\\b");

    /**
     * Those that hold something.
     *
     * @param figures the columns of the first month that are read
     */
    List<ColumnBeside> find(Collection<Integer> figures) {
        int last = months.get(months.size() - 1) + width - 1;
        TreeSet<Integer> columns = sheet.after(lastHeader).stream()
                .flatMap(row -> row.cells().tailMap(months.get(0)).entrySet().stream())
                .filter(cell -> !cell.getValue().blank() && after(cell.getKey()) >= width)
                .map(SortedMap.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        return columns.stream()
                .map(column -> {
                    String over = over(column);
                    String words = (over + " " + below(column)).strip();
                    return new ColumnBeside(
                            sheet.name(), column, words, column > last ? wrong(column, over, figures) : null);
                })
                .toList();
    }

    /** The words of the months' row over a column; those of a heading that spans it stand over its first. */
    private String over(int column) {
        SortedMap<Integer, ParsedCell> before = heading.cells().subMap(column - after(column) + width, column + 1);
        return before.isEmpty() ? "" : heading.text(before.lastKey());
    }

    /** How many columns it stands after the first one of the last month before it. */
    private int after(int column) {
        return months.stream()
                .filter(month -> month <= column)
                .mapToInt(month -> column - month)
                .min()
                .orElseThrow();
    }

    private String below(int column) {
        return sheet.rows().stream()
                .filter(row -> row.number() > heading.number() && row.number() <= lastHeader)
                .map(row -> row.text(column))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private @Nullable WrongSum wrong(int column, String over, Collection<Integer> figures) {
        String words = ComparableText.of(below(column));
        String plain = UnaccentedText.of(over);
        List<Integer> alike = figures.stream()
                .filter(each -> ComparableText.of(below(each)).equals(words))
                .toList();
        if (!addsAll(plain) || words.isEmpty() || alike.size() != 1) {
            return null;
        }
        List<WrongSum> wrong = new ArrayList<>();
        for (ParsedRow row : sheet.after(lastHeader)) {
            OptionalLong stated = SheetTotals.count(row.cell(column));
            OptionalLong summed = summed(row, alike.get(0) - months.get(0));
            if (stated.isPresent() && summed.isPresent() && stated.getAsLong() != summed.getAsLong()) {
                wrong.add(new WrongSum(row.address(column), stated.getAsLong(), summed.getAsLong(), 0));
            }
        }
        return wrong.isEmpty()
                ? null
                : new WrongSum(
                        wrong.get(0).address(),
                        wrong.get(0).stated(),
                        wrong.get(0).summed(),
                        wrong.size() - 1);
    }

    /** Whether a heading says that all the months of the sheet are added up, as "Cộng 12 tháng" does of twelve. */
    private boolean addsAll(String plain) {
        return SUM.matcher(plain).find()
                && !OTHERS.matcher(plain).find()
                && SO_MANY.matcher(plain).results().allMatch(some -> new BigInteger(some.group(1))
                        .equals(BigInteger.valueOf(months.size())));
    }

    /** A row's months together; nothing where one of them is no number. */
    private OptionalLong summed(ParsedRow row, int offset) {
        List<ParsedCell> cells = months.stream()
                .map(month -> row.cell(month + offset))
                .filter(cell -> !cell.blank())
                .toList();
        return cells.stream().allMatch(cell -> SheetTotals.count(cell).isPresent())
                ? OptionalLong.of(cells.stream()
                        .mapToLong(cell -> SheetTotals.count(cell).getAsLong())
                        .sum())
                : OptionalLong.empty();
    }
}
