package vn.hoso.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * Compares a moment that was noted with the present. A moment that lies well ahead was noted by a clock that has been put back since:
 * nothing waits until it comes.
 */
public final class Moments {

    /** By how much the clocks of two copies of the program may differ. */
    private static final Duration SKEW = Duration.ofHours(1);

    private Moments() {}

    /** The last moment that can have been noted by now: a later one was, by a clock that has been put back since. */
    public static Instant latest(Instant now) {
        return now.plus(SKEW);
    }

    /** Whether a term still runs. One that is yet to begin was set by a clock that has been put back since, and is over. */
    public static boolean runs(Instant from, Instant until, Instant now) {
        return now.isBefore(until) && !from.isAfter(latest(now));
    }

    /** The same of a term of this length. */
    public static boolean runs(Duration length, Instant until, Instant now) {
        return runs(until.minus(length), until, now);
    }

    /** Whether more than a time lies between a moment and now, whichever is the later. */
    public static boolean apart(Instant then, Instant now, Duration time) {
        return Duration.between(then, now).abs().compareTo(time) > 0;
    }
}
