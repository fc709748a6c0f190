package vn.hoso.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;

/**
 * The rest of a year: every unit-month without a complete return, months already begun included, and the dossiers expected
 * of them.
 *
 * @param owed the unit-months, and what is expected of them
 * @param from the first month after those that hold figures; after {@code to} when December holds some
 * @param to December
 * @param dossiers how many are expected (R), ≥ 0: as the reader says, else as {@link Owed} adds up
 * @param eligible of these, for procedures offered online if these keep their share of the year so far:
 *     {@code ⌊R·E/D⌋}
 * @param given whether a reader assumed R
 */
public record RemainingYear(Owed owed, YearMonth from, YearMonth to, long dossiers, long eligible, boolean given) {

    /**
     * The unit-months of a year without a complete return, and the dossiers expected of them. {@code begun + ahead} is the
     * sum of {@code asLastYear}, {@code asMean} and {@code withoutBasis}.
     *
     * @param begun of months up to the latest one that holds figures: received already and not reported
     * @param ahead of later months
     * @param asLastYear those of which the same month of the year before is known: by a complete return of the unit, or by
     *     those of all units that were there then and that it came of
     * @param dossiersAsLastYear the dossiers of these returns; of units that were divided the part that the act declares,
     *     rounded half up to a whole number for each unit-month
     * @param asMean those without one, of whose unit some month of this year is known in the same way
     * @param dossiersAsMean for each of these the unit's dossiers of the year over its complete months, rounded half up to a
     *     whole number for each unit-month, so that parts of the year add up to it
     * @param withoutBasis those that nothing says anything about; they add no dossiers
     * @param asFormers of those expected as last year or as the mean, how many rest on figures of units that theirs came of
     */
    public record Owed(
            int begun,
            int ahead,
            int asLastYear,
            long dossiersAsLastYear,
            int asMean,
            long dossiersAsMean,
            int withoutBasis,
            int asFormers) {

        /** Nothing is owed. */
        public static final Owed NOTHING = new Owed(0, 0, 0, 0, 0, 0, 0, 0);

        public int returns() {
            return begun + ahead;
        }

        public long dossiers() {
            return Math.addExact(dossiersAsLastYear, dossiersAsMean);
        }
    }

    /**
     * What remains.
     *
     * @param reached the latest month that holds figures
     * @param soFar what the year holds
     * @param given the reader's own assumption, null for none; without meaning when the year is over
     */
    static RemainingYear of(Owed owed, YearMonth reached, Counts soFar, @Nullable Long given) {
        boolean assumed = given != null && owed.returns() > 0;
        long dossiers = given != null && assumed ? given : owed.dossiers();
        return new RemainingYear(
                owed, reached.plusMonths(1), reached.withMonth(12), dossiers, eligible(dossiers, soFar), assumed);
    }

    /** The year is over when its last return is in, not when its last month has begun. */
    public boolean over() {
        return owed.returns() == 0;
    }

    /** Whether months are still to come, so that something can still be done. */
    public boolean hasMonthsAhead() {
        return owed.ahead() > 0;
    }

    /** Returns of which nothing says how many dossiers to expect; none where the reader assumed the number. */
    public int withoutBasis() {
        return given ? 0 : owed.withoutBasis();
    }

    /**
     * Whether the number of dossiers is open: returns of months already begun may hold any number, and of some unit-months
     * nothing is known.
     */
    boolean open() {
        return owed.begun() > 0 || withoutBasis() > 0;
    }

    private static long eligible(long dossiers, Counts soFar) {
        if (soFar.dossiersReceived() == 0) {
            return 0;
        }
        return BigDecimal.valueOf(dossiers)
                .multiply(BigDecimal.valueOf(soFar.eligible()))
                .divide(BigDecimal.valueOf(soFar.dossiersReceived()), 0, RoundingMode.FLOOR)
                .longValueExact();
    }
}
