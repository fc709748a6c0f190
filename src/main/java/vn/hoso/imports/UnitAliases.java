package vn.hoso.imports;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** What sheets call units. */
interface UnitAliases extends JpaRepository<UnitAlias, Long> {

    Optional<UnitAlias> findByFoldedAndChosenBy(String folded, long chosenBy);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from UnitAlias a where a.id = :id")
    Optional<UnitAlias> lockForUpdate(long id);

    /** A person's answers come one after the other: the same press sent twice is one. */
    @Query(value = "select id from app_user where id = :userId for no key update", nativeQuery = true)
    Optional<Long> lockChooserForUpdate(long userId);
}
