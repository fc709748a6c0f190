package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.hoso.figures.SubmissionDeadlineQueries.UnitToAsk;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.LeaderResults.UnitShortfall;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;

/**
 * A unit to call and why.
 *
 * @param unitId the unit
 * @param name what it is called
 * @param path its own page
 * @param trace where its figures come from
 * @param lacks whether it lacks dossiers, not reports alone
 * @param own whether it lacks them of a level of its own
 * @param reasons why, most important first
 */
record UnitToCallView(
        long unitId, String name, String path, String trace, boolean lacks, boolean own, List<String> reasons) {

    /**
     * Those that lack the most dossiers; where fewer than three do, also those that are late with the most reports: a month whose
     * deadline is still to come is nothing to call about. A call changes nothing about a finished year.
     */
    static List<UnitToCallView> of(LeaderResults results, PeriodFilter filter, PageMessages wording) {
        if (results.finished()) {
            return List.of();
        }
        ReportingPeriod period = results.results().period();
        TracePaths paths = TracePaths.of(filter, period);
        Map<Long, UnitToAsk> ask = results.ask();
        Stream<UnitToCallView> lacking = results.shortfalls().stream()
                .limit(LeaderResults.CALLED)
                .map(it -> of(it, late(ask, it.unit()), filter.unit(it.unit().unitId(), period), paths, wording));
        Stream<UnitToCallView> owing = results.results().units().stream()
                .filter(unit -> late(ask, unit) > 0 && !unit.ended())
                .sorted(Comparator.<ScopeResults, Integer>comparing(unit -> late(ask, unit))
                        .reversed())
                .map(unit -> new UnitToCallView(
                        Objects.requireNonNull(unit.unitId()),
                        unit.name(),
                        filter.unit(unit.unitId(), period),
                        paths.of(unit, Indicator.OVERALL),
                        false,
                        false,
                        List.of(wording.of("dashboard.call.owes", Formats.count(late(ask, unit))))));
        List<UnitToCallView> calls = new ArrayList<>();
        Stream.concat(lacking, owing)
                .filter(call -> calls.stream().noneMatch(it -> it.path.equals(call.path)))
                .limit(LeaderResults.CALLED)
                .forEach(calls::add);
        return calls;
    }

    private static UnitToCallView of(
            UnitShortfall missed, int late, String path, TracePaths paths, PageMessages wording) {
        ScopeResults unit = missed.unit();
        Target target = missed.verdict().target();
        List<String> reasons = new ArrayList<>();
        RateView rate = RateView.inProse(unit.indicator(target.indicator()), wording);
        String shortBy = Formats.count(missed.verdict().shortBy());
        reasons.add(
                target.ownLevel()
                        ? wording.of(
                                "dashboard.call.short.own",
                                shortBy,
                                target.code(),
                                Formats.percentInProse(Objects.requireNonNull(target.threshold())),
                                rate.percent(),
                                rate.fraction(),
                                IndicatorText.name(target.indicator(), wording))
                        : wording.of("dashboard.call.short", shortBy, rate.percent(), rate.fraction()));
        if (missed.share() != null) {
            reasons.add(wording.of("dashboard.call.share", Formats.percentInProse(missed.share())));
        }
        if (late > 0) {
            reasons.add(wording.of("dashboard.call.owes", Formats.count(late)));
        }
        return new UnitToCallView(
                Objects.requireNonNull(unit.unitId()),
                unit.name(),
                path,
                paths.of(unit, target.indicator()),
                true,
                target.ownLevel(),
                reasons);
    }

    private static int late(Map<Long, UnitToAsk> ask, ScopeResults unit) {
        UnitToAsk asked = ask.get(Objects.requireNonNull(unit.unitId()));
        return asked == null ? 0 : asked.late();
    }
}
