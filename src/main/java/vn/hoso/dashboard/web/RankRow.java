package vn.hoso.dashboard.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ComparisonResults;
import vn.hoso.results.IndicatorResult;
import vn.hoso.results.Ranking.Ranked;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Target;
import vn.hoso.targets.VerdictStatus;

/**
 * A unit in the ranking.
 *
 * @param place its place, null where it has none
 * @param move how its place changed, null where there is nothing to compare
 * @param name its name
 * @param path its own page
 * @param rate the rate it is ranked by
 * @param bar how far the rate reaches, null where there is none
 * @param verdicts one for each column of targets
 */
record RankRow(
        @Nullable String place,
        @Nullable Move move,
        String name,
        String path,
        RateText rate,
        @Nullable String bar,
        List<UnitRow.Cell> verdicts) {

    /**
     * A change of place.
     *
     * @param sign such as ▲2
     * @param words the same for those who hear the page
     * @param tone the colour's name in the theme
     */
    record Move(String sign, String words, String tone) {}

    /** Makes the rows of one page. */
    record Maker(ComparisonResults results, PeriodFilter filter, Wording wording) {

        RankRow ranked(Ranked ranked) {
            return row(String.valueOf(ranked.place()), results.before() == null ? null : move(ranked), ranked.unit());
        }

        RankRow unranked(ScopeResults unit) {
            return row(null, null, unit);
        }

        private RankRow row(@Nullable String place, @Nullable Move move, ScopeResults unit) {
            Indicator indicator = results.indicator();
            IndicatorResult result = unit.indicator(indicator);
            return new RankRow(
                    place,
                    move,
                    unit.name(),
                    filter.address(
                            "/dashboard/units/" + unit.unitId(),
                            results.results().period()),
                    RateText.inTable(result, wording)
                            .tracedTo(TracePaths.of(
                                    unit, indicator, results.results().year())),
                    result.percent() == null ? null : Gauge.place(result.percent()),
                    results.targets().stream().map(target -> cell(unit, target)).toList());
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

        private UnitRow.Cell cell(ScopeResults unit, Target target) {
            String label = TargetColumn.asks(target).label();
            return Stream.concat(unit.verdicts().stream(), unit.aspirations().stream())
                    .filter(it -> it.target().id() == target.id())
                    .findFirst()
                    .map(it -> new UnitRow.Cell(
                            Mark.of(it, wording),
                            label,
                            it.status() == VerdictStatus.NOT_MET
                                    ? wording.of("dashboard.units.short", Formats.count(it.shortBy()))
                                    : null))
                    .orElseGet(() -> new UnitRow.Cell(
                            new Mark("unknown", "nothing", wording.of("dashboard.verdict.not-asked")), label, null));
        }
    }
}
