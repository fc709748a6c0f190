package vn.hoso.shared;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A few rows that every page asks for and that change once in years, as this copy of the program knows them. What is read in a
 * transaction stays there: it may see an earlier moment than everybody else, or what will be taken back.
 *
 * @param <T> what is made of the rows
 */
public final class KnownRows<T> {

    private final Supplier<T> stored;
    private final AtomicReference<Held<T>> held = new AtomicReference<>(new Held<>(null));

    /** @param stored reads them */
    public KnownRows(Supplier<T> stored) {
        this.stored = stored;
    }

    /** Each is another one, so that what was read before a change is not kept after it. */
    private static final class Held<T> {

        private final @Nullable T rows;

        private Held(@Nullable T rows) {
            this.rows = rows;
        }
    }

    /** What is known, read if nothing is. */
    public T get() {
        Held<T> last = held.get();
        if (last.rows != null) {
            return last.rows;
        }
        T read = stored.get();
        if (seesWhatHolds()) {
            held.compareAndSet(last, new Held<>(read));
        }
        return read;
    }

    private static boolean seesWhatHolds() {
        return !TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** Goes on with what is known if it holds still, else reads it again; whatever is being read meanwhile is not kept. */
    public void keepIf(Predicate<T> holds) {
        T known = held.get().rows;
        if (known == null || !holds.test(known)) {
            forget();
            if (seesWhatHolds()) {
                get();
            }
        }
    }

    /** To be read again. */
    public void forget() {
        held.set(new Held<>(null));
    }
}
