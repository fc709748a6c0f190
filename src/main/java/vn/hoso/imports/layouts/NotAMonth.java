package vn.hoso.imports.layouts;

import org.jspecify.annotations.Nullable;

/**
 * What a sheet says of its time that is no month: its figures may not be taken for a month's without a person.
 *
 * @param reason why it is none
 * @param words the words as they stand in the sheet
 * @param address the cell, null where the tab or the file's name says it
 */
public record NotAMonth(
        Reason reason, String words, @Nullable String address) {

    public enum Reason {
        /** A quarter, six months, from one month to another. */
        SEVERAL_MONTHS,
        /** A week, half a month, from the 15th to the 14th. */
        OTHER_DAYS,
        /** "Lũy kế", "cộng dồn", "từ đầu năm". */
        CUMULATIVE,
        /** A year, where nothing above the figures names a month. */
        YEAR
    }
}
