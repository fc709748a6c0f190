package vn.hoso.presentation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * A figure with its name, beside the rates that targets ask for.
 *
 * @param trace where it comes from, null where there is none
 */
public record KeyFigure(
        String name, String figure, @Nullable String trace) {

    public static List<KeyFigure> of(ScopeResults scope, int year, PageMessages wording) {
        Counts counts = scope.counts();
        if (counts == null) {
            return List.of();
        }
        return List.of(
                new KeyFigure(
                        wording.of("dashboard.fact.paper"),
                        wording.of("dashboard.dossiers", Formats.count(counts.paperThoughOnline())),
                        TracePaths.of(scope, Indicator.ELIGIBLE_ONLINE, year)),
                rate(scope, Indicator.ELIGIBLE_ONLINE, year, wording),
                rate(scope, Indicator.ONLINE_PAYMENT, year, wording));
    }

    private static String basis(RateView rate) {
        return rate.basis() == null ? "" : " (" + rate.basis() + ")";
    }

    private static KeyFigure rate(ScopeResults scope, Indicator indicator, int year, PageMessages wording) {
        RateView rate = RateView.inProse(scope.indicator(indicator), wording);
        return new KeyFigure(
                rate.title(),
                rate.known() ? rate.fraction() + " – " + rate.percent() + basis(rate) : rate.fraction(),
                rate.known() ? TracePaths.of(scope, indicator, year) : null);
    }
}
