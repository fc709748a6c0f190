package vn.hoso.results;

import java.util.List;

/**
 * One unit's year, month by month.
 *
 * @param district the year the unit belongs to
 * @param unit the unit's own results
 * @param months the twelve months of the year, in order
 */
public record UnitYear(YearResults district, ScopeResults unit, List<UnitMonth> months) {}
