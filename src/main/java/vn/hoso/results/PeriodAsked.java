package vn.hoso.results;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.Viewpoint;
import vn.hoso.period.PeriodSpan;

/**
 * Which period of a year, and as of when.
 *
 * @param year the year; null for the latest with figures
 * @param span how much of it
 * @param month its month, 1 to 12; null for the latest with figures
 * @param knownBefore to see what was stored before this instant only; null for the figures in force
 */
public record PeriodAsked(
        @Nullable Integer year,
        PeriodSpan span,
        @Nullable Integer month,
        @Nullable Instant knownBefore) {

    Viewpoint viewpoint() {
        return knownBefore == null ? Viewpoint.NOW : new Viewpoint.KnownBefore(knownBefore);
    }
}
