package vn.hoso.imports.layouts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ComparableText.UnaccentedText;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim;
import vn.hoso.imports.layouts.SheetMonth.MonthCell;
import vn.hoso.period.MonthDays;

/**
 * What one sheet means by itself, before anybody chooses.
 *
 * @param kind what it is
 * @param layout where its figures stand, null unless it has figures
 * @param months what it says of its month
 * @param unused columns of figures that are not taken, with the reason; also for a sheet whose layout is not known
 * @param lines its rows
 * @param rowMonths by the number of its row the month that a row says itself, in a column of months
 * @param unreadableMonths the cells in the column of months that hold none
 */
public record SheetInterpretation(
        ParsedSheet sheet,
        Kind kind,
        @Nullable SheetLayout layout,
        MonthClaims months,
        List<UnusedColumn> unused,
        SheetLines lines,
        Map<Integer, MonthClaim> rowMonths,
        List<UnreadMonth> unreadableMonths) {

    /** A cell in the column of months that holds none. */
    public record UnreadMonth(int row, String address, String text) {

        private static final Pattern BARE = Pattern.compile("(?:(?:thang|thg|t)[\\s.:-]*)?0?([0-9]{1,2})(?:[.,]0+)?");

        /** Whether it leaves the row in this month: it is empty, or names the month's number without a year. */
        public boolean agrees(YearMonth month) {
            Matcher bare = BARE.matcher(UnaccentedText.of(text).strip());
            return text.isBlank() || bare.matches() && Integer.parseInt(bare.group(1)) == month.getMonthValue();
        }
    }

    public enum Kind {
        /** Figures of units, in a layout that is known or was described. */
        FIGURES,
        /** What the program itself wrote of its results: nothing in it is a month's figure. */
        OWN_ANNEX,
        /** Tables with different columns below each other: only one of them could be read. */
        SEVERAL_TABLES,
        /** No layout that is known. */
        NO_FIGURES
    }

    /**
     * What the sheet means by what the program knows.
     *
     * @param days the days of the office's months
     */
    public static SheetInterpretation of(ParsedSheet sheet, String fileName, AddedColumns added, MonthDays days) {
        if (OwnAnnex.is(sheet)) {
            return without(sheet, Kind.OWN_ANNEX, List.of());
        }
        return LayoutFinder.in(sheet, added)
                .map(layout -> of(sheet, fileName, layout, added, days))
                .orElseGet(() -> without(sheet, Kind.NO_FIGURES, unknownColumns(sheet, added)));
    }

    /** What it means in a layout that was described. */
    public static SheetInterpretation of(
            ParsedSheet sheet, String fileName, SheetLayout layout, AddedColumns added, MonthDays days) {
        if (OwnAnnex.is(sheet)) {
            return without(sheet, Kind.OWN_ANNEX, List.of());
        }
        SheetLines lines = SheetLines.of(sheet, layout, added);
        Map<Integer, MonthClaim> rowMonths = new TreeMap<>();
        List<UnreadMonth> unreadable = new ArrayList<>();
        if (layout.monthColumn() > 0) {
            Map<Integer, ParsedRow> rows = sheet.rows().stream()
                    .collect(Collectors.toMap(ParsedRow::number, Function.identity(), (a, b) -> a));
            lines.units()
                    .forEach(line -> rowMonth(
                            line,
                            Objects.requireNonNull(rows.get(line.row())),
                            layout.monthColumn(),
                            cell -> layout.ofOneUnit()
                                    ? OneUnitSheet.month(cell, sheet.from1904(), days)
                                    : MonthCell.of(cell, sheet.from1904(), days),
                            rowMonths,
                            unreadable));
        }
        if (layout.ofOneUnit()) {
            SheetYear.of(sheet, layout.firstHeaderRow(), fileName)
                    .ifPresent(year -> OneUnitSheet.close(year, rowMonths, unreadable));
        }
        int lastLine = Math.max(
                layout.headerRow(), Math.max(last(lines.units()), layout.ofOneUnit() ? last(lines.totals()) : 0));
        MonthClaims months = SheetMonth.of(sheet, layout, fileName, rowMonths, lastLine, days);
        return new SheetInterpretation(
                sheet,
                lines.otherTable() > 0 ? Kind.SEVERAL_TABLES : Kind.FIGURES,
                layout,
                layout.ofOneUnit() && !lines.units().isEmpty() ? months.answeredByRows() : months,
                unused(sheet, layout),
                lines,
                rowMonths,
                unreadable);
    }

    /** Whether all its rows are of one unit. */
    public boolean ofOneUnit() {
        return layout != null && layout.ofOneUnit();
    }

    /** Whether rows of it are months of a year that it does not say. */
    public boolean ofNoYear() {
        return ofOneUnit() && unreadableMonths.stream().anyMatch(cell -> OneUnitSheet.withoutYear(cell.text()));
    }

    /** What it means where its months are of this year. */
    public SheetInterpretation inYear(int year) {
        Map<Integer, MonthClaim> read = new TreeMap<>(rowMonths);
        List<UnreadMonth> unread = new ArrayList<>(unreadableMonths);
        OneUnitSheet.close(year, read, unread);
        return new SheetInterpretation(sheet, kind, layout, months.with(read.values()), unused, lines, read, unread);
    }

    /** The month of one of its lines: its own, else the one that the whole sheet says. */
    public Optional<YearMonth> month(FigureLine line) {
        MonthClaim own = rowMonths.get(line.row());
        return own == null || !months.others().isEmpty() ? months.month() : Optional.of(own.month());
    }

    private static void rowMonth(
            FigureLine line,
            ParsedRow row,
            int column,
            Function<ParsedCell, Optional<YearMonth>> read,
            Map<Integer, MonthClaim> into,
            List<UnreadMonth> unreadable) {
        ParsedCell cell = row.cell(column);
        String address = row.address(column);
        Optional<YearMonth> month = read.apply(cell);
        if (month.isPresent()) {
            into.put(line.row(), new MonthClaim(MonthClaim.Source.COLUMN, month.get(), address));
        } else if (!line.blank() && !(line.heading() && cell.blank())) {
            unreadable.add(new UnreadMonth(line.row(), address, cell.text()));
        }
    }

    private static int last(List<FigureLine> lines) {
        return lines.stream().mapToInt(FigureLine::row).max().orElse(0);
    }

    private static SheetInterpretation without(ParsedSheet sheet, Kind kind, List<UnusedColumn> unused) {
        return new SheetInterpretation(
                sheet, kind, null, MonthClaims.NONE, unused, SheetLines.NONE, Map.of(), List.of());
    }

    private static List<UnusedColumn> unused(ParsedSheet sheet, SheetLayout layout) {
        List<UnusedColumn> unused = new ArrayList<>();
        new LayoutFinder.Headed(SheetHeading.between(sheet, layout), layout.unitColumn())
                .words()
                .forEach((column, words) -> {
                    boolean used = layout.columns().containsValue(column)
                            || column == layout.codeColumn()
                            || column == layout.monthColumn()
                            || column == layout.noteColumn()
                            || column == layout.classColumn();
                    if (!used && column > layout.unitColumn() && figures(sheet, layout.headerRow(), column)) {
                        unused.add(new UnusedColumn(column, words, reason(words)));
                    }
                });
        sheet.beside().forEach(column -> unused.add(UnusedColumn.of(column)));
        return unused;
    }

    private static UnusedColumn.Reason reason(String words) {
        return ColumnMeaning.measure(words).isPresent() ? UnusedColumn.Reason.TWICE : ColumnMeaning.reason(words);
    }

    /** In a sheet that is not known: what stands in the way. */
    private static List<UnusedColumn> unknownColumns(ParsedSheet sheet, AddedColumns added) {
        List<UnusedColumn> unused = new ArrayList<>();
        LayoutFinder.nearest(sheet, added).ifPresent(headed -> {
            Map<Measure, Integer> seen = new TreeMap<>();
            headed.words().forEach((column, words) -> {
                Optional<Measure> measure = added.measure(words);
                boolean twice = measure.isPresent() && seen.putIfAbsent(measure.get(), column) != null;
                if ((measure.isEmpty() || twice)
                        && column > headed.unitColumn()
                        && figures(sheet, headed.heading().lastRow(), column)) {
                    unused.add(new UnusedColumn(column, words, reason(words)));
                }
            });
        });
        return unused;
    }

    private static boolean figures(ParsedSheet sheet, int headerRow, int column) {
        return sheet.after(headerRow).stream().anyMatch(row -> row.cell(column).hasDigit());
    }

    /** A column's letters. */
    public static String letters(UnusedColumn column) {
        return Columns.letters(column.column());
    }

    /** Recognises what the program itself writes of its results: the annex of a report, and the export of results. */
    static final class OwnAnnex {

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
}
