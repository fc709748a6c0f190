package vn.hoso.dashboard.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.results.IndicatorResult;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/**
 * A row of the units' table.
 *
 * @param name the unit
 * @param path its own page, null for the district
 * @param fullProcess toàn trình
 * @param partial một phần
 * @param overall all dossiers
 * @param bar how far the overall rate reaches, null where there is none
 * @param verdicts one for each column of targets
 * @param months months reported of those expected
 */
record UnitRow(
        String name,
        @Nullable String path,
        RateText fullProcess,
        RateText partial,
        RateText overall,
        @Nullable String bar,
        List<Cell> verdicts,
        String months) {

    /**
     * A verdict in the table.
     *
     * @param label the column's heading, for the phone
     * @param shortBy dossiers missing, null when none are
     */
    record Cell(Mark mark, String label, @Nullable String shortBy) {}

    static UnitRow of(
            String name,
            @Nullable String path,
            ScopeResults scope,
            List<TargetColumn> columns,
            int year,
            Wording wording) {
        IndicatorResult overall = scope.indicator(Indicator.OVERALL);
        return new UnitRow(
                name,
                path,
                rate(scope, Indicator.FULL_PROCESS, year, wording),
                rate(scope, Indicator.PARTIAL, year, wording),
                rate(scope, Indicator.OVERALL, year, wording),
                overall.percent() == null ? null : Gauge.place(overall.percent()),
                columns.stream().map(column -> cell(scope, column, wording)).toList(),
                scope.expectedMonths() == 0 ? RateText.NONE : scope.reportedMonths() + "/" + scope.expectedMonths());
    }

    private static RateText rate(ScopeResults scope, Indicator indicator, int year, Wording wording) {
        return RateText.inTable(scope.indicator(indicator), wording).tracedTo(TracePaths.of(scope, indicator, year));
    }

    private static Cell cell(ScopeResults scope, TargetColumn column, Wording wording) {
        return scope.verdicts().stream()
                .filter(it -> it.target().id() == column.targetId())
                .findFirst()
                .map(it -> new Cell(Mark.of(it, wording), column.label(), shortBy(it, wording)))
                .orElseGet(() -> new Cell(
                        new Mark("unknown", "nothing", wording.of("dashboard.verdict.not-asked")),
                        column.label(),
                        null));
    }

    private static @Nullable String shortBy(Verdict verdict, Wording wording) {
        return verdict.status() == VerdictStatus.NOT_MET
                ? wording.of("dashboard.units.short", Formats.count(verdict.shortBy()))
                : null;
    }
}
