package vn.hoso.accounts;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The links handed out, known by the hash of their token only. */
interface OneTimeLinks extends JpaRepository<OneTimeLink, Long> {

    Optional<OneTimeLink> findByTokenHash(String tokenHash);

    /** Held, so that two uses of one link cannot both succeed. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from OneTimeLink l where l.tokenHash = :tokenHash")
    Optional<OneTimeLink> lockForUpdate(String tokenHash);

    /** Links that were not used yet: of this user, or of the set-up where there is none. */
    List<OneTimeLink> findByUserAndUsedAtIsNull(@Nullable User user);

    /**
     * The links are held, so that none is used while others take their place; their users come along and are not held. What replaces
     * links goes one after the other by {@link Users#lockCreation}.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from OneTimeLink l join fetch l.user where l.id in :ids order by l.id")
    List<OneTimeLink> lockAll(Collection<Long> ids);
}
