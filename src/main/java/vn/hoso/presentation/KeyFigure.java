package vn.hoso.presentation;

import java.util.ArrayList;
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

    public static List<KeyFigure> of(ScopeResults scope, TracePaths paths, PageMessages wording) {
        Counts counts = scope.counts();
        if (counts == null) {
            return List.of();
        }
        List<KeyFigure> figures = new ArrayList<>(List.of(
                new KeyFigure(
                        wording.of("dashboard.fact.paper"),
                        wording.of("dashboard.dossiers", Formats.count(counts.paperThoughOnline())),
                        paths.of(scope, Indicator.ELIGIBLE_ONLINE)),
                rate(scope, Indicator.ELIGIBLE_ONLINE, paths, wording),
                rate(scope, Indicator.ONLINE_PAYMENT, paths, wording)));
        scope.defined().forEach(each -> figures.add(rate(scope, each, paths, wording)));
        return figures;
    }

    private static String basis(RateView rate) {
        return rate.basis() == null ? "" : " (" + rate.basis() + ")";
    }

    private static KeyFigure rate(ScopeResults scope, Indicator indicator, TracePaths paths, PageMessages wording) {
        RateView rate = RateView.inProse(scope.indicator(indicator), wording);
        return new KeyFigure(
                rate.title(),
                rate.known() ? rate.fraction() + " – " + rate.percent() + basis(rate) : rate.fraction(),
                rate.known() ? paths.of(scope, indicator) : null);
    }
}
