package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.ColumnMeaning.ServiceClass;

/**
 * The rows of a sheet that say something.
 *
 * @param units one for each unit, and for each name that may be one
 * @param totals the sheet's own totals, of all of it and of parts
 * @param sums the rows that add up classes of services
 * @param nameless addresses of figures that no name stands beside
 * @param unknownClasses where a row's figures are of no class of services that is known
 * @param otherTable the row in which another table with other columns begins, 0 if there is none; it is not read
 */
public record SheetLines(
        List<FigureLine> units,
        List<FigureLine> totals,
        List<ClassSum> sums,
        List<String> nameless,
        List<UnknownClass> unknownClasses,
        int otherTable) {

    static final SheetLines NONE = new SheetLines(List.of(), List.of(), List.of(), List.of(), List.of(), 0);

    /** A cell with the class of a row's figures, in words that are not known. */
    public record UnknownClass(String address, String words) {}

    private static final Pattern GROUP = Pattern.compile("\\(?(?:[IVX]{1,5}|[A-ZĐ])[.)]?");
    /** As often may a heading be printed again; one on each row is no table. */
    private static final int MOST_REPEATED = 100;

    private static final List<String> TOTALS = List.of(
            ComparableText.of("tổng cộng"),
            ComparableText.of("tổng số"),
            ComparableText.of("tổng"),
            ComparableText.of("cộng"),
            ComparableText.of("toàn huyện"),
            ComparableText.of("toàn tỉnh"),
            ComparableText.of("toàn xã"));
    /** With more words behind it, one of these may begin a unit's own name, as in Tổng Cọt. */
    private static final List<String> SHORT_TOTALS = List.of(ComparableText.of("tổng"), ComparableText.of("cộng"));

    private static final List<String> LONG_TOTALS =
            TOTALS.stream().filter(total -> !SHORT_TOTALS.contains(total)).toList();

    public static SheetLines of(ParsedSheet sheet, SheetLayout layout, AddedColumns added) {
        List<ParsedRow> rows = sheet.after(layout.headerRow());
        SheetLines lines = new SheetLines(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
        Set<ServiceClass> classes = layout.kind() == SheetLayout.Kind.WIDE ? Set.of() : ClassSum.classes(rows, layout);
        List<FigureLine> last = lines.units();
        int headingEnds = 0;
        int repeated = 0;
        for (int at = 0; at < rows.size(); at++) {
            ParsedRow row = rows.get(at);
            Optional<LayoutFinder.Headed> again = LayoutFinder.headed(rows, at, layout);
            if (again.isPresent()) {
                if (++repeated > MOST_REPEATED || !sameColumns(again.get(), layout, added)) {
                    return new SheetLines(
                            lines.units(),
                            lines.totals(),
                            lines.sums(),
                            lines.nameless(),
                            lines.unknownClasses(),
                            row.number());
                }
                headingEnds = again.get().heading().lastRow();
            }
            boolean below = lines.units().isEmpty() || row.number() == headingEnds + 1;
            if (row.number() > headingEnds && !NumberingRow.is(row, below)) {
                last = lines.take(row, layout, classes, last);
            }
        }
        return lines;
    }

    /** Whether the heading, printed once more, says what it said before. */
    private static boolean sameColumns(LayoutFinder.Headed again, SheetLayout layout, AddedColumns added) {
        boolean words = again.words().values().stream().anyMatch(each -> !each.isBlank());
        return !words
                || again.unitColumn() == layout.unitColumn()
                        && LayoutFinder.measures(again.words(), added).equals(Optional.of(layout.columns()));
    }

    private List<FigureLine> take(ParsedRow row, SheetLayout layout, Set<ServiceClass> classes, List<FigureLine> last) {
        String name = row.text(layout.unitColumn());
        if (layout.kind() != SheetLayout.Kind.WIDE) {
            Optional<ClassRow> part = ClassRow.of(row, layout, last, classes);
            if (part.isPresent()) {
                ClassRow.unknown(row, layout, classes).ifPresent(unknownClasses::add);
                List<FigureLine> into = part.get().into(last, this);
                ClassSum.of(row, layout, classes, into.get(into.size() - 1).row())
                        .ifPresent(sums::add);
                return into;
            }
        }
        FigureLine line = line(row, name, layout);
        if (line.name().isEmpty()) {
            line.cells().values().stream()
                    .filter(figure -> countLike(figure.cell()))
                    .findFirst()
                    .ifPresent(figure -> nameless.add(figure.address()));
            return last;
        }
        if (line.blank()) {
            return last;
        }
        List<FigureLine> into = layout.ofOneUnit() ? ofOneUnit(line.name()) : into(line.name());
        into.add(line);
        return into;
    }

    /** Where a line of this name belongs; what is a total unless it is a unit's name stays with the units, as a heading. */
    List<FigureLine> into(String name) {
        return total(name) && !totalOrUnit(name) ? totals : units;
    }

    private List<FigureLine> ofOneUnit(String name) {
        return total(name) || OneUnitSheet.severalMonths(name) ? totals : units;
    }

    private static FigureLine line(ParsedRow row, String name, SheetLayout layout) {
        Map<Measure, FigureLine.Figure> cells = new TreeMap<>();
        layout.columns().forEach((measure, column) -> cells.put(measure, figure(row, column)));
        boolean heading = !layout.ofOneUnit()
                && (totalOrUnit(name)
                        || row.cells().headMap(layout.unitColumn()).values().stream()
                                .anyMatch(cell -> group(cell.text())));
        return new FigureLine(
                row.number(),
                layout.codeColumn() > 0 ? row.text(layout.codeColumn()) : "",
                name.isEmpty() ? totalBesideTheName(row, layout) : name,
                heading,
                cells,
                layout.noteColumn() > 0 ? row.text(layout.noteColumn()) : "");
    }

    /** A total's name may be merged over the columns before the units' names. */
    private static String totalBesideTheName(ParsedRow row, SheetLayout layout) {
        return row.cells().headMap(layout.unitColumn()).values().stream()
                .map(cell -> cell.text().strip())
                .filter(SheetLines::total)
                .findFirst()
                .orElse("");
    }

    static FigureLine.Figure figure(ParsedRow row, int column) {
        return new FigureLine.Figure(row.cell(column), row.address(column));
    }

    /** Whether it is the name of a total, or begins like one. */
    public static boolean total(String name) {
        return begins(name, TOTALS);
    }

    /** Whether it is the mark of a group, such as I. or A. */
    static boolean group(String text) {
        return GROUP.matcher(text.strip()).matches();
    }

    /** Whether it is a total's name only where no unit has it. */
    static boolean totalOrUnit(String name) {
        return total(name) && !begins(name, LONG_TOTALS) && !SHORT_TOTALS.contains(ComparableText.of(name));
    }

    private static boolean begins(String name, List<String> totals) {
        String folded = ComparableText.of(name);
        return totals.stream().anyMatch(total -> folded.equals(total) || folded.startsWith(total + " "));
    }

    /** A number, rather than a date or a name in a signature. */
    private static boolean countLike(ParsedCell cell) {
        return cell.kind() != ParsedCell.Kind.TEXT || cell.text().strip().matches("[0-9][0-9.,\\s]*");
    }

    /** The row below a heading that numbers its columns: (1) (2) (3), 1 2 3, A B 1 2, 1 2 3=4+5. */
    static final class NumberingRow {

        private static final int FEWEST = 3;
        private static final String MARK = "[\\[(]?[0-9A-Za-zĐđ]{1,2}[\\])]?";
        private static final Pattern NUMBER =
                Pattern.compile(MARK + "(?:\\s*=.{1,40})?|[\\[(][0-9]{1,2}\\s*[=+].{1,40}[\\])]");
        private static final Pattern BRACKETED = Pattern.compile("[\\[(].*");

        private NumberingRow() {}

        /**
         * Whether the row is one. With brackets it may stand anywhere, as at the top of each printed page; without, only before
         * the first unit or right below the heading printed again, and with numbers that go up by one.
         */
        static boolean is(ParsedRow row, boolean below) {
            List<String> texts = row.cells().values().stream()
                    .map(cell -> cell.text().strip())
                    .toList();
            if (texts.size() < FEWEST
                    || !texts.stream().allMatch(text -> NUMBER.matcher(text).matches())) {
                return false;
            }
            return texts.stream().anyMatch(text -> BRACKETED.matcher(text).matches()) || below && goesUp(texts);
        }

        private static boolean goesUp(List<String> texts) {
            List<Integer> numbers = texts.stream()
                    .map(text -> text.replaceAll("\\s*=.*", ""))
                    .filter(text -> text.matches("[0-9]{1,2}"))
                    .map(Integer::valueOf)
                    .toList();
            for (int at = 1; at < numbers.size(); at++) {
                if (numbers.get(at) != numbers.get(at - 1) + 1) {
                    return false;
                }
            }
            return numbers.size() >= 2;
        }
    }
}
