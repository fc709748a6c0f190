package vn.hoso.figures.domain;

import java.util.Collection;

/** The median without fractions: of an even number of values it lies between two, so it is given doubled. */
final class Median {

    private Median() {}

    /** Twice the median of at least one value. */
    static long twice(Collection<? extends Number> values) {
        long[] sorted = values.stream().mapToLong(Number::longValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? 2 * sorted[half] : sorted[half - 1] + sorted[half];
    }
}
