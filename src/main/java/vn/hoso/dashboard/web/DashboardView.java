package vn.hoso.dashboard.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.presentation.Gauge;
import vn.hoso.presentation.Headline;
import vn.hoso.presentation.KeyFigure;
import vn.hoso.presentation.NumberInput;
import vn.hoso.presentation.OutlookView;
import vn.hoso.presentation.PeriodFilter;
import vn.hoso.presentation.PeriodView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.TargetColumn;
import vn.hoso.presentation.TracePaths;
import vn.hoso.presentation.VerdictView;
import vn.hoso.presentation.VerdictViewAssembler;
import vn.hoso.rates.Indicator;
import vn.hoso.results.LeaderResults;
import vn.hoso.results.RemainingYear;
import vn.hoso.results.ResultCaveat;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.YearNavigation;

/**
 * The leaders' one page, ready to print: what is met, what is short, what must be known before relying on it.
 *
 * @param headline the answer in one sentence
 * @param years the year switcher
 * @param period days, coverage, provisional or not, age
 * @param overall the overall rate
 * @param gauge its bar, null where there is no rate
 * @param parts the rates of full-process and partial procedures
 * @param facts further figures about the district
 * @param verdicts targets set from above
 * @param named what targets that name their units say of these; nothing to readers who do not see all units
 * @param aspirations the plan's own goals
 * @param openItems what to know first
 * @param openItemsOnPaper the same in the words of the printed sheet
 * @param source the document the totals come from, null when they are sums
 * @param sourceNote what the document leaves unexplained
 * @param breakdown what the units' figures of a published year are, null when nothing needs saying
 * @param defined the names of indicators that the administrator defined
 * @param further the targets of these
 * @param columns the targets held against each unit
 * @param units the units' table, null when nothing is broken down
 * @param total the district's row below it
 * @param basis full citations of every instrument named
 * @param year for links
 * @param mayTakeAway whether this reader may download results and open reports
 */
record DashboardView(
        String headline,
        YearNavigation years,
        PeriodView period,
        RateView overall,
        @Nullable Gauge gauge,
        List<RateView> parts,
        List<KeyFigure> facts,
        List<VerdictView> verdicts,
        List<String> named,
        List<VerdictView> aspirations,
        List<DashboardCaveatMessages.Line> openItems,
        List<String> openItemsOnPaper,
        @Nullable String source,
        @Nullable String sourceNote,
        @Nullable String breakdown,
        List<String> defined,
        List<TargetColumn> further,
        List<TargetColumn> columns,
        List<DashboardUnitRow> units,
        DashboardUnitRow total,
        List<String> basis,
        int year,
        boolean mayTakeAway) {

    /** The headline in pieces that stay on one line. */
    public List<String> clauses() {
        return Headline.clauses(headline);
    }

    /** The targets' places on the table's bars. */
    public String ticks() {
        return TargetColumn.overallTicks(columns);
    }

    /**
     * Reads the page off the results.
     *
     * @param units those that have room in the table
     */
    static DashboardView of(
            YearResults results,
            List<ScopeResults> units,
            List<Integer> years,
            Map<Long, OutlookView> outlooks,
            PeriodFilter filter,
            CurrentUser reader,
            PageMessages wording) {
        ScopeResults district = results.district();
        List<TargetColumn> columns = TargetColumn.of(results.unitTargets());
        TracePaths paths = TracePaths.of(filter, results.period());
        VerdictViewAssembler lines = new VerdictViewAssembler(
                wording,
                reader,
                district,
                paths,
                true,
                outlooks,
                "month=" + results.period().to());
        DashboardCaveatMessages openItems = new DashboardCaveatMessages(wording);
        // The verdict itself says that nobody has confirmed it.
        List<ResultCaveat> open = results.openItems().stream()
                .filter(it -> !(it instanceof ResultCaveat.AwaitsConfirmation))
                .toList();
        YearResults.Publication publication = results.publication();
        return new DashboardView(
                Headline.of(results.organisation().asSubject(wording), district, wording),
                YearNavigation.around(results.year(), years),
                PeriodView.of(results, wording),
                RateView.inProse(district.indicator(Indicator.OVERALL), wording)
                        .tracedTo(paths.of(district, Indicator.OVERALL)),
                Gauge.of(district, wording),
                Stream.of(Indicator.FULL_PROCESS, Indicator.PARTIAL)
                        .map(it -> RateView.inProse(district.indicator(it), wording)
                                .tracedTo(paths.of(district, it)))
                        .toList(),
                KeyFigure.of(district, paths, wording),
                lines.of(district.verdicts()),
                reader.seesAllUnits() ? Headline.ofNamedUnits(results, wording) : List.of(),
                lines.of(district.aspirations()),
                open.stream()
                        .map(it -> openItems.line(it, paths.of(district, Indicator.OVERALL)))
                        .toList(),
                openItems.onPaper(open),
                publication == null ? null : publication.source(),
                publication == null ? null : publication.note(),
                breakdown(results, wording),
                district.defined().stream()
                        .map(each -> IndicatorText.name(each, wording))
                        .toList(),
                TargetColumn.ofDefined(results.unitTargets()),
                columns,
                rows(results, units, columns, filter, wording),
                DashboardUnitRow.of(
                        publication == null
                                ? results.organisation().total()
                                : wording.of(
                                        "dashboard.units.total.published",
                                        results.organisation().total()),
                        null,
                        district,
                        results,
                        columns,
                        paths,
                        wording),
                VerdictViewAssembler.citations(results),
                results.year(),
                !reader.is(Role.UNIT_STAFF));
    }

    private static @Nullable String breakdown(YearResults results, PageMessages wording) {
        if (results.publication() == null) {
            return null;
        }
        if (results.coverage().reported() == 0) {
            return wording.of("dashboard.units.not-broken-down");
        }
        return results.demonstration() ? wording.of("dashboard.units.broken-down-for-show") : null;
    }

    private static List<DashboardUnitRow> rows(
            YearResults results,
            List<ScopeResults> units,
            List<TargetColumn> columns,
            PeriodFilter filter,
            PageMessages wording) {
        if (results.publication() != null && results.coverage().reported() == 0) {
            return List.of();
        }
        return units.stream()
                .map(unit -> DashboardUnitRow.of(
                        unit.name(),
                        filter.unit(unit.unitId(), results.period()),
                        unit,
                        results,
                        columns,
                        TracePaths.of(filter, results.period()),
                        wording))
                .toList();
    }

    /**
     * The assumption about the rest of the year, and the form that changes it.
     *
     * @param assumption what is assumed, in words
     * @param eligible how much of it could arrive online
     * @param typed what stands in the field
     * @param given whether the reader assumed it
     * @param wrong whether what was typed is no number
     * @param kept the rest of the address, as hidden fields
     * @param reset this page with the program's own assumption
     */
    record RestForm(
            String assumption,
            String eligible,
            String typed,
            boolean given,
            boolean wrong,
            List<PeriodFilter.Kept> kept,
            String reset) {

        static @Nullable RestForm of(
                LeaderResults results, PeriodFilter filter, NumberInput typed, PageMessages wording) {
            RemainingYear remaining = results.remaining();
            String assumption = OutlookView.assumption(results, wording);
            BigDecimal ceiling = results.results().district().rates().ceiling();
            if (remaining == null || assumption == null || ceiling == null) {
                return null;
            }
            return new RestForm(
                    assumption,
                    wording.of(
                            "dashboard.rest.eligible",
                            Formats.count(remaining.eligible()),
                            Formats.percentInProse(ceiling)),
                    typed.wrong() ? typed.text() : Formats.count(remaining.dossiers()),
                    remaining.given(),
                    typed.wrong(),
                    filter.kept(results.results().period()),
                    filter.address(
                            DashboardController.DETAILS, results.results().period()));
        }
    }
}
