package vn.hoso.presentation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Verdict;

/**
 * The overall rate as a bar from 0 to 100 % with its targets and its ceiling. Places are percentages, so that the
 * drawing takes any width while its text keeps its size.
 *
 * @param width how far the bar is filled
 * @param ticks the targets, ascending
 * @param ceiling how far the bar can be filled with today's procedures, null where unknown
 * @param labelHeight room above the bar, in CSS pixels
 * @param description the drawing in words
 */
public record Gauge(
        String width, List<Tick> ticks, @Nullable Tick ceiling, int labelHeight, String description) {

    private static final int ROW = 18;

    /** So many letters of codes have room beside a mark in the middle of a narrow bar. */
    private static final int ROOM = 20;

    /**
     * A mark across the bar.
     *
     * @param at its place, such as 54.06%
     * @param rest what lies beyond it, such as 45.94%
     * @param label its text
     * @param anchor on which side of the mark the text ends or starts
     * @param dx gap between mark and text, in CSS pixels
     * @param y the text's baseline, in CSS pixels from the top
     */
    public record Tick(String at, String rest, String label, String anchor, int dx, int y) {}

    public static @Nullable Gauge of(ScopeResults scope, PageMessages wording) {
        BigDecimal percent = scope.indicator(Indicator.OVERALL).percent();
        if (percent == null) {
            return null;
        }
        Map<BigDecimal, List<String>> targets = targets(scope);
        List<Tick> ticks = ticks(targets);
        int labelHeight = ROW * rows(targets);
        Tick ceiling = ceiling(scope, labelHeight, wording);
        String words = Stream.of(
                        Stream.of(wording.of("dashboard.gauge.actual", Formats.percentInProse(percent))),
                        targets.entrySet().stream()
                                .map(it -> wording.of(
                                        "dashboard.gauge.target",
                                        label(String.join(", ", it.getValue()), it.getKey()))),
                        Stream.ofNullable(ceiling).map(Tick::label))
                .flatMap(part -> part)
                .collect(Collectors.joining("; "));
        return new Gauge(place(percent), ticks, ceiling, labelHeight, words);
    }

    /** Targets of the overall rate by threshold; those that ask the same share one mark. */
    private static Map<BigDecimal, List<String>> targets(ScopeResults scope) {
        Map<BigDecimal, List<String>> targets = new TreeMap<>();
        for (Verdict verdict : scope.verdicts()) {
            BigDecimal threshold = verdict.target().threshold();
            if (Indicator.OVERALL.equals(verdict.target().indicator()) && threshold != null) {
                targets.computeIfAbsent(threshold.stripTrailingZeros(), each -> new ArrayList<>())
                        .add(verdict.target().code());
            }
        }
        return targets;
    }

    /** The codes beside a mark: of those that have no room the first, and how many more. */
    private static String shortened(List<String> codes) {
        String all = String.join(", ", codes);
        return all.length() <= ROOM || codes.size() == 1 ? all : codes.get(0) + " +" + (codes.size() - 1);
    }

    private static String label(String codes, BigDecimal threshold) {
        return codes + " " + Formats.percentInProse(threshold);
    }

    private static List<Tick> ticks(Map<BigDecimal, List<String>> targets) {
        int rows = rows(targets);
        List<BigDecimal> order = new ArrayList<>(targets.keySet());
        order.sort(Comparator.comparing(Gauge::endsAtItsMark)
                .reversed()
                .thenComparing(each -> endsAtItsMark(each) ? each.negate() : each));
        List<Tick> ticks = new ArrayList<>();
        targets.forEach((threshold, codes) -> {
            boolean before = rows == 1 && targets.size() == 2 ? ticks.isEmpty() : endsAtItsMark(threshold);
            // From each row on a mark goes down: none may cross the text of another.
            int row = rows == 1 ? 0 : order.indexOf(threshold);
            ticks.add(tick(threshold, label(shortened(codes), threshold), before, ROW * row + 13));
        });
        return List.copyOf(ticks);
    }

    /** Whether there is more room on the left. */
    private static boolean endsAtItsMark(BigDecimal threshold) {
        return threshold.intValue() >= 50;
    }

    /** Two targets stand back to back on one row if both texts have room; else each has a row. */
    private static int rows(Map<BigDecimal, List<String>> targets) {
        List<Integer> places =
                targets.keySet().stream().map(BigDecimal::intValue).toList();
        boolean backToBack = places.size() == 2 && places.get(0) >= 35 && places.get(1) <= 65;
        return backToBack ? 1 : Math.max(1, places.size());
    }

    private static @Nullable Tick ceiling(ScopeResults scope, int labelHeight, PageMessages wording) {
        BigDecimal percent = scope.rates().ceiling();
        if (percent == null) {
            return null;
        }
        String label = wording.of("dashboard.gauge.ceiling", Formats.percentInProse(percent));
        return tick(percent, label, percent.intValue() > 65, labelHeight + 42);
    }

    private static Tick tick(BigDecimal percent, String label, boolean before, int y) {
        return new Tick(
                place(percent),
                place(BigDecimal.valueOf(100).subtract(percent)),
                label,
                before ? "end" : "start",
                before ? -6 : 6,
                y);
    }

    public static String place(BigDecimal percent) {
        return percent.toPlainString() + "%";
    }
}
