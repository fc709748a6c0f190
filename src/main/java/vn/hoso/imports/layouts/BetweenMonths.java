package vn.hoso.imports.layouts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.Columns;
import vn.hoso.imports.files.ParsedCell;
import vn.hoso.imports.files.ParsedRow;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim;

/**
 * Finds what stands among the months of a sheet that is all about one unit and may begin another unit's, or another year's: the rows
 * below it must not be taken for those of the title.
 */
public final class BetweenMonths {

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
    /** A sum of nought is what a formula makes of months to come. */
    private static final Pattern COUNT = Pattern.compile("[1-9]");

    private static final String YEAR = ComparableText.of("năm");

    private final SheetInterpretation reading;
    private final SheetLayout layout;
    private final Map<Integer, FigureLine> months;
    private final Set<Integer> totals;
    private final Set<String> said = new HashSet<>();
    private final Set<Integer> yearColumns = new HashSet<>();
    private final @Nullable Integer year;
    private final List<Words> found = new ArrayList<>();

    /**
     * Words that stand there.
     *
     * @param problem what is wrong with them, as the end of a message key
     * @param year the year that rows without one are read as, empty where that is not what is wrong
     */
    public record Words(String address, String text, String problem, String year) {}

    private BetweenMonths(SheetInterpretation reading) {
        this.reading = reading;
        layout = Objects.requireNonNull(reading.layout());
        months = reading.lines().units().stream()
                .collect(Collectors.toMap(FigureLine::row, Function.identity(), (a, b) -> a));
        totals = reading.lines().totals().stream().map(FigureLine::row).collect(Collectors.toSet());
        reading.sheet()
                .first(layout.headerRow())
                .forEach(row -> row.cells().values().forEach(cell -> said.add(ComparableText.of(cell.text()))));
        new LayoutFinder.Headed(SheetHeading.between(reading.sheet(), layout), layout.unitColumn())
                .words()
                .forEach((column, words) -> {
                    if (ComparableText.of(words).equals(YEAR)) {
                        yearColumns.add(column);
                    }
                });
        year = months.values().stream()
                .filter(line -> OneUnitSheet.withoutYear(line.name()))
                .flatMap(line -> Optional.ofNullable(reading.rowMonths().get(line.row())).stream())
                .map(claim -> claim.month().getYear())
                .findFirst()
                .orElse(null);
    }

    /**
     * The words in rows down to the last month that are neither its, nor a sum's, nor the heading's again; and the sums of months that
     * have no rows, whose figures would be lost.
     */
    public static List<Words> of(SheetInterpretation reading) {
        BetweenMonths between = new BetweenMonths(reading);
        int last = between.months.keySet().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        reading.sheet().after(between.layout.headerRow()).stream()
                .takeWhile(row -> row.number() <= last)
                .forEach(between::look);
        reading.lines().totals().forEach(between::look);
        return between.found;
    }

    private void look(FigureLine sum) {
        boolean counted = sum.cells().values().stream()
                .anyMatch(figure -> COUNT.matcher(figure.cell().text()).find());
        OneUnitSheet.span(sum.name())
                .filter(span ->
                        counted && reading.rowMonths().values().stream().noneMatch(claim -> span.has(claim.month())))
                .ifPresent(span -> found.add(
                        new Words(Columns.letters(layout.unitColumn()) + sum.row(), sum.name(), "months-absent", "")));
    }

    private void look(ParsedRow row) {
        MonthClaim own = reading.rowMonths().get(row.number());
        if (own != null && year != null && own.month().getYear() != year) {
            found.add(otherYear(
                    Objects.requireNonNullElse(own.address(), row.address(layout.unitColumn())),
                    row.text(layout.unitColumn()),
                    year));
        }
        boolean figures = months.containsKey(row.number()) || totals.contains(row.number());
        boolean named = figures || OneUnitSheet.month(row.text(layout.unitColumn()));
        row.cells().forEach((column, cell) -> {
            boolean beside = column < layout.unitColumn() || yearColumns.contains(column);
            boolean name = column == layout.unitColumn() && !months.containsKey(row.number());
            if (!named || beside || name) {
                look(row.address(column), cell);
            }
        });
    }

    private void look(String address, ParsedCell cell) {
        String text = cell.text().strip();
        if (year != null && SheetYear.in(text).stream().anyMatch(each -> !each.equals(year))) {
            found.add(otherYear(address, text, year));
        } else if (WORD.matcher(text).find()
                && !said.contains(ComparableText.of(text))
                && !SheetLines.group(text)
                && !SheetLines.total(text)
                && !OneUnitSheet.severalMonths(text)
                && !OneUnitSheet.month(text)) {
            found.add(new Words(address, text, "between", ""));
        }
    }

    private static Words otherYear(String address, String text, int year) {
        return new Words(address, text, "year-other", String.valueOf(year));
    }
}
