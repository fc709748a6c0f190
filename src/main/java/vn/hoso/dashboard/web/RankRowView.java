package vn.hoso.dashboard.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.Gauge;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TargetColumn;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ComparisonResults;
import vn.hoso.results.Ranking.Ranked;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.PageMessages;

/**
 * A unit in the ranking.
 *
 * @param place its place, null where it has none
 * @param move how its place changed, null where there is nothing to compare
 * @param name its name
 * @param past whose figures these are, null where they are the unit's own
 * @param ended whether it is there no more
 * @param path its own page
 * @param rate the rate it is ranked by
 * @param bar how far the rate reaches, null where there is none
 * @param verdicts one for each column of targets
 */
record RankRowView(
        @Nullable String place,
        @Nullable Move move,
        String name,
        @Nullable String past,
        boolean ended,
        String path,
        RateView rate,
        @Nullable String bar,
        List<DashboardUnitRow.Cell> verdicts) {

    /**
     * A change of place.
     *
     * @param sign such as ▲2
     * @param words the same for those who hear the page
     * @param tone the colour's name in the theme
     */
    record Move(String sign, String words, String tone) {}

    /** Makes the rows of one page. */
    record Maker(ComparisonResults results, PeriodFilter filter, PageMessages wording) {

        RankRowView ranked(Ranked ranked) {
            return row(String.valueOf(ranked.place()), results.before() == null ? null : move(ranked), ranked.unit());
        }

        RankRowView unranked(ScopeResults unit) {
            return row(null, null, unit);
        }

        private RankRowView row(@Nullable String place, @Nullable Move move, ScopeResults unit) {
            Indicator indicator = results.indicator();
            IndicatorResult result = unit.indicator(indicator);
            return new RankRowView(
                    place,
                    move,
                    unit.name(),
                    PastView.brief(unit, wording),
                    unit.ended(),
                    filter.address(
                            "/dashboard/units/" + unit.unitId(),
                            results.results().period()),
                    RateView.inTable(result, wording)
                            .tracedTo(TracePaths.of(filter, results.results().period())
                                    .of(unit, indicator)),
                    result.percent() == null ? null : Gauge.place(result.percent()),
                    results.targets().stream()
                            .map(target -> DashboardUnitRow.cell(
                                    Stream.concat(unit.verdicts().stream(), unit.aspirations().stream()),
                                    target.id(),
                                    TargetColumn.asks(target).label(),
                                    wording))
                            .toList());
        }

        private Move move(Ranked ranked) {
            if (ranked.before() == null) {
                return new Move(
                        wording.of("dashboard.compare.move.new"),
                        wording.of("dashboard.compare.move.new.words"),
                        "suggested");
            }
            int up = ranked.up();
            if (up == 0) {
                return new Move("=", wording.of("dashboard.compare.move.same"), "unknown");
            }
            String places = String.valueOf(Math.abs(up));
            String from = String.valueOf(ranked.before());
            return up > 0
                    ? new Move("▲" + places, wording.of("dashboard.compare.move.up", places, from), "met")
                    : new Move("▼" + places, wording.of("dashboard.compare.move.down", places, from), "unmet");
        }
    }
}
