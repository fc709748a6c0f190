package vn.hoso.imports.paste;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.layouts.AddedColumns;
import vn.hoso.imports.layouts.ComparableText;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.units.Unit;

/**
 * The month whose grid a block is pasted into.
 *
 * @param every all units of the month, also those that are not the reader's
 * @param rows the units of the reader's grid, in its order
 * @param enterable ids of those whose figures the reader may enter
 * @param approved ids of those whose figures no longer change
 * @param measures what the month is asked for, in the order of the grid
 * @param added the words over the columns of the added ones
 * @param aliases units by names that a person has matched before, folded; 0 for a name that is none
 */
public record PasteMonth(
        YearMonth month,
        List<Unit> every,
        List<Unit> rows,
        Set<Long> enterable,
        Set<Long> approved,
        List<Measure> measures,
        AddedColumns added,
        Map<String, Long> aliases) {

    UnitMatcher names() {
        return new UnitMatcher(every, aliases);
    }

    Set<String> foldedCodes() {
        return every.stream().map(unit -> ComparableText.of(unit.code())).collect(Collectors.toSet());
    }
}
