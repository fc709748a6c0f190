package vn.hoso.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.shared.Sha256;

/**
 * Counts failed tries in the database, for every copy of the program and across restarts. A try is counted before it is
 * looked at and taken back if it was right, so that many at once gain nothing. To be asked outside of a transaction, whose
 * failure would forget the try.
 */
@Component
class LoginRateLimiter {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginRateLimiter(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a try is counted for.
     *
     * @param subject the name or address; only its hash is stored
     * @param userId whose it is, null if it is nobody's
     */
    record Counter(
            RateLimitKind kind, String subject, @Nullable Long userId) {

        String hash() {
            return Sha256.of(subject);
        }
    }

    /**
     * What became of asking for a try.
     *
     * @param allowed whether it may be looked at
     * @param locks whether its failure makes the next one wait
     */
    record Try(boolean allowed, boolean locks) {}

    private record Row(
            int failures,
            OffsetDateTime lastFailureAt,
            @Nullable OffsetDateTime lockedUntil) {}

    /** Counts one try for each; none is counted while any of them is locked. */
    @Transactional
    public Try tryAcquire(List<Counter> counters) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<Row> rows = new ArrayList<>();
        for (Counter counter : counters) {
            rows.add(lock(counter, now));
        }
        if (rows.stream()
                .anyMatch(row -> row.lockedUntil() != null && row.lockedUntil().isAfter(now))) {
            return new Try(false, false);
        }
        boolean locks = false;
        for (int i = 0; i < counters.size(); i++) {
            RateLimitKind kind = counters.get(i).kind();
            boolean forgotten = rows.get(i).lastFailureAt().plus(kind.memory()).isBefore(now);
            int failures = forgotten ? 1 : rows.get(i).failures() + 1;
            Duration lock = kind.lockAfter(failures);
            locks |= !lock.isZero();
            store(counters.get(i), failures, now, lock.isZero() ? null : now.plus(lock));
        }
        return new Try(true, locks);
    }

    private Row lock(Counter counter, OffsetDateTime now) {
        jdbc.sql("""
                        insert into sign_in_throttle (kind, subject, user_id, failures, last_failure_at)
                        values (?, ?, ?, 0, ?) on conflict do nothing
                        """)
                .params(counter.kind().name(), counter.hash(), counter.userId(), now)
                .update();
        return jdbc.sql("""
                        select failures, last_failure_at, locked_until from sign_in_throttle
                        where kind = ? and subject = ? for update
                        """)
                .params(counter.kind().name(), counter.hash())
                .query(Row.class)
                .single();
    }

    private void store(Counter counter, int failures, OffsetDateTime at, @Nullable OffsetDateTime lockedUntil) {
        jdbc.sql("""
                        update sign_in_throttle set failures = ?, last_failure_at = ?, locked_until = ?
                        where kind = ? and subject = ?
                        """)
                .params(failures, at, lockedUntil, counter.kind().name(), counter.hash())
                .update();
    }

    /** The try was right: the person's failures are forgotten, an address gets back the one just counted. */
    @Transactional
    public void recordSuccess(List<Counter> counters) {
        for (Counter counter : counters) {
            if (counter.kind() == RateLimitKind.ADDRESS) {
                jdbc.sql("""
                                update sign_in_throttle set failures = greatest(failures - 1, 0), locked_until = null
                                where kind = ? and subject = ?
                                """).params(counter.kind().name(), counter.hash()).update();
            } else {
                jdbc.sql("delete from sign_in_throttle where kind = ? and subject = ?")
                        .params(counter.kind().name(), counter.hash())
                        .update();
            }
        }
        jdbc.sql("delete from sign_in_throttle where last_failure_at < ?")
                .param(OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    /** Lets a person try again at once. */
    public void unlock(long userId) {
        jdbc.sql("delete from sign_in_throttle where user_id = ?").param(userId).update();
    }
}
