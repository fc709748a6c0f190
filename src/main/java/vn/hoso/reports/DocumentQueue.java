package vn.hoso.reports;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import vn.hoso.shared.UserFacingException;

/** Lets few documents be made at a time, so that all of them fit into memory; others wait for their turn, the first first. */
final class DocumentQueue {

    private final Semaphore turns;
    private final Duration patience;

    /**
     * Begins.
     *
     * @param atATime how many may be made at a time
     * @param patience how long one waits
     */
    DocumentQueue(int atATime, Duration patience) {
        turns = new Semaphore(atATime, true);
        this.patience = patience;
    }

    /**
     * Makes a document in its turn.
     *
     * @throws UserFacingException if the turn does not come
     */
    <T> T inTurn(Supplier<T> document) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return document.get();
        } finally {
            turns.release();
        }
    }

    static UserFacingException busy() {
        return new UserFacingException(HttpStatus.TOO_MANY_REQUESTS, "reports.refused.busy");
    }
}
