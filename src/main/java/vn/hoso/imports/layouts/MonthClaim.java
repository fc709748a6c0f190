package vn.hoso.imports.layouts;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A month that a sheet says it is of.
 *
 * @param source where it is said
 * @param month the month
 * @param address the cell, null where the tab or the file's name says it
 */
public record MonthClaim(
        Source source, YearMonth month, @Nullable String address) {

    /** Where a month is said, the most reliable first. */
    public enum Source {
        /** A column that says it for each row. */
        COLUMN,
        /** "Từ ngày 01/10/2024 đến ngày 31/10/2024". */
        PERIOD_LINE,
        /** The words above the figures. */
        TITLE,
        TAB,
        FILE_NAME
    }
}
