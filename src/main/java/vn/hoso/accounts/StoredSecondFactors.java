package vn.hoso.accounts;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Everybody's authenticators. */
interface StoredSecondFactors extends JpaRepository<SecondFactor, Long> {

    /** Held, so that each code opens the door once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from SecondFactor f where f.userId = :userId")
    Optional<SecondFactor> lockForUpdate(long userId);
}
