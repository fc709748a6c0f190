package vn.hoso.results;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Basis;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;

/**
 * One indicator of one scope, with the percentage that every page, document and export prints.
 *
 * @param indicator what is measured
 * @param rate the exact fraction, null where nothing was reported
 * @param percent the rounded percentage, decided once; null where not reported or nothing arose
 * @param basis on how many returns the fraction rests; null where that is no question: of published totals, of a single
 *     month, of what was assumed, and where nothing was reported
 */
public record IndicatorResult(
        Indicator indicator,
        @Nullable Rate rate,
        @Nullable BigDecimal percent,
        @Nullable Basis basis) {

    /** A result of which nobody asks on how many returns it rests. */
    public IndicatorResult(Indicator indicator, @Nullable Rate rate, @Nullable BigDecimal percent) {
        this(indicator, rate, percent, null);
    }

    public boolean reported() {
        return rate != null;
    }

    public boolean arisen() {
        return percent != null;
    }
}
