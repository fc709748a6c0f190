package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import vn.hoso.presentation.RateView;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ComparisonResults;
import vn.hoso.results.Ranking.Ranked;
import vn.hoso.shared.PageMessages;

/**
 * Units ranked among themselves.
 *
 * @param name what they are, in the organisation's own words
 * @param answer who comes first and last of them
 * @param found how many of them are asked for, on whatever page
 */
record RankGroup(String name, String answer, int found, List<RankRowView> rows) {

    static RankGroup of(
            String name,
            List<Ranked> ranked,
            List<Ranked> onPage,
            int found,
            ComparisonResults results,
            RankRowView.Maker rows,
            PageMessages wording) {
        return new RankGroup(
                name,
                ranked.isEmpty() ? "" : answer(ranked, results, wording),
                found,
                onPage.stream().map(rows::ranked).toList());
    }

    private static String answer(List<Ranked> ranked, ComparisonResults results, PageMessages wording) {
        Ranked first = ranked.get(0);
        Ranked last = ranked.get(ranked.size() - 1);
        String best = percent(first, results.indicator(), wording);
        if (ranked.size() == 1) {
            return wording.of("dashboard.compare.headline.one", first.unit().name(), best);
        }
        if (first.place() == last.place()) {
            return wording.of("dashboard.compare.headline.same", String.valueOf(ranked.size()), best);
        }
        return wording.of(
                "dashboard.compare.headline",
                who(first.place(), ranked, wording),
                best,
                who(last.place(), ranked, wording),
                percent(last, results.indicator(), wording));
    }

    /** Those who share a place; more than two are counted. */
    private static String who(int place, List<Ranked> ranked, PageMessages wording) {
        List<String> names = new ArrayList<>();
        ranked.stream()
                .filter(it -> it.place() == place)
                .forEach(it -> names.add(it.unit().name()));
        return names.size() == 1
                ? names.get(0)
                : wording.of("dashboard.compare.headline.together", String.valueOf(names.size()));
    }

    private static String percent(Ranked ranked, Indicator indicator, PageMessages wording) {
        return RateView.inProse(ranked.unit().indicator(indicator), wording).percent();
    }
}
