package vn.hoso.results;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;

/**
 * One indicator of one scope, with the percentage that every page, document and export prints.
 *
 * @param indicator what is measured
 * @param rate the exact fraction, null where nothing was reported
 * @param percent the rounded percentage, decided once; null where not reported or nothing arose
 */
public record IndicatorResult(
        Indicator indicator, @Nullable Rate rate, @Nullable BigDecimal percent) {

    public boolean reported() {
        return rate != null;
    }

    public boolean arisen() {
        return percent != null;
    }
}
