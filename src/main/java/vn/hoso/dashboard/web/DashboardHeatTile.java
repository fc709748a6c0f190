package vn.hoso.dashboard.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.RateView;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.RateClasses;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * A rate as a tile: the darker the higher, with its number; what is no rate is no shade of one.
 *
 * @param tone the shade's name in the theme: heat-1 to heat-5, heat-missing, heat-nothing or heat-unasked
 * @param label what stands in it
 * @param rate the rate in full
 */
record DashboardHeatTile(String tone, String label, RateView rate) {

    private static final int SHADES = 5;

    private static final String UNASKED = "heat-unasked";

    /** Of no complete return the result is null. */
    static DashboardHeatTile of(
            @Nullable IndicatorResult result,
            Indicator indicator,
            RateClasses classes,
            String trace,
            PageMessages wording) {
        IndicatorResult shown = result == null ? new IndicatorResult(indicator, null, null) : result;
        RateView rate = RateView.inTable(shown, wording).tracedTo(trace);
        if (!shown.expected()) {
            return new DashboardHeatTile(UNASKED, "·", rate);
        }
        if (shown.rate() == null) {
            return new DashboardHeatTile("heat-missing", RateView.NONE, rate);
        }
        return shown.rate().arisen()
                ? new DashboardHeatTile(
                        tone(classes.of(shown.rate()), classes.size()),
                        rate.percent().replace("%", ""),
                        rate)
                : new DashboardHeatTile("heat-nothing", "×", rate);
    }

    /** Fewer classes are as far apart as five. */
    static String tone(int index, int of) {
        return "heat-" + (of == 1 ? 1 : 1 + index * (SHADES - 1) / (of - 1));
    }

    public boolean missing() {
        return "heat-missing".equals(tone);
    }

    /** Whether no return was expected, or the indicator does not measure. */
    public boolean unasked() {
        return UNASKED.equals(tone);
    }

    /** What the number is, read out and copied with it though the tile has no room to print it; nothing where there is none. */
    public String unit() {
        return rate.known() ? "%" : "";
    }

    /**
     * What a shade stands for.
     *
     * @param tone the shade's name in the theme
     * @param words its class
     */
    record HeatLegend(String tone, String words) {

        /**
         * The classes, lowest first, and what is no rate.
         *
         * @param shown the tiles that are shown, those of which no return was expected among them
         */
        static List<HeatLegend> of(RateClasses classes, Stream<DashboardHeatTile> shown, PageMessages wording) {
            List<HeatLegend> legend = new ArrayList<>();
            for (int i = 0; i < classes.size(); i++) {
                legend.add(
                        new HeatLegend(DashboardHeatTile.tone(i, classes.size()), words(i, classes.bounds(), wording)));
            }
            legend.add(new HeatLegend("heat-missing", wording.of("dashboard.not-reported")));
            legend.add(new HeatLegend("heat-nothing", wording.of("dashboard.nothing-arisen")));
            shown.filter(DashboardHeatTile::unasked)
                    .map(each -> each.rate().fraction())
                    .distinct()
                    .forEach(words -> legend.add(new HeatLegend(UNASKED, words)));
            return legend;
        }

        static String words(int index, List<BigDecimal> bounds, PageMessages wording) {
            if (index == 0) {
                return wording.of("dashboard.map.class.below", Formats.percentInProse(bounds.get(0)));
            }
            String from = Formats.percentInProse(bounds.get(index - 1));
            return index == bounds.size()
                    ? wording.of("dashboard.map.class.from", from)
                    : wording.of("dashboard.map.class.between", from, Formats.percentInProse(bounds.get(index)));
        }

        public boolean missing() {
            return "heat-missing".equals(tone);
        }
    }
}
