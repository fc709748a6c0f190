package vn.hoso.results;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.AsOf;
import vn.hoso.period.PeriodSpan;

/**
 * Which period of a year, and as of when.
 *
 * @param year the year; null for the latest with figures
 * @param span how much of it
 * @param month its month, 1 to 12; null for the latest with figures
 * @param knownBefore to see what was stored before this instant only; null for the figures in force
 */
public record PeriodRequest(
        @Nullable Integer year,
        PeriodSpan span,
        @Nullable Integer month,
        @Nullable Instant knownBefore) {

    AsOf viewpoint() {
        return knownBefore == null ? AsOf.NOW : new AsOf.KnownBefore(knownBefore);
    }
}
