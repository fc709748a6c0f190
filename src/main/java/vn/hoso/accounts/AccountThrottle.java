package vn.hoso.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Moments;

/** Failed tries counted for one subject, of which only the hash is stored. */
@Entity
@Table(name = "sign_in_throttle")
@IdClass(AccountThrottle.Key.class)
class AccountThrottle {

    /** What failed tries are counted for, and how long the next one has to wait. */
    enum Kind {
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

        Kind(int bearable, Duration memory) {
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

    record Key(Kind kind, String subject) implements Serializable {}

    @Id
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Id
    private String subject;

    private @Nullable Long userId;
    private int failures;
    private Instant lastFailureAt;
    private @Nullable Instant lockedUntil;

    protected AccountThrottle() {}

    /** A wait longer than there is one was begun by a clock that has been put back since: it is over. */
    boolean locked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now) && !lockedUntil.isAfter(now.plus(Kind.LONGEST));
    }

    /** Counts a try, anew after a long time without one; returns whether its failure makes the next one wait. */
    boolean count(Instant now) {
        failures = Moments.apart(lastFailureAt, now, kind.memory()) ? 1 : failures + 1;
        Duration lock = kind.lockAfter(failures);
        lastFailureAt = now;
        lockedUntil = lock.isZero() ? null : now.plus(lock);
        return lockedUntil != null;
    }

    /** Gives back a try that was right. */
    void giveBack() {
        failures = Math.max(failures - 1, 0);
        lockedUntil = null;
    }
}
