package vn.hoso.results;

import java.util.Optional;
import vn.hoso.rates.Indicator;
import vn.hoso.security.CurrentUser;

/** How the units stand beside each other, and a period beside others. */
public interface ComparisonQuery {

    /**
     * Compares.
     *
     * @param reader someone who sees every unit
     * @return empty if the year holds no figures for the period
     */
    Optional<ComparisonResults> compare(PeriodRequest asked, Indicator indicator, CurrentUser reader);

    /** The same of every month; empty if the year holds no figures for the period. */
    Optional<MonthMatrix> months(PeriodRequest asked, Indicator indicator, CurrentUser reader);
}
