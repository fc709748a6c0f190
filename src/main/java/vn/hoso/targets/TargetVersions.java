package vn.hoso.targets;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The versions of all targets. */
interface TargetVersions extends Repository<TargetVersion, Long> {

    List<TargetVersion> findAllByOrderByPositionAscIdAsc();

    Optional<TargetVersion> findById(long id);

    @Query("select v from TargetVersion v left join fetch v.steps where v.id in :ids")
    List<TargetVersion> findAllById(Collection<Long> ids);

    /** Takes back that they were changed twice. */
    @Modifying
    @Query("update TargetVersion v set v.version = v.version - 2 where v.id in :ids")
    void countBack(Collection<Long> ids);

    boolean existsByReplaces(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from TargetVersion v where v.id = :id")
    @Nullable
    TargetVersion lockForUpdate(@Nullable Long id);

    /**
     * Waits for whoever is about to say something of a version, and keeps others from it until it is gone: JPA's lock lets them refer to
     * it.
     */
    @Query(value = "select id from target where id = :id for update", nativeQuery = true)
    Optional<Long> lockForRemoval(long id);

    /** Keeps a version from being withdrawn until what is said of it is stored; empty where it was. */
    @Query(value = "select id from target where id = :id for key share", nativeQuery = true)
    Optional<Long> keep(long id);

    /** Two people who change targets at once come one after the other, whichever they mean. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.targets')) is null", nativeQuery = true)
    boolean lockAll();

    /** How many others of this name and indicator hold on some day of these. */
    @Query(nativeQuery = true, value = """
            select count(*) from target
            where code = :#{#draft.code} and indicator = :#{#draft.indicator.name()} and id <> :self and id <> :before
                and valid && daterange(:#{#draft.from}, cast(:#{#draft.until} as date))
            """)
    long countAlike(TargetDraft draft, long self, long before);

    /** Whether anything said of this version names it: a conclusion, a task, or a verdict that was looked at. */
    @Query(nativeQuery = true, value = """
            select exists (select from target_decision where target_id = :id)
                or exists (select from follow_up where target_id = :id)
                or exists (select from verdict_notice where target_id = :id)
                or exists (select from verdict_seen where target_id = :id)
            """)
    boolean isNamed(long id);

    TargetVersion saveAndFlush(TargetVersion version);

    void delete(TargetVersion version);

    void flush();
}
