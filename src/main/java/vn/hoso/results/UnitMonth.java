package vn.hoso.results;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;

/**
 * What a unit reported for a month.
 *
 * @param month the month
 * @param counts the counts, null while the return is missing or incomplete
 * @param status the return's state (DRAFT, SUBMITTED, RETURNED, APPROVED), null while there is none
 * @param note what the unit wrote beside its figures
 */
public record UnitMonth(
        YearMonth month,
        @Nullable Counts counts,
        @Nullable String status,
        @Nullable String note) {}
