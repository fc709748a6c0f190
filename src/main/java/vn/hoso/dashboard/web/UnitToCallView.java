package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.results.GapContributions;
import vn.hoso.results.GapContributions.GapContribution;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/**
 * A unit to call and why.
 *
 * @param unitId the unit
 * @param name what it is called
 * @param path its own page
 * @param trace where its figures come from
 * @param reasons why, most important first
 */
record UnitToCallView(long unitId, String name, String path, String trace, List<String> reasons) {

    private static final int UNITS = 3;

    /**
     * Those that lack the most dossiers; where fewer than three do, also those that owe the most reports. A call changes
     * nothing about a finished year.
     */
    static List<UnitToCallView> of(LeaderResults results, PeriodFilter filter, PageMessages wording) {
        if (results.finished()) {
            return List.of();
        }
        ReportingPeriod period = results.results().period();
        TracePaths paths = TracePaths.of(filter, period);
        GapContributions contributions = results.contributions();
        Stream<UnitToCallView> lacking = contributions == null
                ? Stream.of()
                : contributions.units().stream()
                        .filter(each -> each.lacks() && !each.unit().ended())
                        .limit(UNITS)
                        .map(it -> of(
                                it,
                                contributions.target(),
                                filter.unit(it.unit().unitId(), period),
                                paths,
                                wording));
        Stream<UnitToCallView> owing = results.results().units().stream()
                .filter(unit -> owed(unit) > 0 && !unit.ended())
                .sorted(Comparator.comparing(UnitToCallView::owed).reversed())
                .map(unit -> new UnitToCallView(
                        Objects.requireNonNull(unit.unitId()),
                        unit.name(),
                        filter.unit(unit.unitId(), period),
                        paths.of(unit, Indicator.OVERALL),
                        List.of(wording.of("dashboard.call.owes", Formats.count(owed(unit))))));
        List<UnitToCallView> calls = new ArrayList<>();
        Stream.concat(lacking, owing)
                .filter(call -> calls.stream().noneMatch(it -> it.path.equals(call.path)))
                .limit(UNITS)
                .forEach(calls::add);
        return calls;
    }

    private static UnitToCallView of(
            GapContribution part, Target target, String path, TracePaths paths, PageMessages wording) {
        ScopeResults unit = part.unit();
        List<String> reasons = new ArrayList<>();
        long shortBy = unit.verdicts().stream()
                .filter(it -> it.target().id() == target.id())
                .mapToLong(Verdict::shortBy)
                .findFirst()
                .orElse(0);
        RateView rate = RateView.inProse(unit.indicator(Indicator.OVERALL), wording);
        reasons.add(wording.of("dashboard.call.short", Formats.count(shortBy), rate.percent(), rate.fraction()));
        reasons.add(wording.of("dashboard.call.share", Formats.percentInProse(Objects.requireNonNull(part.share()))));
        if (owed(unit) > 0) {
            reasons.add(wording.of("dashboard.call.owes", Formats.count(owed(unit))));
        }
        return new UnitToCallView(
                Objects.requireNonNull(unit.unitId()), unit.name(), path, paths.of(unit, Indicator.OVERALL), reasons);
    }

    private static int owed(ScopeResults unit) {
        return unit.expectedMonths() - unit.reportedMonths();
    }
}
