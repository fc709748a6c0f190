package vn.hoso.dashboard.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import vn.hoso.results.ScopeResults;
import vn.hoso.shared.Formats;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/**
 * A column of the units' table: a target that is held against each unit.
 *
 * @param targetId the target
 * @param label its heading, such as "NQ17 50%"
 * @param at its place on a bar from 0 to 100 %
 */
record TargetColumn(long targetId, String label, String at) {

    static List<TargetColumn> of(ScopeResults district) {
        return district.verdicts().stream()
                .map(Verdict::target)
                .filter(target -> target.scope().coversUnits() && target.threshold() != null)
                .map(TargetColumn::asks)
                .toList();
    }

    /** A target with a threshold. */
    static TargetColumn asks(Target target) {
        BigDecimal threshold = Objects.requireNonNull(target.threshold());
        return new TargetColumn(
                target.id(), target.code() + " " + Formats.percentInProse(threshold), Gauge.place(threshold));
    }
}
