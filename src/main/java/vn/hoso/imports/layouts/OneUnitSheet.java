package vn.hoso.imports.layouts;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim;
import vn.hoso.imports.layouts.MonthClaims.NotAMonth;
import vn.hoso.imports.layouts.SheetInterpretation.UnreadMonth;
import vn.hoso.imports.layouts.SheetMonth.MonthCell;
import vn.hoso.period.MonthDays;

/** A sheet that is all about one unit, with a month in each row: its rows have the months where others have units' names. */
public final class OneUnitSheet {

    /** In a description, what stands in place of the units' column. */
    public static final int NO_COLUMN = 0;

    /** As many rows must be months before a column of other words is taken for theirs. */
    private static final int FEWEST = 2;

    private static final Pattern WITHOUT_YEAR =
            Pattern.compile("(?:(?:thang|thg|t)[\\s.:-]*)?[0-9]{1,2}(?:[.,]0+)?|thang [a-z ]{2,9}|[a-z]{3,9}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}(?:[.,]0+)?");
    private static final Pattern QUARTER = Pattern.compile("\\bqu[yi]\\s*([1-4]|i{1,3}|iv)\\b");
    private static final Pattern MONTHS = Pattern.compile("\\b(3|6|9|ba|sau|chin)\\s*thang\\b(\\s*cuoi)?");
    private static final Pattern FROM_TO =
            Pattern.compile("(?:\\bthang|\\bthg|\\bt)\\s*([0-9]{1,2})(?:\\s*[/.-]\\s*20[0-9]{2})?"
                    + "\\s*(-|den|toi|va|,|&|\\+)\\s*(?:thang|thg|t)?\\s*(0?[1-9]|1[0-2])(?![0-9])");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Set<String> OF_MONTHS =
            Set.of("thang", "thg", "t", "nam", "n", "ky", "bao", "cao", "so", "lieu");
    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv");
    private static final Map<String, Integer> WORDS = Map.of("ba", 3, "sau", 6, "chin", 9);

    private OneUnitSheet() {}

    /** Months that a row of sums names, 1 to 12. */
    record Span(int first, int last) {

        boolean has(YearMonth month) {
            return month.getMonthValue() >= first && month.getMonthValue() <= last;
        }
    }

    /** The layout of a sheet that no heading of units' names is in, by the words over its months and its figures. */
    public static Optional<SheetLayout> recognised(ParsedSheet sheet, AddedColumns added) {
        return sheet.sideBySide() ? Optional.empty() : LayoutFinder.ofOneUnit(sheet, added);
    }

    /**
     * The layout that a person described, by one column that holds months.
     *
     * @param column which it is said to be, {@link #NO_COLUMN} for the first that is no figure's
     * @return nothing where no such column holds months
     */
    public static Optional<SheetLayout> described(
            ParsedSheet sheet, int headerRow, int column, Map<Measure, Integer> columns) {
        List<ParsedRow> rows = sheet.after(headerRow);
        return (column == NO_COLUMN
                        ? rows.stream()
                                .flatMap(row -> row.cells().keySet().stream())
                                .distinct()
                                .sorted()
                        : Stream.of(column))
                .filter(each -> !columns.containsValue(each))
                .filter(each -> months(sheet, headerRow, rows, each))
                .findFirst()
                .map(months -> layout(headerRow, headerRow, months, 0, columns));
    }

    /** Whether rows of the column are months; bare numbers are, where the words over them say so. */
    private static boolean months(ParsedSheet sheet, int headerRow, List<ParsedRow> rows, int column) {
        boolean headed = sheet.first(headerRow).stream().anyMatch(row -> ColumnMeaning.monthOfRow(row.text(column)));
        return rows.stream()
                        .map(row -> row.cell(column))
                        .filter(cell -> headed
                                || cell.format() == ParsedCell.Format.DATE
                                || cell.kind() == ParsedCell.Kind.TEXT
                                        && !NUMBER.matcher(cell.text().strip()).matches())
                        .filter(cell ->
                                month(cell, sheet.from1904(), MonthDays.CIVIL).isPresent() || withoutYear(cell.text()))
                        .limit(FEWEST)
                        .count()
                == FEWEST;
    }

    static SheetLayout layout(int firstRow, int lastRow, int months, int note, Map<Measure, Integer> columns) {
        return new SheetLayout(SheetLayout.Kind.WIDE, firstRow, lastRow, months, 0, months, note, 0, columns);
    }

    /** Whether a row of this name is of several months: a quarter, half a year, the year. */
    static boolean severalMonths(String name) {
        NotAMonth.Reason other = MonthPatterns.of(name, MonthDays.CIVIL).other();
        return span(name).isPresent() || other != null && other != NotAMonth.Reason.OTHER_DAYS;
    }

    /** The months of a row of sums that names a quarter, or so many months of the year; nothing where it names others. */
    static Optional<Span> span(String name) {
        String plain = UnaccentedText.of(name);
        Matcher quarter = QUARTER.matcher(plain);
        if (quarter.find()) {
            int at = ROMAN.contains(quarter.group(1))
                    ? ROMAN.indexOf(quarter.group(1))
                    : Integer.parseInt(quarter.group(1)) - 1;
            return Optional.of(new Span(3 * at + 1, 3 * at + 3));
        }
        Matcher months = MONTHS.matcher(plain);
        if (!months.find()) {
            return fromTo(plain);
        }
        Integer word = WORDS.get(months.group(1));
        int count = word == null ? Integer.parseInt(months.group(1)) : word;
        return Optional.of(months.group(2) == null ? new Span(1, count) : new Span(13 - count, 12));
    }

    /** "Tháng 1 - 3", "từ tháng 1 đến tháng 3", "tháng 3, 4"; two that are not one after the other name no row of months. */
    private static Optional<Span> fromTo(String plain) {
        Matcher two = FROM_TO.matcher(plain);
        if (!two.find()) {
            return Optional.empty();
        }
        Span span = new Span(Integer.parseInt(two.group(1)), Integer.parseInt(two.group(3)));
        boolean row = two.group(2).matches("-|den|toi") || span.last() == span.first() + 1;
        return Optional.of(span).filter(each -> row && each.last() > each.first());
    }

    /** The month of a cell that says no year itself; nothing where it is no month's name or number. */
    static Optional<YearMonth> inYear(String text, int year) {
        return WITHOUT_YEAR.matcher(UnaccentedText.of(text)).matches()
                ? MonthCell.of(
                        new ParsedCell(text.strip().replaceFirst("[.,]0+$", "") + "/" + year, ParsedCell.Kind.TEXT),
                        false,
                        MonthDays.CIVIL)
                : Optional.empty();
    }

    /** Takes the cells that lack nothing but this year for months. */
    static void close(int year, Map<Integer, MonthClaim> read, List<UnreadMonth> unread) {
        unread.removeIf(cell -> inYear(cell.text(), year)
                .map(month ->
                        read.put(cell.row(), new MonthClaim(MonthClaim.Source.COLUMN, month, cell.address())) == null)
                .orElse(false));
    }

    /** Whether the cell is a month's name or number without a year. */
    static boolean withoutYear(String text) {
        return inYear(text, 2000).isPresent();
    }

    /** Whether the text is a month's name, with its year or without. */
    static boolean month(String text) {
        return withoutYear(text)
                || month(new ParsedCell(text, ParsedCell.Kind.TEXT), false, MonthDays.CIVIL)
                        .isPresent();
    }

    /** The month that the cell is the name of; nothing where it says more, as in a plan or of the year before. */
    static Optional<YearMonth> month(ParsedCell cell, boolean from1904, MonthDays days) {
        String plain = UnaccentedText.of(cell.text());
        boolean bare = PeriodLine.in(plain).isPresent()
                || LETTERS.matcher(plain)
                        .results()
                        .allMatch(word -> OF_MONTHS.contains(word.group()) || NamedMonths.word(word.group()));
        return bare ? MonthCell.of(cell, from1904, days) : Optional.empty();
    }

    /** What may name the unit: the rows down to the heading's last, and the tab. */
    public static List<String> titles(ParsedSheet sheet, SheetLayout layout) {
        return Stream.concat(
                        sheet.first(layout.headerRow()).stream().map(row -> row.cells().values().stream()
                                .map(ParsedCell::text)
                                .collect(Collectors.joining(" "))),
                        Stream.of(sheet.name()))
                .toList();
    }
}
