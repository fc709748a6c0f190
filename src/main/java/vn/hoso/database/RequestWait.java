package vn.hoso.database;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the request of this thread waits for the database. It waits for a statement as long as the database is known to
 * answer others, and no longer than {@link #LONGEST}; it gives up as soon as the database is known not to answer. Threads without a
 * request wait as long as the connection allows.
 */
public final class RequestWait implements AutoCloseable {

    /** The longest a page waits for one answer, also where only its own connection is lost. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** An answer that takes longer makes the database be asked whether it works. */
    private static final Duration SUSPICIOUS = Duration.ofSeconds(1);

    private static final ThreadLocal<@Nullable RequestWait> CURRENT = new ThreadLocal<>();

    private final DatabaseOutage outage;

    private RequestWait(DatabaseOutage outage) {
        this.outage = outage;
    }

    /** From here until it is closed this thread works for a request. */
    public static RequestWait begin(DatabaseOutage outage) {
        RequestWait begun = new RequestWait(outage);
        CURRENT.set(begun);
        return begun;
    }

    static @Nullable RequestWait current() {
        return CURRENT.get();
    }

    /**
     * Called again and again while an answer is waited for.
     *
     * @throws IOException when it is not worth waiting any longer
     */
    void goOn(Duration waited) throws IOException {
        if (outage.isKnown()) {
            throw new IOException("the database is known not to answer");
        }
        if (waited.compareTo(LONGEST) > 0) {
            throw new IOException("no answer within " + LONGEST.toSeconds() + " s");
        }
        if (waited.compareTo(SUSPICIOUS) > 0) {
            outage.suspect();
        }
    }

    @Override
    public void close() {
        CURRENT.remove();
    }
}
