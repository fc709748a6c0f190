package vn.hoso.imports.paste;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.files.FileErrors;
import vn.hoso.imports.layouts.AddedColumns;
import vn.hoso.imports.layouts.ComparableText;
import vn.hoso.imports.layouts.MonthClaims;
import vn.hoso.imports.layouts.MonthClaims.MonthClaim;
import vn.hoso.imports.layouts.UnitMatcher;
import vn.hoso.period.MonthDays;
import vn.hoso.period.StoredMonth;
import vn.hoso.shared.Formats;
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
 * @param days the days of the office's months
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
        MonthDays days,
        Map<String, Long> aliases) {

    UnitMatcher names() {
        return new UnitMatcher(every, aliases);
    }

    Set<String> foldedCodes() {
        return every.stream().map(unit -> ComparableText.of(unit.code())).collect(Collectors.toSet());
    }

    /** What was copied along may say of which month it is. */
    void refuseOther(MonthClaims claims) {
        if (!claims.others().isEmpty()) {
            throw FileErrors.of("paste-span", claims.others().get(0).words());
        }
        claims.claims().stream()
                .filter(claim -> claim.source() != MonthClaim.Source.COLUMN)
                .map(MonthClaim::month)
                .filter(said -> !said.equals(month))
                .findFirst()
                .ifPresent(other -> {
                    throw FileErrors.of("paste-month", Formats.month(other), Formats.month(month));
                });
        StoredMonth own = days.of(month);
        if (!claims.allow(own)) {
            throw FileErrors.of(
                    "paste-days", Formats.month(month), Formats.date(own.firstDay()), Formats.date(own.lastDay()));
        }
    }
}
