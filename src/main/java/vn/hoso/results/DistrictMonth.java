package vn.hoso.results;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;

/**
 * One month of the district: the sum of its units' returns.
 *
 * @param expected units that should have reported
 * @param reported units that did
 * @param counts null while nobody did, which is not zero
 * @param rates the month's rates, rounded for print
 */
public record DistrictMonth(
        YearMonth month,
        int expected,
        int reported,
        @Nullable Counts counts,
        RoundedRates rates) {

    public boolean complete() {
        return reported == expected;
    }
}
