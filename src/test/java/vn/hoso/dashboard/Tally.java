package vn.hoso.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts added up by hand, to compare the program's with. */
record Tally(
        long fullReceived,
        long fullOnline,
        long partialReceived,
        long partialOnline,
        long received,
        long online,
        @Nullable Long payable,
        @Nullable Long paid) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, null, null);

    static @Nullable Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(Tally::plus).orElse(null);
    }

    Tally plus(Tally other) {
        return new Tally(
                fullReceived + other.fullReceived,
                fullOnline + other.fullOnline,
                partialReceived + other.partialReceived,
                partialOnline + other.partialOnline,
                received + other.received,
                online + other.online,
                plus(payable, other.payable),
                plus(paid, other.paid));
    }

    private static @Nullable Long plus(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : Long.valueOf(a + b);
    }

    long eligible() {
        return fullReceived + partialReceived;
    }

    long classified() {
        return fullOnline + partialOnline;
    }

    long paper() {
        return eligible() - classified();
    }

    /** {@code t·d − 100·n}. */
    long gap(long target) {
        return target * received - 100 * online;
    }

    /** {@code ⌈t·d/100⌉}. */
    long required(long target) {
        return Exact.ceiling(target * received, 100);
    }

    boolean meets(long target) {
        return 100 * online >= target * received;
    }
}
