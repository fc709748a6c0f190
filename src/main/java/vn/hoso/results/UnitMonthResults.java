package vn.hoso.results;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.rates.Counts;

/**
 * One month of one unit.
 *
 * @param counts null while the return is not complete
 */
record UnitMonthResults(
        long unitId,
        YearMonth month,
        @Nullable Counts counts,
        ReturnStatus status,
        @Nullable String note) {

    private static final List<ReturnStatus> PROGRESS =
            List.of(ReturnStatus.DRAFT, ReturnStatus.RETURNED, ReturnStatus.SUBMITTED, ReturnStatus.APPROVED);

    /** The same month of two units as one, which has come as far as the return that lags more. */
    UnitMonthResults plus(UnitMonthResults other) {
        String notes = Stream.of(note, other.note).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return new UnitMonthResults(
                unitId,
                month,
                ResultsFolding.plus(counts, other.counts),
                PROGRESS.indexOf(status) <= PROGRESS.indexOf(other.status) ? status : other.status,
                notes.isEmpty() ? null : notes);
    }
}
