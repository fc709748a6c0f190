package vn.hoso.dashboard.web;

import java.util.List;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;

/** A figure with its name, beside the rates that targets ask for. */
record Fact(String name, String figure) {

    static List<Fact> of(ScopeResults scope, Wording wording) {
        Counts counts = scope.counts();
        if (counts == null) {
            return List.of();
        }
        return List.of(
                new Fact(
                        wording.of("dashboard.fact.paper"),
                        wording.of("dashboard.dossiers", Formats.count(counts.paperThoughOnline()))),
                rate(RateText.inProse(scope.indicator(Indicator.ELIGIBLE_ONLINE), wording)),
                rate(RateText.inProse(scope.indicator(Indicator.ONLINE_PAYMENT), wording)));
    }

    private static Fact rate(RateText rate) {
        return new Fact(rate.title(), rate.known() ? rate.fraction() + " – " + rate.percent() : rate.fraction());
    }
}
