package vn.hoso.presentation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.LeaderResults.DistrictMonth;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;

/**
 * The overall rate of twelve months as a line with the targets. Places across are percentages, so that the drawing takes
 * any width while its text keeps its size; places down are CSS pixels. No label stands in the plot: months and values have rows
 * below it, the targets a margin beside it, and a month in full is written above it while it is pointed at.
 *
 * @param points the months with a rate
 * @param segments the line between neighbouring months with a rate
 * @param targets the targets, each once
 * @param months every month for the axis and for pointing at
 * @param rows the same as a table
 * @param description the drawing in words
 */
public record MonthLineView(
        List<Point> points,
        List<Segment> segments,
        List<Level> targets,
        List<Month> months,
        List<Row> rows,
        String description) {

    private static final int TOP = 22;
    private static final int BOTTOM = 106;
    private static final BigDecimal LEFT = BigDecimal.TEN;
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal PLOT = BigDecimal.valueOf(90);

    /**
     * A month with a rate in the drawing.
     *
     * @param x its place across, such as 13.75%
     * @param y its place down
     * @param complete whether every unit reported
     */
    public record Point(String x, String y, boolean complete) {}

    /**
     * A month on the axis.
     *
     * @param left where its column begins, such as 10.00%
     * @param width how wide the columns are
     * @param x its middle
     * @param name such as 09/24
     * @param value the rate without its sign, for which twelve leave no room; "—" without a rate
     * @param key whether a narrow screen has room for the name
     * @param valueKey whether it has room for the value
     * @param words the month in full: "09/2024: 62,17% (2.712/4.362)"
     * @param trace where its figures come from, null where no page tells
     */
    public record Month(
            String left,
            String width,
            String x,
            String name,
            String value,
            boolean key,
            boolean valueKey,
            String words,
            @Nullable String trace) {}

    public record Segment(String x1, String y1, String x2, String y2) {}

    public record Level(String y, String label) {}

    /** A month in the table. */
    public record Row(String month, RateView rate, String reported) {}

    /** Null where fewer than two months hold a rate. */
    public static @Nullable MonthLineView of(LeaderResults results, PageMessages wording) {
        return of(
                results.months(),
                results.results().district().overallTargets(),
                month -> TracePaths.ofMonth(month, Indicator.OVERALL),
                wording);
    }

    /** The same of any consecutive months of the district or of a unit, whose figures come from these pages. */
    public static @Nullable MonthLineView of(
            List<DistrictMonth> months,
            List<Target> targets,
            Function<YearMonth, @Nullable String> traces,
            PageMessages wording) {
        List<DistrictMonth> drawn =
                months.stream().filter(it -> percent(it) != null).toList();
        if (drawn.size() < 2) {
            return null;
        }
        Scale scale = Scale.of(Stream.concat(
                        drawn.stream().map(it -> Objects.requireNonNull(percent(it))),
                        targets.stream().map(it -> Objects.requireNonNull(it.threshold())))
                .toList());
        List<Point> points = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        List<Month> axis = new ArrayList<>();
        List<Row> rows = months.stream()
                .map(it -> row(it, traces.apply(it.month()), wording))
                .toList();
        Point previous = null;
        for (int i = 0; i < months.size(); i++) {
            DistrictMonth month = months.get(i);
            String x = across(2 * i + 1, months.size());
            boolean ends = month.equals(drawn.get(0)) || month.equals(drawn.get(drawn.size() - 1));
            BigDecimal percent = percent(month);
            RateView rate = rows.get(i).rate;
            axis.add(new Month(
                    across(2 * i, months.size()),
                    share(2, months.size()).toPlainString() + "%",
                    x,
                    axisLabel(month),
                    percent == null ? RateView.NONE : Formats.number(percent),
                    i % 3 == months.size() % 3 || i == months.size() - 1,
                    ends,
                    rows.get(i).month + ": "
                            + (rate.known() ? rate.percent() + " (" + rate.fraction() + ")" : rate.fraction()),
                    rate.trace()));
            Point point = percent == null ? null : new Point(x, scale.down(percent), month.complete());
            if (point != null) {
                points.add(point);
                if (previous != null) {
                    segments.add(new Segment(previous.x, previous.y, x, point.y));
                }
            }
            previous = point;
        }
        return new MonthLineView(
                points,
                segments,
                targets.stream()
                        .map(it -> Objects.requireNonNull(it.threshold()))
                        .distinct()
                        .map(it -> new Level(scale.down(it), Formats.percentInProse(it)))
                        .toList(),
                axis,
                rows,
                description(drawn, wording));
    }

    private static @Nullable BigDecimal percent(DistrictMonth month) {
        return month.rates().of(Indicator.OVERALL).percent();
    }

    /** The place of so many half columns. */
    private static String across(int halves, int columns) {
        return LEFT.add(share(halves, columns)).toPlainString() + "%";
    }

    private static BigDecimal share(int halves, int columns) {
        return PLOT.multiply(BigDecimal.valueOf(halves))
                .divide(BigDecimal.valueOf(2L * columns), 2, RoundingMode.HALF_UP);
    }

    private static String axisLabel(DistrictMonth month) {
        return Formats.month(month.month()).replaceFirst("/20", "/");
    }

    private static Row row(DistrictMonth month, @Nullable String trace, PageMessages wording) {
        IndicatorResult rate = month.nothingExpected()
                ? IndicatorResult.notExpected(Indicator.OVERALL)
                : month.rates().of(Indicator.OVERALL);
        return new Row(
                Formats.month(month.month()),
                RateView.inTable(rate, wording).tracedTo(trace),
                month.nothingExpected() ? RateView.NONE : month.reported() + "/" + month.expected());
    }

    private static String description(List<DistrictMonth> drawn, PageMessages wording) {
        DistrictMonth first = drawn.get(0);
        DistrictMonth last = drawn.get(drawn.size() - 1);
        return wording.of(
                "dashboard.line.description",
                Formats.month(first.month()),
                Formats.percentInProse(Objects.requireNonNull(percent(first))),
                Formats.month(last.month()),
                Formats.percentInProse(Objects.requireNonNull(percent(last))));
    }

    /** From the ten below the least to the ten above the most. */
    private record Scale(BigDecimal least, BigDecimal most) {

        static Scale of(List<BigDecimal> percents) {
            BigDecimal least = percents.stream().min(BigDecimal::compareTo).orElseThrow();
            BigDecimal most = percents.stream().max(BigDecimal::compareTo).orElseThrow();
            BigDecimal floor = least.divide(TEN, 0, RoundingMode.FLOOR).multiply(TEN);
            BigDecimal ceiling = most.divide(TEN, 0, RoundingMode.CEILING).multiply(TEN);
            return new Scale(floor, ceiling.max(floor.add(TEN)));
        }

        String down(BigDecimal percent) {
            return BigDecimal.valueOf(BOTTOM)
                    .subtract(percent.subtract(least)
                            .multiply(BigDecimal.valueOf(BOTTOM - TOP))
                            .divide(most.subtract(least), 1, RoundingMode.HALF_UP))
                    .toPlainString();
        }
    }
}
