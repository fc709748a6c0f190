package vn.hoso.accounts;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Everybody's passkeys. */
interface StoredPasskeys extends JpaRepository<Passkey, Long> {

    List<Passkey> findByUserIdOrderById(long userId);

    List<Passkey> findByUserIdAndHostOrderById(long userId, String host);

    Optional<Passkey> findByUserIdAndHostAndCredentialId(long userId, String host, byte[] credentialId);

    Optional<Passkey> findByUserIdAndId(long userId, long id);

    boolean existsByCredentialId(byte[] credentialId);

    /** Held, so that of two uses of one count only the first is one, and a removed passkey is removed once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Passkey p where p.userId = :userId and p.id = :id")
    Optional<Passkey> lockForUpdate(long userId, long id);

    void deleteByUserId(long userId);
}
