package vn.hoso.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds a transaction's entries back until everything else it does is done. Whoever adds to the trail holds the chain's end
 * until the commit: coming last keeps that short, and nobody who holds it still waits for another row.
 */
final class TrailWriting implements TransactionSynchronization {

    private final TrailStore store;
    private final List<PendingEntry> pending = new ArrayList<>();

    private TrailWriting(TrailStore store) {
        this.store = store;
    }

    /** Adds to the entries of the current transaction. */
    static void add(PendingEntry entry, TrailStore store) {
        ofThisTransaction(store).pending.add(entry);
    }

    private static TrailWriting ofThisTransaction(TrailStore store) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(TrailWriting.class::isInstance)
                .map(TrailWriting.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    TrailWriting writing = new TrailWriting(store);
                    TransactionSynchronizationManager.registerSynchronization(writing);
                    return writing;
                });
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        store.add(pending);
    }
}
