package vn.hoso.figures.domain;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Formats;

/**
 * What makes figures worth a second look, each rule with a name. Unlike {@link ReturnRules} they are judged against the
 * unit's own past, and figures that break one are saved once the note says why. All arithmetic is in integers.
 */
public final class SoftRules {

    /** One rule: what it finds, or null. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        UnusualFinding check(ReturnFigures figures, ReturnHistory history);
    }

    /** Fewer reported months are no habit to jump from. */
    static final int HABIT = 6;

    /** A deviation of so many median deviations is a jump. */
    static final int DEVIATIONS = 5;

    /** Smaller deviations are chance where counts are small. */
    static final int FLOOR = 20;

    /** A usual month below this is too small to tell a sum from a month. */
    static final int SMALLEST_USUAL = 10;

    private static final List<Measure> SUMMED =
            List.of(Measure.DOSSIERS_RECEIVED, Measure.FULL_PROCESS_RECEIVED, Measure.PARTIAL_RECEIVED);

    private static final List<Rule> OF_THE_WHOLE =
            List.of(SoftRules::unclassified, SoftRules::sameAsLastMonth, SoftRules::cumulative);

    private static final List<Function<Measure, Rule>> OF_EACH = List.of(SoftRules::zeroAfterRun, SoftRules::jump);

    private SoftRules() {}

    public static List<UnusualFinding> check(ReturnFigures figures, ReturnHistory history) {
        List<Measure> measures = ReturnFigures.measures(List.of(figures));
        return Stream.concat(OF_THE_WHOLE.stream(), OF_EACH.stream().flatMap(rule -> measures.stream()
                        .map(rule)))
                .map(rule -> rule.check(figures, history))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable UnusualFinding unclassified(ReturnFigures figures, ReturnHistory history) {
        long unclassified = figures.onlineTotal() - figures.onlineClassified();
        return figures.complete() && unclassified != 0
                ? new UnusualFinding(null, "unclassified", Formats.count(unclassified))
                : null;
    }

    /** Two months alike in every figure are more likely one month typed twice, unless so few arose that it is chance. */
    private static @Nullable UnusualFinding sameAsLastMonth(ReturnFigures figures, ReturnHistory history) {
        ReturnFigures previous = history.previous();
        return previous != null
                        && figures.orZero(Measure.DOSSIERS_RECEIVED) >= FLOOR
                        && figures.differences(previous).stream().allMatch(newlyAsked(previous))
                ? new UnusualFinding(
                        null, "sameAsLastMonth", Formats.month(history.month().minusMonths(1)))
                : null;
    }

    /** A field that is asked for from this month on tells nothing of the month before. */
    private static Predicate<Measure> newlyAsked(ReturnFigures previous) {
        return measure -> measure.added() && previous.number(measure) == null;
    }

    private static @Nullable UnusualFinding cumulative(ReturnFigures figures, ReturnHistory history) {
        for (Measure measure : SUMMED) {
            Integer number = figures.number(measure);
            if (number != null && looksCumulative(number, history, measure)) {
                return new UnusualFinding(measure, "cumulative", Formats.count(number));
            }
        }
        return null;
    }

    /**
     * A month's figure is near the year to date when it is near the sum of the months before and a usual month, or, where
     * those were typed cumulatively as well, near the last one and a usual month while the year's figures never fall.
     */
    private static boolean looksCumulative(int number, ReturnHistory history, Measure measure) {
        List<Integer> year = history.ofTheYear(measure);
        if (year.isEmpty()) {
            return false;
        }
        List<Integer> lastYear = history.ofLastYear(measure);
        // Only January is a month's figure whether or not figures are summed up.
        long usualTwice = lastYear.isEmpty() ? 2L * year.get(0) : Median.twice(lastYear);
        if (usualTwice < 2L * SMALLEST_USUAL) {
            return false;
        }
        long sum = year.stream().mapToLong(Integer::longValue).sum();
        int last = year.get(year.size() - 1);
        return near(number, sum, usualTwice) || (neverFalls(year, number) && near(number, last, usualTwice));
    }

    /** Within a quarter of a usual month of {@code before} plus a usual month. */
    private static boolean near(long number, long before, long usualTwice) {
        return 4 * Math.abs(2 * (number - before) - usualTwice) <= usualTwice;
    }

    private static boolean neverFalls(List<Integer> year, int number) {
        int highest = 0;
        for (int each : year) {
            if (each < highest) {
                return false;
            }
            highest = each;
        }
        return number >= highest;
    }

    private static Rule zeroAfterRun(Measure measure) {
        return (figures, history) -> endsRun(figures, history, measure)
                ? new UnusualFinding(measure, "zeroAfterRun", Formats.count(HABIT))
                : null;
    }

    private static boolean endsRun(ReturnFigures figures, ReturnHistory history, Measure measure) {
        Integer number = figures.number(measure);
        return number != null
                && number == 0
                && Stream.iterate(1, back -> back <= HABIT, back -> back + 1)
                        .map(back -> history.number(measure, back))
                        .allMatch(before -> Objects.requireNonNullElse(before, 0) > 0);
    }

    private static Rule jump(Measure measure) {
        return (figures, history) -> {
            Integer number = figures.number(measure);
            List<Integer> habit = history.numbers(measure);
            return number == null || habit.size() < HABIT || endsRun(figures, history, measure) || !jumps(number, habit)
                    ? null
                    : new UnusualFinding(
                            measure, "jump", Formats.count(number), Formats.count((Median.twice(habit) + 1) / 2));
        };
    }

    /** Further from the median than five median deviations, than half the median and than twenty dossiers. */
    private static boolean jumps(int number, List<Integer> habit) {
        long median = Median.twice(habit);
        List<Long> deviations =
                habit.stream().map(each -> Math.abs(2L * each - median)).toList();
        long deviation = 2 * Math.abs(2L * number - median);
        return deviation > DEVIATIONS * Median.twice(deviations) && deviation > median && deviation > 4L * FLOOR;
    }

    /** The median without fractions: of an even number of values it lies between two, so it is given doubled. */
    static final class Median {

        private Median() {}

        /** Twice the median of at least one value. */
        static long twice(Collection<? extends Number> values) {
            long[] sorted =
                    values.stream().mapToLong(Number::longValue).sorted().toArray();
            int half = sorted.length / 2;
            return sorted.length % 2 == 1 ? 2 * sorted[half] : sorted[half - 1] + sorted[half];
        }
    }

    /**
     * Something unusual about figures that keep every rule; they are saved once the unit says why.
     *
     * @param measure the figure it is about, null for the return as a whole
     * @param rule the soft rule; its message key is {@code figures.finding.<rule>}
     * @param arguments figures for the message, already in Vietnamese format
     */
    public record UnusualFinding(@Nullable Measure measure, String rule, List<String> arguments) {

        UnusualFinding(@Nullable Measure measure, String rule, String... arguments) {
            this(measure, rule, List.of(arguments));
        }

        /** Whether the other finds the same of the same figure, be it of another number. */
        public boolean likens(UnusualFinding other) {
            return rule.equals(other.rule) && Objects.equals(measure, other.measure);
        }

        /** Whether one of these problems asks for the same reason, in its own words. */
        public boolean askedBy(Collection<RuleViolation> problems) {
            return rule.equals("unclassified")
                    && problems.stream().anyMatch(problem -> problem.rule().equals("unclassifiedUnexplained"));
        }
    }
}
