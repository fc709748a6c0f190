package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.files.ParsedSheet;
import vn.hoso.imports.layouts.MonthClaim;
import vn.hoso.imports.layouts.SheetInterpretation;

/**
 * What one sheet says, before anybody chooses.
 *
 * @param memory who said where its figures stand, null if it says so itself
 * @param lines its rows with the months that they say themselves
 * @param unusable why it cannot be read, as the end of a message key; null if it can
 */
record SheetMeaning(
        SheetInterpretation reading,
        @Nullable RememberedAnswer memory,
        List<ActSheet.Line> lines,
        @Nullable String unusable) {

    ParsedSheet sheet() {
        return reading.sheet();
    }

    /** The months that it says. */
    SortedSet<YearMonth> said() {
        return reading.months().named();
    }

    boolean says(YearMonth month) {
        return said().contains(month);
    }

    /** Whether only a year is named, so that a month beside it decides nothing. */
    boolean yearOnly() {
        return !reading.months().others().isEmpty();
    }

    /** Whether its rows say their months themselves, and nothing else in it says another. */
    boolean byRow() {
        Set<YearMonth> rows =
                reading.rowMonths().values().stream().map(MonthClaim::month).collect(Collectors.toSet());
        return !rows.isEmpty() && rows.containsAll(said());
    }
}
