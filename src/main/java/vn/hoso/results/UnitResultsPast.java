package vn.hoso.results;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Fraction;

/**
 * What is to be said of a unit whose figures are not simply its own.
 *
 * @param ended whether it is there no more, and nothing came of it
 * @param origins the units whose figures its own are the sum of, itself among them where it reported some; empty where they
 *     are all its own
 */
public record UnitResultsPast(boolean ended, List<Origin> origins) {

    public UnitResultsPast {
        origins = List.copyOf(origins);
    }

    /**
     * A unit whose figures count for another.
     *
     * @param name as it was called in the period
     * @param part which part of them counts
     * @param instruments the documents by which they do, the earliest first; empty for the unit itself
     * @param counts that part; null where nothing was reported
     */
    public record Origin(
            long unitId,
            String name,
            Fraction part,
            List<String> instruments,
            @Nullable Counts counts) {

        public Origin {
            instruments = List.copyOf(instruments);
        }

        public boolean divided() {
            return !part.equals(Fraction.ONE);
        }
    }

    /** Whether a part of a divided unit is in the figures, so that they are an estimate. */
    public boolean estimated() {
        return origins.stream().anyMatch(Origin::divided);
    }
}
