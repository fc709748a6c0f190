package vn.hoso.dashboard.web;

import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.RateView;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.RateClasses;
import vn.hoso.results.IndicatorResult;
import vn.hoso.shared.PageMessages;

/**
 * A rate as a tile: the darker the higher, with its number; what is no rate is no shade of one.
 *
 * @param tone the shade's name in the theme: heat-1 to heat-5, heat-missing or heat-nothing
 * @param label what stands in it
 * @param rate the rate in full
 */
record HeatTile(String tone, String label, RateView rate) {

    private static final int SHADES = 5;

    /** Of no complete return the result is null. */
    static HeatTile of(
            @Nullable IndicatorResult result,
            Indicator indicator,
            RateClasses classes,
            String trace,
            PageMessages wording) {
        IndicatorResult shown = result == null ? new IndicatorResult(indicator, null, null) : result;
        RateView rate = RateView.inTable(shown, wording).tracedTo(trace);
        if (shown.rate() == null) {
            return new HeatTile("heat-missing", RateView.NONE, rate);
        }
        return shown.rate().arisen()
                ? new HeatTile(
                        tone(classes.of(shown.rate()), classes.size()),
                        rate.percent().replace("%", ""),
                        rate)
                : new HeatTile("heat-nothing", "×", rate);
    }

    /** Fewer classes are as far apart as five. */
    static String tone(int index, int of) {
        return "heat-" + (of == 1 ? 1 : 1 + index * (SHADES - 1) / (of - 1));
    }

    public boolean missing() {
        return "heat-missing".equals(tone);
    }
}
