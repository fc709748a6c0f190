package vn.hoso.presentation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Target;

/**
 * A column of the units' table: a target that is held against each unit.
 *
 * @param targetId the target
 * @param indicator what it is about
 * @param code its name, of which a heading breaks no part off
 * @param threshold its place on a bar, in percent; null of a target that names its units, each with a level of its own
 */
public record TargetColumn(
        long targetId,
        Indicator indicator,
        String code,
        @Nullable BigDecimal threshold) {

    /** Targets of the program's own indicators. */
    public static List<TargetColumn> of(List<Target> targets) {
        return of(targets, false);
    }

    /** Targets of indicators that the administrator defined. */
    public static List<TargetColumn> ofDefined(List<Target> targets) {
        return of(targets, true);
    }

    private static List<TargetColumn> of(List<Target> targets, boolean defined) {
        return targets.stream()
                .filter(target -> (target.indicator().definition() != null) == defined)
                .map(TargetColumn::asks)
                .toList();
    }

    /** A target of units. */
    public static TargetColumn asks(Target target) {
        return new TargetColumn(target.id(), target.indicator(), target.code(), target.threshold());
    }

    /** What it asks of all, such as "50%"; null where each unit has a level of its own. */
    public @Nullable String level() {
        return threshold == null ? null : Formats.percentInProse(threshold);
    }

    /** Its heading, such as "NQ17 50%". */
    public String label() {
        return threshold == null ? code : code + " " + level();
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
                .flatMap(column -> Stream.ofNullable(column.threshold))
                .map(threshold -> "M" + threshold.toPlainString() + " 0v12")
                .collect(Collectors.joining());
    }
}
