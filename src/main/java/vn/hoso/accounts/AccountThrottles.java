package vn.hoso.accounts;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The counters of failed tries. */
interface AccountThrottles extends JpaRepository<AccountThrottle, AccountThrottle.Key> {

    /** Makes sure the row is there: of many first tries at once one inserts it, and the others count in it. */
    @Modifying
    @Query("""
            insert into AccountThrottle (kind, subject, userId, failures, lastFailureAt)
            values (:kind, :subject, :userId, 0, :now) on conflict do nothing
            """)
    void insertUnlessThere(AccountThrottle.Kind kind, String subject, @Nullable Long userId, Instant now);

    /** Held, so that tries at the same moment are counted one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from AccountThrottle t where t.kind = :kind and t.subject = :subject")
    Optional<AccountThrottle> lockForUpdate(AccountThrottle.Kind kind, String subject);

    List<AccountThrottle> findFirst100ByLastFailureAtBefore(Instant day);

    void deleteByUserId(long userId);
}
