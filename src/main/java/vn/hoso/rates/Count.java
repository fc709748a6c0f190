package vn.hoso.rates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** One of the numbers in {@link Counts} by name, so that what adds them up can be declared instead of programmed. */
public enum Count {
    FULL_PROCESS_RECEIVED(Counts::fullProcessReceived),
    FULL_PROCESS_ONLINE(Counts::fullProcessOnline),
    PARTIAL_RECEIVED(Counts::partialReceived),
    PARTIAL_ONLINE(Counts::partialOnline),
    DOSSIERS_RECEIVED(Counts::dossiersReceived),
    ONLINE_TOTAL(Counts::onlineTotal),
    PAYABLE(counts -> Objects.requireNonNull(counts.payment()).payable()),
    PAID_ONLINE(counts -> Objects.requireNonNull(counts.payment()).paidOnline());

    private final ToLongFunction<Counts> number;

    Count(ToLongFunction<Counts> number) {
        this.number = number;
    }

    /** The count of this {@link #field}. */
    public static Optional<Count> find(String field) {
        return Arrays.stream(values())
                .filter(each -> each.field().equals(field))
                .findFirst();
    }

    /** Its name in formulas and in the database: "full_process_online". */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a complete return may lack it: the pair in {@link PaymentCounts}. */
    public boolean optional() {
        return this == PAYABLE || this == PAID_ONLINE;
    }

    /**
     * The number in these counts.
     *
     * @throws NullPointerException if it is optional and was not reported
     */
    public long of(Counts counts) {
        return number.applyAsLong(counts);
    }
}
