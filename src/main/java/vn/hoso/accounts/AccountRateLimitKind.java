package vn.hoso.accounts;

import java.time.Duration;

/** What failed tries are counted for, and how long the next one has to wait. */
enum AccountRateLimitKind {
    /** A name at the sign-in, whether anybody has it or not. */
    ACCOUNT(5, Duration.ofHours(12)),
    /** Where tries come from; a whole office may share one. */
    ADDRESS(20, Duration.ofMinutes(15)),
    /** Someone who has proved one factor and tries another: a code, or their present password. */
    PERSON(5, Duration.ofHours(12));

    private static final Duration FIRST = Duration.ofMinutes(1);

    /** Bounded, so that no user can be locked out for good. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final int bearable;
    private final Duration memory;

    AccountRateLimitKind(int bearable, Duration memory) {
        this.bearable = bearable;
        this.memory = memory;
    }

    /** How long no further try is checked after this many failures: 1, 2, 4, 8, then 15 minutes. */
    Duration lockAfter(int failures) {
        if (failures < bearable) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - bearable, 10));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /** After how long without a failure the count begins anew. */
    Duration memory() {
        return memory;
    }
}
