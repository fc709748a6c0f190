package vn.hoso.dashboard.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.web.DashboardPeriodPages.PeriodChoice;
import vn.hoso.dashboard.web.DashboardView.RestForm;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.MonthLineView;
import vn.hoso.presentation.NumberInput;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.TracePaths;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;

/**
 * What the leaders' page says beyond a period's results, ready to print.
 *
 * @param choice the form for another period
 * @param cards the three rates with their targets
 * @param others the other rates that have targets set from above
 * @param back the first page of the same period
 * @param details the page with all of it
 * @param callsFor what decides whom to call, null where no target does and nobody is late
 * @param calls whom to call and why; nobody about a finished year
 * @param finished whether the year is finished
 * @param seesUnits whether this reader may see units at all, and the pages about them
 * @param gapPath who makes up the gap
 * @param paperPath paper though online
 * @param comparePath the units ranked, and the period beside others
 * @param mapPath the district in pictures
 * @param unitsLeftOut says how many units have no room in the table, null when all have, or none has figures
 * @param unitsPath the page that has room for all, null for those who may not see it
 * @param rest the assumption about the rest of the year, null where none is needed
 * @param line twelve months, null where there are not two
 * @param changes what the latest month changed
 */
record LeaderView(
        PeriodChoice choice,
        List<RateCardView> cards,
        List<RateCardView> others,
        String back,
        String details,
        @Nullable String callsFor,
        List<UnitToCallView> calls,
        boolean finished,
        boolean seesUnits,
        String gapPath,
        String paperPath,
        String comparePath,
        String mapPath,
        @Nullable String unitsLeftOut,
        @Nullable String unitsPath,
        @Nullable RestForm rest,
        @Nullable MonthLineView line,
        List<DashboardChangeMessages.Line> changes) {

    static LeaderView of(
            LeaderResults results,
            DashboardView page,
            String path,
            PeriodFilter filter,
            NumberInput rest,
            CurrentUser reader,
            PageMessages wording) {
        ReportingPeriod period = results.results().period();
        ScopeResults district = results.results().district();
        TracePaths paths = TracePaths.of(filter, period);
        List<UnitToCallView> calls = UnitToCallView.of(results, filter, wording);
        return new LeaderView(
                PeriodChoice.of(path, filter, results.results(), wording),
                RateCardView.of(district, page, paths, wording),
                RateCardView.others(district, page, paths, wording),
                filter.address(DashboardController.PATH, period),
                filter.address(DashboardController.DETAILS, period),
                callsFor(
                        results.contributions() == null
                                ? null
                                : results.contributions().target(),
                        calls,
                        wording),
                calls,
                results.finished(),
                reader.seesAllUnits(),
                filter.address("/dashboard/contribution", period),
                filter.address("/dashboard/paper", period),
                filter.address("/dashboard/compare", period),
                filter.address("/dashboard/map", period),
                unitsLeftOut(results, wording),
                reader.seesAllUnits()
                        ? filter.address(
                                results.contributions() == null ? "/dashboard/compare" : "/dashboard/contribution",
                                period)
                        : null,
                RestForm.of(results, filter, rest, wording),
                MonthLineView.of(results, wording),
                new DashboardChangeMessages(wording).of(results));
    }

    private static @Nullable String unitsLeftOut(LeaderResults results, PageMessages wording) {
        int listed = results.unitsListed().size();
        int all = results.results().units().size();
        YearResults period = results.results();
        if (listed == all || (period.publication() != null && period.coverage().reported() == 0)) {
            return null;
        }
        return wording.of(
                results.contributions() == null ? "dashboard.units.left-out.first" : "dashboard.units.left-out",
                Formats.count(listed),
                Formats.count(all));
    }

    private static @Nullable String callsFor(
            @Nullable Target target, List<UnitToCallView> calls, PageMessages wording) {
        if (!calls.isEmpty() && calls.stream().noneMatch(UnitToCallView::lacks)) {
            return wording.of("dashboard.call.late");
        }
        boolean own = calls.stream().anyMatch(UnitToCallView::own);
        boolean common = !own || calls.stream().anyMatch(call -> call.lacks() && !call.own());
        if (target == null && !own) {
            return null;
        }
        String asked = target == null || !common
                ? wording.of("dashboard.call.for.own")
                : wording.of(
                        own ? "dashboard.call.for.some" : "dashboard.call.for",
                        target.code(),
                        Formats.percentInProse(Objects.requireNonNull(target.threshold())));
        return calls.stream().allMatch(UnitToCallView::lacks) ? asked : wording.of("dashboard.call.both", asked);
    }
}
