package vn.hoso.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.shared.Sha256;

/**
 * Counts failed tries in the database, for every copy of the program and across restarts. A try is counted before it is
 * checked and uncounted if it was right, so that many at once gain nothing. To be asked outside of a transaction, whose
 * failure would forget the try.
 */
@Component
class AccountRateLimiter {

    private static final Duration KEPT = Duration.ofDays(1);

    private final AccountThrottles throttles;
    private final Clock clock;

    AccountRateLimiter(AccountThrottles throttles, Clock clock) {
        this.throttles = throttles;
        this.clock = clock;
    }

    /**
     * What a try is counted for.
     *
     * @param subject the name or address; only its hash is stored
     * @param userId the account it is for, null if there is none
     */
    record Counter(
            AccountThrottle.Kind kind,
            String subject,
            @Nullable Long userId) {

        String hash() {
            return Sha256.of(subject);
        }
    }

    /**
     * What became of asking for a try.
     *
     * @param allowed whether it may be checked
     * @param locks whether its failure makes the next one wait
     */
    record Try(boolean allowed, boolean locks) {}

    /** Counts one try for each; none is counted while any of them is locked. */
    @Transactional
    public Try tryAcquire(List<Counter> counters) {
        Instant now = clock.instant();
        List<AccountThrottle> rows =
                counters.stream().map(counter -> lockForUpdate(counter, now)).toList();
        if (rows.stream().anyMatch(row -> row.locked(now))) {
            return new Try(false, false);
        }
        boolean locks = false;
        for (AccountThrottle row : rows) {
            locks |= row.count(now);
        }
        return new Try(true, locks);
    }

    private AccountThrottle lockForUpdate(Counter counter, Instant now) {
        Optional<AccountThrottle> row;
        do {
            throttles.insertUnlessThere(counter.kind(), counter.hash(), counter.userId(), now);
            row = throttles.lockForUpdate(counter.kind(), counter.hash());
            // Empty where somebody's success has just forgotten the row that was there.
        } while (row.isEmpty());
        return row.get();
    }

    /** The try was right: the user's failures are forgotten, an address gets back the one just counted. */
    @Transactional
    public void recordSuccess(List<Counter> counters) {
        for (Counter counter : counters) {
            throttles
                    .lockForUpdate(counter.kind(), counter.hash())
                    .ifPresent(
                            counter.kind() == AccountThrottle.Kind.ADDRESS
                                    ? AccountThrottle::giveBack
                                    : throttles::delete);
        }
        throttles.deleteAllInBatch(
                throttles.findFirst100ByLastFailureAtBefore(clock.instant().minus(KEPT)));
    }

    /** Lets a user try again at once; in the caller's transaction. */
    void unlock(long userId) {
        throttles.deleteByUserId(userId);
    }
}
