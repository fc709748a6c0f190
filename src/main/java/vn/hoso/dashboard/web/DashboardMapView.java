package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.web.DashboardHeatTile.HeatLegend;
import vn.hoso.dashboard.web.DashboardPeriodPages.PeriodChoice;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.maps.UnitMaps;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.Headline;
import vn.hoso.presentation.PageSteps;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TracePaths;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ResultsMonthMatrix;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.YearNavigation;

/**
 * The district in pictures, ready to print.
 *
 * @param headline the answer in one sentence
 * @param period days, coverage, age
 * @param years the year switcher
 * @param choice the form for another period
 * @param back the leaders' page of the same period
 * @param list the form above the months and their files
 * @param kept the period and the list's choice as hidden fields
 * @param indicators what can be shown
 * @param indicator what is shown
 * @param map the units' shapes, null where none is known
 * @param legend what the shades stand for
 * @param months the columns
 * @param rows the units and their months
 * @param whole what all units together are called
 * @param total the rate of all of them
 */
record DashboardMapView(
        String headline,
        PeriodView period,
        YearNavigation years,
        PeriodChoice choice,
        String back,
        DashboardListControls list,
        List<PeriodFilter.Kept> kept,
        List<PeriodChoice.Option> indicators,
        String indicator,
        @Nullable DashboardMap map,
        List<HeatLegend> legend,
        List<String> months,
        List<Row> rows,
        String whole,
        RateView total) {

    private static final String PATH = "/dashboard/map";

    /**
     * A unit's months.
     *
     * @param past whose figures these are, null where they are the unit's own
     * @param whole the whole period
     */
    record Row(
            String name, @Nullable String past, String path, DashboardHeatTile whole, List<DashboardHeatTile> tiles) {}

    public List<String> clauses() {
        return Headline.clauses(headline);
    }

    static DashboardMapView of(
            ResultsMonthMatrix matrix,
            UnitMaps.@Nullable Dated map,
            PeriodFilter filter,
            DashboardListChoice choice,
            PageMessages wording) {
        ReportingPeriod period = matrix.results().period();
        int year = matrix.results().year();
        Indicator indicator = matrix.indicator();
        String name = IndicatorText.name(indicator, wording);
        RateView total = RateView.inTable(matrix.results().district().indicator(indicator), wording)
                .tracedTo(TracePaths.of(filter, period).of(matrix.results().district(), indicator));
        List<ResultsMonthMatrix.Row> shown = choice.of(matrix.rows(), ResultsMonthMatrix.Row::unit, indicator);
        List<Row> onPage = choice.onPage(shown).stream()
                .map(it -> row(it, matrix, filter, wording))
                .toList();
        String whole = matrix.results().organisation().total();
        return new DashboardMapView(
                total.known()
                        ? wording.of(
                                "dashboard.map.headline",
                                name,
                                matrix.results().organisation().whole(),
                                total.percent(),
                                total.figures())
                        : wording.of(
                                "dashboard.map.headline.none",
                                name,
                                matrix.results().organisation().whole(),
                                total.fraction()),
                PeriodView.of(matrix.results(), wording),
                YearNavigation.around(year, matrix.years()),
                PeriodChoice.of(PATH, filter, matrix.results(), wording),
                filter.address("/dashboard", period),
                choice.controls(
                        PATH,
                        ComparisonView.with(filter.kept(period), "indicator", indicator.name()),
                        shown.size(),
                        matrix.rows().size(),
                        wording),
                Stream.concat(filter.kept(period).stream(), choice.kept().stream())
                        .toList(),
                matrix.results().district().indicators().stream()
                        .map(IndicatorResult::indicator)
                        .map(it -> new PeriodChoice.Option(
                                it.name(), IndicatorText.name(it, wording), it.equals(indicator)))
                        .toList(),
                name,
                DashboardMap.of(
                        map,
                        matrix,
                        matrix.rows().size() > PageSteps.WHOLE ? choice.onPage(shown) : matrix.rows(),
                        filter,
                        wording),
                HeatLegend.of(matrix.classes(), onPage.stream().flatMap(it -> it.tiles().stream()), wording),
                matrix.months().stream()
                        .map(it -> Formats.month(it).replaceFirst("/20", "/"))
                        .toList(),
                onPage,
                whole,
                total);
    }

    private static Row row(
            ResultsMonthMatrix.Row row, ResultsMonthMatrix matrix, PeriodFilter filter, PageMessages wording) {
        List<DashboardHeatTile> tiles = new ArrayList<>();
        for (int i = 0; i < matrix.months().size(); i++) {
            String trace = TracePaths.ofReturn(row.unit(), matrix.months().get(i));
            tiles.add(DashboardHeatTile.of(row.cells().get(i), matrix.indicator(), matrix.classes(), trace, wording));
        }
        return new Row(
                row.unit().name(),
                PastView.brief(row.unit(), wording),
                filter.address(
                        "/dashboard/units/" + row.unit().unitId(),
                        matrix.results().period()),
                DashboardHeatTile.of(
                        row.unit().indicator(matrix.indicator()),
                        matrix.indicator(),
                        matrix.classes(),
                        TracePaths.of(filter, matrix.results().period()).of(row.unit(), matrix.indicator()),
                        wording),
                tiles);
    }
}
