package vn.hoso.results;

import java.time.YearMonth;

/**
 * The dossiers expected in the rest of a year.
 *
 * @param from the first month without figures; after {@code to} when the year is over
 * @param to December
 * @param dossiers how many are expected (R), ≥ 0
 * @param eligible of these, for procedures offered online if these keep their share of the year so far:
 *     {@code ⌊R·E/D⌋}
 * @param basis what the number rests on
 * @param reported returns it was added up from; 0 unless it rests on last year
 * @param expected returns that should exist for these months; 0 unless it rests on last year
 */
public record Remaining(
        YearMonth from, YearMonth to, long dossiers, long eligible, Basis basis, int reported, int expected) {

    /** What an expected number rests on. */
    public enum Basis {
        /** The same months of last year. */
        SAME_MONTHS_LAST_YEAR,
        /** The mean month of this year so far, rounded half up over all months to come. */
        MEAN_OF_THIS_YEAR,
        /** A reader's own assumption. */
        GIVEN,
        /** Nothing remains: the year is over. */
        YEAR_IS_OVER
    }

    public boolean over() {
        return basis == Basis.YEAR_IS_OVER;
    }
}
