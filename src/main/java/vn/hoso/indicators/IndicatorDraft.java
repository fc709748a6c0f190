package vn.hoso.indicators;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.fields.ReturnField;
import vn.hoso.rates.Count;
import vn.hoso.rates.Percentages;
import vn.hoso.rates.Rate;

/**
 * An indicator as the administrator defines it.
 *
 * @param code its name in files and addresses, such as {@code dung_han}
 * @param name what pages and documents call it
 * @param numerator the fields of a return whose sum counts, by {@link Count#field} or the field's own code
 * @param denominator the fields whose sum could count
 * @param examples worked examples that come out right, at least {@link #EXAMPLES} with different results
 * @param place its place in lists, lower first
 * @param from the first month it measures
 * @param until the first month it no longer measures, null while open
 */
public record IndicatorDraft(
        String code,
        String name,
        List<String> numerator,
        List<String> denominator,
        List<Example> examples,
        int place,
        YearMonth from,
        @Nullable YearMonth until) {

    /** How many worked examples it takes to be kept. */
    public static final int EXAMPLES = 2;

    /** The most fields on one side of the fraction. */
    public static final int MOST_FIELDS = 8;

    public IndicatorDraft {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
        examples = List.copyOf(examples);
        for (Example example : examples) {
            if (!example.comesOut(numerator, denominator)) {
                throw new IllegalArgumentException(code + ": " + example);
            }
        }
        if (examples.stream().map(Example::percent).distinct().count() < EXAMPLES) {
            throw new IllegalArgumentException(code + " has fewer than " + EXAMPLES + " examples");
        }
    }

    /**
     * A worked example.
     *
     * @param numbers what a return holds, by field
     * @param percent what comes out, as pages print it: with two decimals or more ({@link Percentages}), without zeros at the end
     */
    public record Example(Map<String, Long> numbers, BigDecimal percent) {

        public Example {
            numbers = Map.copyOf(numbers);
            percent = new BigDecimal(percent.stripTrailingZeros().toPlainString());
        }

        /** What the fraction of these fields is; null where it is no share: above 100 %, or of nothing. */
        public static @Nullable Rate rate(Map<String, Long> numbers, List<String> numerator, List<String> denominator) {
            long counted = numerator.stream().mapToLong(numbers::get).sum();
            long among = denominator.stream().mapToLong(numbers::get).sum();
            return counted > among || among == 0 ? null : new Rate(counted, among);
        }

        boolean comesOut(List<String> numerator, List<String> denominator) {
            Rate rate = rate(numbers, numerator, denominator);
            return rate != null && Percentages.alone(rate).compareTo(percent) == 0;
        }
    }

    /** Whether it adds this field. */
    boolean adds(ReturnField field) {
        return numerator.contains(field.code()) || denominator.contains(field.code());
    }

    /** Whether it measures months that no longer ask for this field. */
    boolean outlasts(ReturnField field) {
        return field.validUntil() != null && (until == null || until.isAfter(field.validUntil()));
    }

    /** Every field once, in the order of the fraction. */
    public static List<String> fields(List<String> numerator, List<String> denominator) {
        return Stream.concat(numerator.stream(), denominator.stream())
                .distinct()
                .toList();
    }

    /**
     * Whether no return can hold more in the numerator than in the denominator: each field above the line stays within one of its
     * own below it, by a rule of the return or by what the figures are.
     */
    public static boolean bounded(List<String> numerator, List<String> denominator, List<ReturnField> fields) {
        // All dossiers hold those of both classes: both may be counted against it, each within its class.
        String all = Count.DOSSIERS_RECEIVED.field();
        if (!denominator.contains(all)) {
            return matches(numerator, denominator, fields);
        }
        List<String> classes = new ArrayList<>(denominator);
        classes.remove(all);
        classes.add(Count.FULL_PROCESS_RECEIVED.field());
        classes.add(Count.PARTIAL_RECEIVED.field());
        return matches(numerator, denominator, fields) || matches(numerator, classes, fields);
    }

    /** Whether each can be given a place of its own among the others. */
    private static boolean matches(List<String> numerator, List<String> denominator, List<ReturnField> fields) {
        if (numerator.isEmpty()) {
            return true;
        }
        Set<String> limits = limits(numerator.get(0), fields);
        for (int i = 0; i < denominator.size(); i++) {
            if (limits.contains(denominator.get(i))) {
                List<String> rest = new ArrayList<>(denominator);
                rest.remove(i);
                if (matches(numerator.subList(1, numerator.size()), rest, fields)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The fields that a field never exceeds, itself among them. */
    private static Set<String> limits(String code, List<ReturnField> fields) {
        Set<String> limits = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(code));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (limits.add(next)) {
                within(next).forEach(open::push);
                fields.stream()
                        .filter(field -> field.code().equals(next))
                        .flatMap(field -> Stream.ofNullable(field.notAbove()))
                        .forEach(open::push);
            }
        }
        return limits;
    }

    private static List<String> within(String code) {
        return Count.find(code)
                .map(count -> switch (count) {
                    case FULL_PROCESS_ONLINE -> List.of(Count.FULL_PROCESS_RECEIVED);
                    case PARTIAL_ONLINE -> List.of(Count.PARTIAL_RECEIVED);
                    case FULL_PROCESS_RECEIVED, PARTIAL_RECEIVED, ONLINE_TOTAL -> List.of(Count.DOSSIERS_RECEIVED);
                    case PAID_ONLINE -> List.of(Count.PAYABLE);
                    case DOSSIERS_RECEIVED, PAYABLE -> List.<Count>of();
                })
                .orElse(List.of())
                .stream()
                .map(Count::field)
                .toList();
    }
}
