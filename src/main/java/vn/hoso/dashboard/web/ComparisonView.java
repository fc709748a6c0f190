package vn.hoso.dashboard.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.dashboard.web.DashboardPeriodPages.PeriodChoice;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.presentation.Headline;
import vn.hoso.presentation.PageSteps;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.TargetColumn;
import vn.hoso.results.ComparisonResults;
import vn.hoso.results.Ranking;
import vn.hoso.results.Ranking.Ranked;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.YearNavigation;

/**
 * The units beside each other, ready to print.
 *
 * @param headline the answer in one sentence, about the first of the groups
 * @param period days, coverage, age
 * @param years the year switcher
 * @param choice the form for another period
 * @param back the leaders' page of the same period
 * @param list the form above the ranking and its files
 * @param kept the period and the list's choice as hidden fields
 * @param indicators what the units can be ranked by
 * @param indicator what they are ranked by
 * @param caption how, and beside which period
 * @param columns the targets held against each unit
 * @param groups the units with a place, ranked among their peers
 * @param apart the units without one, by reason
 * @param lastYear the same months of the year before
 * @param published published totals beside the sum, null where none were published
 */
record ComparisonView(
        String headline,
        PeriodView period,
        YearNavigation years,
        PeriodChoice choice,
        String back,
        DashboardListControls list,
        List<PeriodFilter.Kept> kept,
        List<PeriodChoice.Option> indicators,
        String indicator,
        String caption,
        List<TargetColumn> columns,
        List<RankGroup> groups,
        List<Apart> apart,
        DashboardLastYearView lastYear,
        @Nullable DashboardPublishedTotalsView published) {

    private static final String PATH = "/dashboard/compare";

    /**
     * Units without a place, and why.
     *
     * @param more how many others there are, null where all are named
     */
    record Apart(
            String reason, List<RankRowView> rows, @Nullable String more) {}

    public List<String> clauses() {
        return Headline.clauses(headline);
    }

    /** The targets' places on the table's bars. */
    public String ticks() {
        return TargetColumn.ticks(columns);
    }

    static ComparisonView of(
            ComparisonResults results, PeriodFilter filter, DashboardListChoice choice, PageMessages wording) {
        ReportingPeriod period = results.results().period();
        int year = results.results().year();
        RankRowView.Maker rows = new RankRowView.Maker(results, filter, wording);
        Ranking ranking = results.ranking();
        List<Ranked> communes = choice.of(ranking.communes(), Ranked::unit, results.indicator());
        List<Ranked> offices = choice.of(ranking.offices(), Ranked::unit, results.indicator());
        int chosen = communes.size() + offices.size();
        List<RankGroup> found = Stream.of(
                        RankGroup.of(
                                communes(results, wording),
                                ranking.communes(),
                                choice.onPage(communes, 0, chosen),
                                communes.size(),
                                results,
                                rows,
                                wording),
                        RankGroup.of(
                                offices(ranking, wording),
                                ranking.offices(),
                                choice.onPage(offices, communes.size(), chosen),
                                offices.size(),
                                results,
                                rows,
                                wording))
                .filter(it -> it.found() > 0)
                .toList();
        List<RankGroup> groups =
                found.stream().filter(it -> !it.rows().isEmpty()).toList();
        return new ComparisonView(
                found.isEmpty()
                        ? wording.of("dashboard.compare.headline.none")
                        : found.get(0).name() + ": " + found.get(0).answer(),
                PeriodView.of(results.results(), wording),
                YearNavigation.around(year, results.years()),
                PeriodChoice.of(PATH, filter, results.results(), wording),
                filter.address("/dashboard", period),
                choice.controls(
                        PATH,
                        with(
                                filter.kept(period),
                                "indicator",
                                results.indicator().name()),
                        chosen,
                        ranking.communes().size() + ranking.offices().size(),
                        wording),
                Stream.concat(filter.kept(period).stream(), choice.kept().stream())
                        .toList(),
                results.results().district().indicators().stream()
                        .map(IndicatorResult::indicator)
                        .map(it -> new PeriodChoice.Option(
                                it.name(), IndicatorText.name(it, wording), it.equals(results.indicator())))
                        .toList(),
                IndicatorText.name(results.indicator(), wording),
                wording.of(
                        "dashboard.compare.caption",
                        results.before() == null
                                ? wording.of("dashboard.compare.caption.no-before")
                                : wording.of(
                                        "dashboard.compare.caption.before",
                                        PeriodView.name(results.before(), wording))),
                results.targets().stream().map(TargetColumn::asks).toList(),
                groups,
                Stream.of(
                                apart(
                                        wording.of("dashboard.compare.apart.small", Formats.count(Ranking.SMALLEST)),
                                        ranking.small(),
                                        rows,
                                        wording),
                                apart(
                                        wording.of("dashboard.compare.apart.nothing"),
                                        ranking.nothingArisen(),
                                        rows,
                                        wording),
                                apart(
                                        wording.of("dashboard.compare.apart.silent"),
                                        ranking.notReported(),
                                        rows,
                                        wording),
                                apart(wording.of("dashboard.compare.apart.not-due"), ranking.notDue(), rows, wording),
                                apart(wording.of("dashboard.past.heading"), ranking.ended(), rows, wording))
                        .filter(it -> !it.rows.isEmpty())
                        .toList(),
                DashboardLastYearView.of(results, filter, wording),
                DashboardPublishedTotalsView.of(results, wording));
    }

    /** Hidden fields with one more. */
    static List<PeriodFilter.Kept> with(List<PeriodFilter.Kept> kept, String name, String value) {
        return Stream.concat(kept.stream(), Stream.of(new PeriodFilter.Kept(name, value)))
                .toList();
    }

    private static Apart apart(String reason, List<ScopeResults> units, RankRowView.Maker rows, PageMessages wording) {
        boolean many = units.size() > PageSteps.WHOLE;
        return new Apart(
                reason,
                units.stream()
                        .limit(many ? PageSteps.PAGE : PageSteps.WHOLE)
                        .map(rows::unranked)
                        .toList(),
                many ? wording.of("dashboard.list.more", Formats.count(units.size() - PageSteps.PAGE)) : null);
    }

    /** What the units below are called together: "Xã, phường, đặc khu". */
    private static String communes(ComparisonResults results, PageMessages wording) {
        String below = results.results().organisation().unitsBelow();
        return wording.areOfficial() && below != null
                ? PageMessages.capitalised(below)
                : wording.of("dashboard.compare.group.communes");
    }

    /** The headings of the offices' kinds: "Sở, ban, ngành; Trung tâm". */
    private static String offices(Ranking ranking, PageMessages wording) {
        return wording.areOfficial()
                ? String.join("; ", ranking.officeHeadings())
                : wording.of("dashboard.compare.group.offices");
    }
}
