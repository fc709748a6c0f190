package vn.hoso.imports;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The sheets that people described. */
interface DescribedSheets extends JpaRepository<DescribedSheet, Long> {

    Optional<DescribedSheet> findBySignatureAndChosenBy(String signature, long chosenBy);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from DescribedSheet s where s.id = :id")
    Optional<DescribedSheet> lockForUpdate(long id);
}
