package vn.hoso.dashboard.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.web.DashboardPeriodPages.PeriodChoice;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.presentation.Gauge;
import vn.hoso.presentation.Headline;
import vn.hoso.presentation.KeyFigure;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TargetColumn;
import vn.hoso.presentation.TracePaths;
import vn.hoso.presentation.VerdictView;
import vn.hoso.presentation.VerdictViewAssembler;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsGeography;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.UnitResults;
import vn.hoso.results.UnitResultsPast.Origin;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.YearNavigation;
import vn.hoso.targets.Verdict;

/**
 * One unit's year, ready to print.
 *
 * @param name the unit
 * @param past whose figures these are, null where they are the unit's own
 * @param origins the pages of the units whose figures these are
 * @param headline the answer in one sentence
 * @param years the year switcher
 * @param path this page without its year
 * @param choice the form for another period
 * @param back the units' table of the same period
 * @param period days and age of the figures
 * @param overall the overall rate
 * @param gauge its bar, null where there is no rate
 * @param parts the rates of full-process and partial procedures
 * @param facts further figures about the unit
 * @param verdicts targets held against the unit
 * @param aspirations the plan's own goals
 * @param points the sum of the points that targets bring, null where none gives points
 * @param defined names of the indicators that the administrator defined
 * @param rows the months
 * @param ticks the targets' places on each month's bar
 * @param basis full citations of every instrument named
 * @param year for links
 */
record DashboardUnitView(
        String name,
        @Nullable String past,
        List<Link> origins,
        String headline,
        YearNavigation years,
        String path,
        PeriodChoice choice,
        String back,
        PeriodView period,
        RateView overall,
        @Nullable Gauge gauge,
        List<RateView> parts,
        List<KeyFigure> facts,
        List<VerdictView> verdicts,
        List<VerdictView> aspirations,
        @Nullable String points,
        List<String> defined,
        List<DashboardMonthView> rows,
        String ticks,
        List<String> basis,
        int year) {

    /** The page of a unit that this one came of, or that came of it. */
    record Link(String name, String path) {

        /** Those that the reader may open. */
        static List<Link> of(
                List<Origin> units,
                ResultsGeography shown,
                UnitResults results,
                PeriodFilter filter,
                CurrentUser reader) {
            return units.stream()
                    .filter(unit ->
                            !Long.valueOf(unit.unitId()).equals(results.unit().unitId())
                                    && reader.maySee(unit.unitId()))
                    .map(unit -> new Link(
                            unit.name(),
                            filter.under(shown)
                                    .unit(unit.unitId(), results.district().period())))
                    .toList();
        }
    }

    /** The headline in pieces that stay on one line. */
    public List<String> clauses() {
        return Headline.clauses(headline);
    }

    static DashboardUnitView of(
            UnitResults results, PeriodFilter filter, CurrentUser reader, YearMonth current, PageMessages wording) {
        ScopeResults unit = results.unit();
        YearResults district = results.district();
        String own = "/dashboard/units/" + unit.unitId();
        List<Link> origins = unit.past() == null
                ? List.of()
                : Link.of(unit.past().origins(), ResultsGeography.AS_REPORTED, results, filter, reader);
        TracePaths paths = TracePaths.of(filter, district.period());
        VerdictViewAssembler lines = new VerdictViewAssembler(
                wording,
                reader,
                unit,
                paths,
                true,
                Map.of(),
                // A task is about figures that its unit reported.
                results.reportedItself() ? "month=" + district.period().to() + "&unit=" + unit.unitId() : null);
        return new DashboardUnitView(
                unit.name(),
                past(unit, origins, wording),
                origins,
                Headline.of(unit.name(), unit, wording),
                YearNavigation.around(district.year(), results.years()),
                own,
                PeriodChoice.of(
                        own,
                        unit.past() == null || results.reportedItself() ? own : "/dashboard",
                        results.successors().isEmpty()
                                ? own
                                : results.successors().size() == 1
                                        ? "/dashboard/units/"
                                                + results.successors().get(0).unitId()
                                        : "/dashboard",
                        filter,
                        district,
                        wording),
                filter.address(DashboardController.DETAILS, district.period()) + "#units",
                PeriodView.of(results, wording),
                RateView.inProse(unit.indicator(Indicator.OVERALL), wording)
                        .tracedTo(paths.of(unit, Indicator.OVERALL)),
                Gauge.of(unit, wording),
                Stream.of(Indicator.FULL_PROCESS, Indicator.PARTIAL)
                        .map(it -> RateView.inProse(unit.indicator(it), wording).tracedTo(paths.of(unit, it)))
                        .toList(),
                KeyFigure.of(unit, paths, wording),
                lines.of(unit.verdicts()),
                lines.of(unit.aspirations()),
                VerdictViewAssembler.points(
                        Stream.concat(unit.verdicts().stream(), unit.aspirations().stream())
                                .toList(),
                        wording),
                unit.defined().stream()
                        .map(each -> IndicatorText.name(each, wording))
                        .toList(),
                results.months().stream()
                        .map(it -> DashboardMonthView.of(
                                it, unit.defined(), TracePaths.ofReturn(unit, it.month()), current, wording))
                        .toList(),
                TargetColumn.overallTicks(TargetColumn.of(
                        unit.verdicts().stream().map(Verdict::target).toList())),
                VerdictViewAssembler.citations(unit),
                district.year());
    }

    /** Names that are links are not said twice. */
    private static @Nullable String past(ScopeResults unit, List<Link> origins, PageMessages wording) {
        String list = origins.isEmpty() ? null : PastView.beforeList(unit, wording);
        return list == null ? PastView.full(unit, wording) : list;
    }
}
