package vn.hoso.results;

import org.jspecify.annotations.Nullable;
import vn.hoso.period.PeriodSpan;

/**
 * Which period of a year.
 *
 * @param year the year; null for the latest with figures
 * @param span how much of it
 * @param month its month, 1 to 12; null for the latest with figures
 */
public record PeriodAsked(
        @Nullable Integer year, PeriodSpan span, @Nullable Integer month) {}
