package vn.hoso.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * Compares a moment that was noted with the present. A moment that lies well ahead was noted by a clock that has been put back since:
 * nothing waits until it comes.
 */
public final class Moments {

    private Moments() {}

    /** Whether more than a time lies between a moment and now, whichever is the later. */
    public static boolean apart(Instant then, Instant now, Duration time) {
        return Duration.between(then, now).abs().compareTo(time) > 0;
    }
}
