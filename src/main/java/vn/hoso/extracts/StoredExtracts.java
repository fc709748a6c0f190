package vn.hoso.extracts;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Lists of dossiers. */
interface StoredExtracts extends JpaRepository<StoredExtract, Long> {

    /** Held, so that of two who answer, count or discard it each finds what the other left. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from StoredExtract e where e.id = :id")
    StoredExtract lockForUpdate(long id);

    /** Those that were read before a moment, or the one of an id, and not counted. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select e from StoredExtract e where e.state = READ and (e.id = :only or e.broughtAt < :before) order by e.id")
    List<StoredExtract> lockUnused(@Nullable Instant before, @Nullable Long only);

    @Modifying
    @Query("delete from ExtractDossier d where d.extractId in :ids")
    void deleteDossiers(Collection<Long> ids);
}
