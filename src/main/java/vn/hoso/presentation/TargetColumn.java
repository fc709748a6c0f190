package vn.hoso.presentation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.hoso.rates.Indicator;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/**
 * A column of the units' table: a target that is held against each unit.
 *
 * @param targetId the target
 * @param indicator what it is about
 * @param label its heading, such as "NQ17 50%"
 * @param threshold its place on a bar, in percent
 */
public record TargetColumn(long targetId, Indicator indicator, String label, BigDecimal threshold) {

    /** Targets of the program's own indicators. */
    public static List<TargetColumn> of(ScopeResults district) {
        return of(district, false);
    }

    /** Targets of indicators that the administrator defined. */
    public static List<TargetColumn> ofDefined(ScopeResults district) {
        return of(district, true);
    }

    private static List<TargetColumn> of(ScopeResults district, boolean defined) {
        return district.verdicts().stream()
                .map(Verdict::target)
                .filter(target -> target.scope().coversUnits() && target.threshold() != null)
                .filter(target -> (target.indicator().definition() != null) == defined)
                .map(TargetColumn::asks)
                .toList();
    }

    /** A target with a threshold. */
    public static TargetColumn asks(Target target) {
        BigDecimal threshold = Objects.requireNonNull(target.threshold());
        return new TargetColumn(
                target.id(), target.indicator(), target.code() + " " + Formats.percentInProse(threshold), threshold);
    }

    /** The same on a bar that draws the overall rate, where targets of other rates have no place. */
    public static String overallTicks(List<TargetColumn> columns) {
        return ticks(columns.stream()
                .filter(column -> column.indicator.equals(Indicator.OVERALL))
                .toList());
    }

    /**
     * The path of the columns' places on a bar that is 100 long and, with room for the places to stand out, 12 high; empty
     * without columns.
     */
    public static String ticks(List<TargetColumn> columns) {
        return columns.stream()
                .map(column -> "M" + column.threshold.toPlainString() + " 0v12")
                .collect(Collectors.joining());
    }
}
