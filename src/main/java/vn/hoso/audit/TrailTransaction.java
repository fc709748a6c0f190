package vn.hoso.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds a transaction's entries back until everything else it does is done. A transaction that adds to the trail locks the chain's end
 * until the commit: coming last keeps that short, and none waits for another row while it holds that lock.
 */
final class TrailTransaction implements TransactionSynchronization {

    private final TrailStore store;
    private final List<PendingEntry> pending = new ArrayList<>();

    private TrailTransaction(TrailStore store) {
        this.store = store;
    }

    /** Adds to the entries of the current transaction. */
    static void add(PendingEntry entry, TrailStore store) {
        ofThisTransaction(store).pending.add(entry);
    }

    private static TrailTransaction ofThisTransaction(TrailStore store) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(TrailTransaction.class::isInstance)
                .map(TrailTransaction.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    TrailTransaction writing = new TrailTransaction(store);
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
