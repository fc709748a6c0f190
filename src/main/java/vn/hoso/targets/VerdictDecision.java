package vn.hoso.targets;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Rate;

/**
 * A user's confirmation of a suggested verdict.
 *
 * @param verdict {@code MET}, {@code NOT_MET} or {@code NOT_ASSESSED}
 * @param note why, in their words
 * @param evidence the figures the user saw
 * @param evidenceTo last day of the period these figures cover
 * @param decidedBy the user's name at the time
 * @param decidedAt when
 */
public record VerdictDecision(
        VerdictStatus verdict,
        @Nullable String note,
        @Nullable Rate evidence,
        @Nullable LocalDate evidenceTo,
        String decidedBy,
        Instant decidedAt) {}
