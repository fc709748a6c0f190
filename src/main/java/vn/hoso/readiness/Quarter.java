package vn.hoso.readiness;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Three months of a year, by their first one.
 *
 * @param first January, April, July or October
 */
public record Quarter(YearMonth first) implements Comparable<Quarter> {

    private static final Pattern ADDRESS = Pattern.compile("([12][0-9]{3})-Q([1-4])");
    private static final List<String> NUMERALS = List.of("I", "II", "III", "IV");

    public Quarter {
        if (first.getMonthValue() % 3 != 1) {
            throw new IllegalArgumentException("quarter from " + first);
        }
    }

    /** The quarter that holds a month. */
    public static Quarter holding(YearMonth month) {
        return new Quarter(month.withMonth(3 * month.get(IsoFields.QUARTER_OF_YEAR) - 2));
    }

    /** The last quarter whose last month is not after this one: over at the end of it. */
    public static Quarter endedBy(YearMonth month) {
        return holding(month.plusMonths(1)).before();
    }

    /** The quarter in an address such as 2024-Q3; empty for anything else. */
    public static Optional<Quarter> read(@Nullable String address) {
        return Optional.ofNullable(address)
                .map(ADDRESS::matcher)
                .filter(Matcher::matches)
                .map(found -> new Quarter(
                        YearMonth.of(Integer.parseInt(found.group(1)), 3 * Integer.parseInt(found.group(2)) - 2)));
    }

    public YearMonth last() {
        return first.plusMonths(2);
    }

    public LocalDate firstDay() {
        return first.atDay(1);
    }

    public Quarter before() {
        return new Quarter(first.minusMonths(3));
    }

    public Quarter next() {
        return new Quarter(first.plusMonths(3));
    }

    /** Such as 2024-Q3. */
    public String address() {
        return first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
    }

    /** Such as III/2024. */
    public String name() {
        return numeral() + "/" + first.getYear();
    }

    /** Such as III. */
    public String numeral() {
        return NUMERALS.get(first.get(IsoFields.QUARTER_OF_YEAR) - 1);
    }

    @Override
    public int compareTo(Quarter other) {
        return first.compareTo(other.first);
    }
}
