package vn.hoso.results;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * How much of what should have been reported is there, in unit-months.
 *
 * @param expected returns that should exist: each unit, each month in which it existed
 * @param reported complete returns that exist
 * @param approved of these, approved
 * @param missing the months with missing returns, in order
 */
public record ResultsCoverage(int expected, int reported, int approved, List<MissingMonth> missing) {

    /**
     * A month in which returns are missing.
     *
     * @param month the month
     * @param count how many units did not report
     * @param nobody whether no unit at all did, so that the month is without figures
     * @param unitNames their names as far as the reader may see them; at most the first fifty
     */
    public record MissingMonth(YearMonth month, int count, boolean nobody, List<String> unitNames) {}

    ResultsCoverage naming(Map<YearMonth, List<String>> names) {
        return new ResultsCoverage(
                expected,
                reported,
                approved,
                missing.stream()
                        .map(one -> new MissingMonth(
                                one.month(), one.count(), one.nobody(), names.getOrDefault(one.month(), List.of())))
                        .toList());
    }

    public boolean complete() {
        return reported == expected;
    }

    public boolean allApproved() {
        return unapproved() == 0;
    }

    /** Complete returns that nobody has approved. */
    public int unapproved() {
        return reported - approved;
    }
}
