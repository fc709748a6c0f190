package vn.hoso.imports.layouts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.ParsedCell;

/**
 * Holds a sheet's own totals against the rows they cover. A total covers the whole sheet, the rows from another total down
 * to it, or the rows below it down to another: it is right if it is the sum of any of these.
 */
public final class SheetTotals {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");

    private SheetTotals() {}

    /**
     * A total that is not the sum of its rows.
     *
     * @param address where it stands
     * @param stated what it says, in dossiers
     * @param summed the sum of the rows it most likely covers, in dossiers
     */
    public record Mismatch(Measure measure, String address, long stated, long summed) {}

    /**
     * The totals that are wrong.
     *
     * @param counted the rows that count, each once
     * @param totals the rows of totals, those of groups among them
     * @param sums the rows that add up classes
     */
    public static List<Mismatch> mismatches(
            Collection<FigureLine> counted, Collection<FigureLine> totals, Collection<ClassSum> sums) {
        TreeSet<Integer> bounds = bounds(totals);
        List<Mismatch> found = new ArrayList<>();
        totals.forEach(total -> found.addAll(likeliest(total, counted, bounds)));
        sums.forEach(sum -> found.addAll(sum.mismatches(counted)));
        return found;
    }

    /**
     * The same of a sheet of one unit: a sum that names a quarter, or so many months of the year, is held against these.
     *
     * @param months the month of each row that counts, by its number
     */
    public static List<Mismatch> ofOneUnit(
            Collection<FigureLine> counted, Collection<FigureLine> totals, Map<Integer, YearMonth> months) {
        TreeSet<Integer> bounds = bounds(totals);
        boolean oneYear =
                months.values().stream().map(YearMonth::getYear).distinct().count() == 1;
        return totals.stream()
                .flatMap(total -> OneUnitSheet.span(total.name())
                        .filter(span -> oneYear)
                        .map(span -> mismatches(
                                total,
                                counted.stream()
                                        .filter(line ->
                                                months.containsKey(line.row()) && span.has(months.get(line.row())))
                                        .toList()))
                        .orElseGet(() -> likeliest(total, counted, bounds))
                        .stream())
                .toList();
    }

    private static List<Mismatch> likeliest(FigureLine total, Collection<FigureLine> counted, TreeSet<Integer> bounds) {
        return covered(total, counted, bounds).stream()
                .map(lines -> mismatches(total, lines))
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static TreeSet<Integer> bounds(Collection<FigureLine> totals) {
        return totals.stream().map(FigureLine::row).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a group's heading states the sum of rows that it may cover, in one figure at least. */
    public static boolean sums(FigureLine heading, Collection<FigureLine> counted, Collection<FigureLine> totals) {
        return covered(heading, counted, bounds(totals)).stream().anyMatch(lines -> sums(heading, lines));
    }

    /** Noughts agree with too much to tell anything beside other figures. */
    private static boolean sums(FigureLine heading, Collection<FigureLine> lines) {
        List<Measure> stated = heading.cells().entrySet().stream()
                .filter(each -> count(each.getValue().cell()).orElse(0) > 0)
                .map(Map.Entry::getKey)
                .toList();
        List<Measure> wrong =
                mismatches(heading, lines).stream().map(Mismatch::measure).toList();
        return stated.isEmpty() ? wrong.isEmpty() : !wrong.containsAll(stated);
    }

    /** The rows that it may cover, the likeliest first. */
    private static List<List<FigureLine>> covered(
            FigureLine total, Collection<FigureLine> counted, TreeSet<Integer> bounds) {
        List<List<FigureLine>> covered = new ArrayList<>();
        for (int from : bounds.headSet(total.row(), false).descendingSet()) {
            covered.add(between(counted, from, total.row()));
        }
        covered.add(between(counted, 0, total.row()));
        for (int to : bounds.tailSet(total.row(), false)) {
            covered.add(between(counted, total.row(), to));
        }
        covered.add(between(counted, total.row(), Integer.MAX_VALUE));
        covered.add(List.copyOf(counted));
        covered.removeIf(List::isEmpty);
        return covered;
    }

    private static List<FigureLine> between(Collection<FigureLine> counted, int from, int to) {
        return counted.stream()
                .filter(line -> line.row() > from && line.row() < to)
                .toList();
    }

    private static List<Mismatch> mismatches(FigureLine total, Collection<FigureLine> lines) {
        List<Mismatch> found = new ArrayList<>();
        total.cells().forEach((measure, figure) -> count(figure.cell()).ifPresent(stated -> {
            long sum = sum(lines, measure);
            if (sum != stated) {
                found.add(new Mismatch(measure, figure.address(), stated, sum));
            }
        }));
        return found;
    }

    static long sum(Collection<FigureLine> lines, Measure measure) {
        return lines.stream()
                .map(line -> line.cells().get(measure))
                .filter(figure -> figure != null)
                .map(figure -> count(figure.cell()))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sum();
    }

    static OptionalLong count(ParsedCell cell) {
        String digits = cell.text().replaceAll("[.\\s\\u00A0\\u202F]", "");
        return COUNT.matcher(digits).matches() ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
