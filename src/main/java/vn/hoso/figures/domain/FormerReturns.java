package vn.hoso.figures.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.units.Lineage.Former;

/**
 * What the units that a unit came of reported in a month in which it was not there yet. Only where each of them that was there has
 * a complete return: less would be taken for the whole.
 *
 * @param units those that were there, at least one
 * @param returns theirs, in the same order
 */
public record FormerReturns(List<Former> units, List<ReturnFigures> returns) {

    public FormerReturns {
        units = List.copyOf(units);
        returns = List.copyOf(returns);
    }

    /** Their sum, of divided units the parts; null where one of them does not report it, or it applies to none of them. */
    public @Nullable Long number(Measure measure) {
        boolean reported =
                returns.stream().allMatch(each -> each.number(measure) != null || each.notApplicable(measure));
        return !reported || notApplicable(measure)
                ? null
                : Former.sum(units, unit -> returns.get(units.indexOf(unit)).number(measure));
    }

    /** Whether it applies to none of them. */
    public boolean notApplicable(Measure measure) {
        return returns.stream().allMatch(each -> each.notApplicable(measure));
    }

    public List<String> names() {
        return units.stream().map(Former::name).toList();
    }

    /** Whether a part of a divided unit is in it, so that it is an estimate. */
    public boolean estimated() {
        return units.stream().anyMatch(Former::divided);
    }
}
