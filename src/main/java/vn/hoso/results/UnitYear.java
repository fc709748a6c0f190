package vn.hoso.results;

import java.util.List;

/**
 * One unit's year.
 *
 * @param district the year it is part of
 * @param unit the unit's totals and verdicts
 * @param months its months from January to December, reported or not
 */
public record UnitYear(YearResults district, ScopeResults unit, List<UnitMonth> months) {}
