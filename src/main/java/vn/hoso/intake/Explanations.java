package vn.hoso.intake;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Explanations of paper. */
interface Explanations extends Repository<StoredExplanation, Long> {

    StoredExplanation save(StoredExplanation explanation);

    /** Held, so that of two who decide it only the first does. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from StoredExplanation e where e.id = :id")
    Optional<StoredExplanation> lockForUpdate(long id);
}
