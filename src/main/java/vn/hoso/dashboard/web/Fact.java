package vn.hoso.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;

/**
 * A figure with its name, beside the rates that targets ask for.
 *
 * @param trace where it comes from, null where there is none
 */
record Fact(String name, String figure, @Nullable String trace) {

    static List<Fact> of(ScopeResults scope, int year, Wording wording) {
        Counts counts = scope.counts();
        if (counts == null) {
            return List.of();
        }
        return List.of(
                new Fact(
                        wording.of("dashboard.fact.paper"),
                        wording.of("dashboard.dossiers", Formats.count(counts.paperThoughOnline())),
                        TracePaths.of(scope, Indicator.ELIGIBLE_ONLINE, year)),
                rate(scope, Indicator.ELIGIBLE_ONLINE, year, wording),
                rate(scope, Indicator.ONLINE_PAYMENT, year, wording));
    }

    private static String basis(RateText rate) {
        return rate.basis() == null ? "" : " (" + rate.basis() + ")";
    }

    private static Fact rate(ScopeResults scope, Indicator indicator, int year, Wording wording) {
        RateText rate = RateText.inProse(scope.indicator(indicator), wording);
        return new Fact(
                rate.title(),
                rate.known() ? rate.fraction() + " – " + rate.percent() + basis(rate) : rate.fraction(),
                rate.known() ? TracePaths.of(scope, indicator, year) : null);
    }
}
