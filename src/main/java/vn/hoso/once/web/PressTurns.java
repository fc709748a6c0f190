package vn.hoso.once.web;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import vn.hoso.once.Press;
import vn.hoso.once.Presses;
import vn.hoso.once.Presses.Stored;
import vn.hoso.shared.Formats;
import vn.hoso.shared.UserFacingException;

/** Lets the same press come one after the other on this copy of the program. */
class PressTurns {

    private static final int REMEMBERED = 1000;

    /**
     * The presses that this copy of the program is at, and the last ones that it has stored: only those who press one of these again
     * cost a question before it begins.
     */
    private final Map<String, CountDownLatch> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CountDownLatch> eldest) {
            return size() > REMEMBERED;
        }
    });

    private final Presses presses;
    private final Duration patience;

    PressTurns(Presses presses, Duration patience) {
        this.presses = presses;
        this.patience = patience;
    }

    /**
     * A second press on this copy of the program begins when the first has ended. It then finds what that has stored, instead of making
     * a report once more or trying what is no longer the password.
     *
     * @throws UserFacingException with 409 if the first has stored everything
     */
    void waitForTheSame(Press press) {
        CountDownLatch end = new CountDownLatch(1);
        long until = System.nanoTime() + patience.toNanos();
        CountDownLatch first = known.putIfAbsent(press.contentHash(), end);
        while (first != null) {
            try {
                if (!first.await(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            Stored stored = presses.find(press).orElse(null);
            if (stored != null && stored.partly()) {
                // It stores nothing twice, and only its own page says what is left.
                return;
            }
            if (stored != null) {
                press.begin();
                throw new UserFacingException(HttpStatus.CONFLICT, "once.before", Formats.time(stored.at()));
            }
            known.remove(press.contentHash(), first);
            first = known.putIfAbsent(press.contentHash(), end);
        }
        press.whenEnded(() -> {
            if (!press.counted()) {
                known.remove(press.contentHash(), end);
            }
            end.countDown();
        });
    }
}
