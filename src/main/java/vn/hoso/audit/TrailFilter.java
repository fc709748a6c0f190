package vn.hoso.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the trail are wanted; null asks for everything.
 *
 * @param user who did it
 * @param unit a unit it concerns
 * @param month a month it concerns
 * @param action its code
 * @param from the first day on which it was done
 * @param to the last day on which it was done
 */
public record TrailFilter(
        @Nullable Long user,
        @Nullable Long unit,
        @Nullable YearMonth month,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final TrailFilter EVERYTHING = new TrailFilter(null, null, null, null, null, null);
}
