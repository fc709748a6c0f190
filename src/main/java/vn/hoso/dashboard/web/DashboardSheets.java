package vn.hoso.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.indicators.IndicatorText;
import vn.hoso.presentation.ListSheet;
import vn.hoso.presentation.TargetColumn;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;
import vn.hoso.results.ComparisonResults;
import vn.hoso.results.GapContributions;
import vn.hoso.results.GapContributions.GapContribution;
import vn.hoso.results.GapContributions.GapResults;
import vn.hoso.results.PaperPeriodResults;
import vn.hoso.results.PaperPeriodResults.PaperSeries;
import vn.hoso.results.Ranking.Ranked;
import vn.hoso.results.ResultsMonthMatrix;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;

/** The lists of units that pages show, as files: the units that the page shows, in its order. A rate stands with both its counts and its percentage as printed. */
final class DashboardSheets {

    private DashboardSheets() {}

    /** The three rates of units, with the targets held against them. */
    static ListSheet units(YearResults results, DashboardListChoice choice, PageMessages wording) {
        List<Indicator> shown = Stream.concat(
                        Stream.of(Indicator.FULL_PROCESS, Indicator.PARTIAL, Indicator.OVERALL),
                        results.district().defined().stream())
                .toList();
        List<TargetColumn> columns = Stream.concat(
                        TargetColumn.of(results.unitTargets()).stream(),
                        TargetColumn.ofDefined(results.unitTargets()).stream())
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<@Nullable Object> headings = new ArrayList<>(List.of(wording.of("dashboard.units.name")));
        shown.forEach(each -> headings.addAll(headings(each, wording)));
        columns.forEach(each -> headings.addAll(targetHeadings(each, wording)));
        headings.add(wording.of("dashboard.units.months.long"));
        headings.add(wording.of("dashboard.list.expected"));
        rows.add(headings);
        for (ScopeResults unit : choice.of(results.units(), each -> each, Indicator.OVERALL)) {
            List<@Nullable Object> row = new ArrayList<>(List.of(unit.name()));
            shown.forEach(each -> row.addAll(rate(unit.indicator(each))));
            columns.forEach(each -> row.addAll(verdict(unit, each, wording)));
            row.add((long) unit.reportedMonths());
            row.add((long) unit.expectedMonths());
            rows.add(row);
        }
        return new ListSheet(wording.of("dashboard.units"), 0, rows);
    }

    /** The units that have a place, group after group. */
    static ListSheet ranking(ComparisonResults results, DashboardListChoice choice, PageMessages wording) {
        List<TargetColumn> columns =
                results.targets().stream().map(TargetColumn::asks).toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<@Nullable Object> headings =
                new ArrayList<>(List.of(wording.of("dashboard.compare.place"), wording.of("dashboard.units.name")));
        headings.addAll(headings(results.indicator(), wording));
        columns.forEach(each -> headings.addAll(targetHeadings(each, wording)));
        rows.add(headings);
        for (List<Ranked> group :
                List.of(results.ranking().communes(), results.ranking().offices())) {
            for (Ranked ranked : choice.of(group, Ranked::unit, results.indicator())) {
                List<@Nullable Object> row = new ArrayList<>(
                        List.of((long) ranked.place(), ranked.unit().name()));
                row.addAll(rate(ranked.unit().indicator(results.indicator())));
                columns.forEach(each -> row.addAll(verdict(ranked.unit(), each, wording)));
                rows.add(row);
            }
        }
        return new ListSheet(wording.of("dashboard.compare.ranking"), 1, rows);
    }

    /** The percentages of units month by month. */
    static ListSheet months(ResultsMonthMatrix matrix, DashboardListChoice choice, PageMessages wording) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<@Nullable Object> headings = new ArrayList<>(List.of(wording.of("dashboard.units.name")));
        headings.addAll(headings(matrix.indicator(), wording));
        matrix.months().forEach(month -> headings.add(Formats.month(month) + " (%)"));
        rows.add(headings);
        for (ResultsMonthMatrix.Row each : choice.of(matrix.rows(), ResultsMonthMatrix.Row::unit, matrix.indicator())) {
            List<@Nullable Object> row = new ArrayList<>(List.of(each.unit().name()));
            row.addAll(rate(each.unit().indicator(matrix.indicator())));
            each.cells().forEach(cell -> row.add(cell == null ? null : cell.percent()));
            rows.add(row);
        }
        return new ListSheet(wording.of("dashboard.map.matrix"), 0, rows);
    }

    /** Dossiers handed in on paper, month by month. */
    static ListSheet paper(PaperPeriodResults results, DashboardListChoice choice, PageMessages wording) {
        String share = wording.of("dashboard.paper.share");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<@Nullable Object> headings = new ArrayList<>(List.of(
                wording.of("dashboard.units.name"),
                wording.of("dashboard.paper.title"),
                wording.of("dashboard.paper.eligible"),
                share + " (%)"));
        results.months().forEach(month -> headings.add(Formats.month(month)));
        rows.add(headings);
        for (PaperSeries each : DashboardPaperView.shown(results, choice)) {
            List<@Nullable Object> row = new ArrayList<>(List.of(each.name()));
            row.add(each.share() == null ? null : each.share().numerator());
            row.add(each.share() == null ? null : each.share().denominator());
            row.add(each.percent());
            row.addAll(each.months());
            rows.add(row);
        }
        return new ListSheet(wording.of("dashboard.paper.title"), 0, rows);
    }

    /** What each unit lacks of a target. */
    static ListSheet gaps(GapResults results, DashboardListChoice choice, PageMessages wording) {
        GapContributions found = Objects.requireNonNull(results.contributions());
        List<GapContribution> shown = ContributionView.shown(found, choice);
        boolean levels =
                shown.stream().anyMatch(each -> DashboardUnitRow.own(each.unit(), found.target(), wording) != null);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<@Nullable Object> headings = new ArrayList<>(List.of(wording.of("dashboard.units.name")));
        headings.addAll(headings(Indicator.OVERALL, wording));
        headings.add(wording.of("dashboard.gap.points") + " (" + ContributionView.name(found.target()) + ")");
        headings.add(wording.of("dashboard.gap.dossiers"));
        headings.add(wording.of("dashboard.gap.share") + " (%)");
        if (levels) {
            headings.add(wording.of("dashboard.gap.level"));
        }
        rows.add(headings);
        for (GapContribution each : shown) {
            List<@Nullable Object> row = new ArrayList<>(List.of(each.unit().name()));
            row.addAll(rate(each.unit().indicator(Indicator.OVERALL)));
            row.add(each.gap());
            row.add(each.dossiers());
            row.add(each.share());
            if (levels) {
                row.add(DashboardUnitRow.own(each.unit(), found.target(), wording));
            }
            rows.add(row);
        }
        return new ListSheet(wording.of("dashboard.gap.title"), 0, rows);
    }

    /** Of an indicator that the administrator defined nothing is known but what is divided by what. */
    private static List<String> headings(Indicator indicator, PageMessages wording) {
        String name = IndicatorText.name(indicator, wording);
        boolean own = indicator.definition() == null;
        return List.of(
                wording.of(own ? "dashboard.list.online" : "dashboard.list.numerator", name),
                wording.of(own ? "dashboard.list.received" : "dashboard.list.denominator", name),
                name + " (%)");
    }

    private static List<String> targetHeadings(TargetColumn column, PageMessages wording) {
        return List.of(column.label(), wording.of("dashboard.list.short", column.label()));
    }

    private static List<@Nullable Object> rate(IndicatorResult result) {
        List<@Nullable Object> cells = new ArrayList<>();
        Rate rate = result.rate();
        cells.add(rate == null ? null : rate.numerator());
        cells.add(rate == null ? null : rate.denominator());
        cells.add(result.percent());
        return cells;
    }

    private static List<@Nullable Object> verdict(ScopeResults unit, TargetColumn column, PageMessages wording) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(DashboardUnitRow.cell(
                        Stream.concat(unit.verdicts().stream(), unit.aspirations().stream()),
                        column.targetId(),
                        column.label(),
                        wording)
                .mark()
                .word());
        cells.add(Stream.concat(unit.verdicts().stream(), unit.aspirations().stream())
                .filter(each -> each.target().id() == column.targetId() && each.rate() != null)
                .map(each -> (Object) each.shortBy())
                .findFirst()
                .orElse(null));
        return cells;
    }
}
