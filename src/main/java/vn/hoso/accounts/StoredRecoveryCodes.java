package vn.hoso.accounts;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Everybody's recovery codes. */
interface StoredRecoveryCodes extends JpaRepository<RecoveryCode, RecoveryCode.Key> {

    /** Held, so that each code is used once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from RecoveryCode c where c.userId = :userId and c.codeHash = :codeHash")
    Optional<RecoveryCode> lockForUpdate(long userId, String codeHash);

    int countByUserIdAndUsedAtIsNull(long userId);

    void deleteByUserId(long userId);
}
