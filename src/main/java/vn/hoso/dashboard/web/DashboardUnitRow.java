package vn.hoso.dashboard.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.presentation.Gauge;
import vn.hoso.presentation.PastView;
import vn.hoso.presentation.RateView;
import vn.hoso.presentation.StatusBadge;
import vn.hoso.presentation.TargetColumn;
import vn.hoso.presentation.TracePaths;
import vn.hoso.presentation.VerdictViewAssembler;
import vn.hoso.rates.Indicator;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.results.YearResults;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/**
 * A row of the units' table.
 *
 * @param name the unit
 * @param past whose figures these are, null where they are the unit's own, or the unit is one of those that ended
 * @param ended whether it is there no more, and nothing came of it
 * @param path its own page, null for the district
 * @param fullProcess toàn trình
 * @param partial một phần
 * @param overall all dossiers
 * @param defined the rates of indicators that the administrator defined
 * @param further one verdict for each target of those
 * @param bar how far the overall rate reaches, null where there is none
 * @param verdicts one for each column of targets
 * @param months months reported of those expected
 */
record DashboardUnitRow(
        String name,
        @Nullable String past,
        boolean ended,
        @Nullable String path,
        RateView fullProcess,
        RateView partial,
        RateView overall,
        List<RateView> defined,
        List<Cell> further,
        @Nullable String bar,
        List<Cell> verdicts,
        String months) {

    /**
     * A verdict in the table.
     *
     * @param label the column's heading, for the phone
     * @param shortBy dossiers missing, null when none are
     * @param aside the unit's own threshold and the points, null for neither
     */
    record Cell(
            StatusBadge mark,
            String label,
            @Nullable String shortBy,
            @Nullable String aside) {}

    static DashboardUnitRow of(
            String name,
            @Nullable String path,
            ScopeResults scope,
            YearResults results,
            List<TargetColumn> columns,
            TracePaths paths,
            PageMessages wording) {
        IndicatorResult overall = scope.indicator(Indicator.OVERALL);
        return new DashboardUnitRow(
                name,
                scope.ended() ? null : PastView.brief(scope, wording),
                scope.ended(),
                path,
                rate(scope, Indicator.FULL_PROCESS, paths, wording),
                rate(scope, Indicator.PARTIAL, paths, wording),
                rate(scope, Indicator.OVERALL, paths, wording),
                results.district().defined().stream()
                        .map(each -> rate(scope, each, paths, wording))
                        .toList(),
                TargetColumn.ofDefined(results.unitTargets()).stream()
                        .map(column -> cell(scope, column, wording))
                        .toList(),
                overall.percent() == null ? null : Gauge.place(overall.percent()),
                columns.stream().map(column -> cell(scope, column, wording)).toList(),
                scope.expectedMonths() == 0 ? RateView.NONE : scope.reportedMonths() + "/" + scope.expectedMonths());
    }

    private static RateView rate(ScopeResults scope, Indicator indicator, TracePaths paths, PageMessages wording) {
        return RateView.inTable(scope.indicator(indicator), wording).tracedTo(paths.of(scope, indicator));
    }

    private static Cell cell(ScopeResults scope, TargetColumn column, PageMessages wording) {
        return cell(scope.verdicts().stream(), column.targetId(), column.label(), wording);
    }

    /** The verdict on a target among these. */
    static Cell cell(Stream<Verdict> verdicts, long targetId, String label, PageMessages wording) {
        return verdicts.filter(it -> it.target().id() == targetId)
                .findFirst()
                .map(it -> new Cell(
                        StatusBadge.of(it, wording),
                        label,
                        shortBy(it, wording),
                        VerdictViewAssembler.aside(it, wording)))
                .orElseGet(() -> new Cell(
                        new StatusBadge("unknown", "nothing", wording.of("dashboard.verdict.not-asked")),
                        label,
                        null,
                        null));
    }

    /** "mức riêng 70%: thiếu 12 hồ sơ" of a unit that the target asks another level of than of all, else null. */
    static @Nullable String own(ScopeResults unit, Target target, PageMessages wording) {
        return unit.verdict(target)
                .filter(verdict -> verdict.target().ownLevel())
                .map(verdict -> wording.of(
                        "dashboard.gap.own",
                        Formats.percentInProse(
                                Objects.requireNonNull(verdict.target().threshold())),
                        verdict.shortBy() > 0
                                ? wording.of("dashboard.finding.short", Formats.count(verdict.shortBy()))
                                : StatusBadge.of(verdict, wording).word()))
                .orElse(null);
    }

    private static @Nullable String shortBy(Verdict verdict, PageMessages wording) {
        return verdict.status() == VerdictStatus.NOT_MET
                ? wording.of("dashboard.units.short", Formats.count(verdict.shortBy()))
                : null;
    }
}
