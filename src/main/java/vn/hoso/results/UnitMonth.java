package vn.hoso.results;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;

/**
 * One month of one unit.
 *
 * @param counts null while not completely reported, which is not zero
 * @param rates the month's rates, rounded for print
 * @param status DRAFT, SUBMITTED, RETURNED or APPROVED; null while nothing was entered
 * @param note the unit's own explanation
 */
public record UnitMonth(
        YearMonth month,
        @Nullable Counts counts,
        RoundedRates rates,
        @Nullable String status,
        @Nullable String note) {}
