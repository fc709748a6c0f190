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

/** Failed tries counted for one subject, of which only the hash is stored. */
@Entity
@Table(name = "sign_in_throttle")
@IdClass(AccountThrottle.Key.class)
class AccountThrottle {

    record Key(AccountRateLimitKind kind, String subject) implements Serializable {}

    @Id
    @Enumerated(EnumType.STRING)
    private AccountRateLimitKind kind;

    @Id
    private String subject;

    private @Nullable Long userId;
    private int failures;
    private Instant lastFailureAt;
    private @Nullable Instant lockedUntil;

    protected AccountThrottle() {}

    boolean locked(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /** Counts a try, anew after a long time without one; returns whether its failure makes the next one wait. */
    boolean count(Instant now) {
        failures = lastFailureAt.plus(kind.memory()).isBefore(now) ? 1 : failures + 1;
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
