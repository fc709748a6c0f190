package vn.hoso.dashboard.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.hoso.rates.RateClasses;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/**
 * What a shade stands for.
 *
 * @param tone the shade's name in the theme
 * @param words its class
 */
record HeatLegend(String tone, String words) {

    /** The classes, lowest first, and what is no rate. */
    static List<HeatLegend> of(RateClasses classes, PageMessages wording) {
        List<HeatLegend> legend = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            legend.add(new HeatLegend(HeatTile.tone(i, classes.size()), words(i, classes.bounds(), wording)));
        }
        legend.add(new HeatLegend("heat-missing", wording.of("dashboard.not-reported")));
        legend.add(new HeatLegend("heat-nothing", wording.of("dashboard.nothing-arisen")));
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
