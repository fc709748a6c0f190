package vn.hoso.shared;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few do costly work at a time, so that all of it fits into memory; others wait for their turn, the first first. */
public final class Turns {

    private final Semaphore turns;
    private final int waiting;
    private final Duration patience;
    private final Supplier<? extends RuntimeException> busy;

    /**
     * Begins.
     *
     * @param atATime how many may be at work
     * @param waiting about how many may wait; whoever comes then is sent away at once
     * @param patience how long one waits
     * @param busy what is thrown if the turn does not come
     */
    public Turns(int atATime, int waiting, Duration patience, Supplier<? extends RuntimeException> busy) {
        this.turns = new Semaphore(atATime, true);
        this.waiting = waiting;
        this.patience = patience;
        this.busy = busy;
    }

    /** Does the work in its turn. */
    public <T> T take(Supplier<T> work) {
        try {
            boolean full = turns.availablePermits() == 0 && turns.getQueueLength() >= waiting;
            if (full || !turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy.get();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
