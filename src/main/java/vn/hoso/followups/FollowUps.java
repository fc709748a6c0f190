package vn.hoso.followups;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Tasks about missed targets. */
interface FollowUps extends Repository<StoredFollowUp, Long> {

    StoredFollowUp save(StoredFollowUp task);

    /** Makers of tasks about one target come one after the other: the same press sent twice is one task. */
    @Query(value = "select id from target where id = :targetId for no key update", nativeQuery = true)
    Optional<Long> lockTargetForUpdate(long targetId);

    @Query("""
            select count(f) > 0 from StoredFollowUp f
            where f.closedAt is null and f.targetId = :targetId and f.month = :month and f.unitId is not distinct from :unitId
                and f.task = :task and f.responsible = :responsible and f.due = :due
            """)
    boolean existsOpen(
            long targetId, LocalDate month, @Nullable Long unitId, String task, String responsible, LocalDate due);

    /** Held, so that of two who close it only the first does. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from StoredFollowUp f where f.id = :id")
    Optional<StoredFollowUp> lockForUpdate(long id);

    /** Open ones that these units have or carry on. */
    @Query("""
            select f from StoredFollowUp f left join fetch f.carriers
            where f.state = OPEN and (f.unitId in :units or exists (select 1 from f.carriers c where c in :units)) order by f.id
            """)
    List<StoredFollowUp> findOpenOf(Collection<Long> units);

    /** Those that one of these units carries on. */
    @Query(
            "select f from StoredFollowUp f join fetch f.carriers where exists (select 1 from f.carriers c where c in :units)")
    List<StoredFollowUp> findCarriedBy(Collection<Long> units);

    void flush();
}
