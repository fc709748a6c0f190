package vn.hoso.extracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** What lists counted, by unit and month. */
interface StoredExtractCounts extends JpaRepository<StoredExtractCount, StoredExtractCount.Key> {

    /** Lists are counted and taken back one after the other. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.extract_count')) is null", nativeQuery = true)
    boolean lockAll();

    List<StoredExtractCount> findByExtractIdAndInForceTrue(long extractId);

    /** Takes counts of a list back, one or all that it has in force: nothing comes in their place. */
    @Modifying
    @Query("""
            update StoredExtractCount c set c.inForce = false, c.withdrawnBy = :by, c.withdrawnByName = :name, c.withdrawnAt = :at,
                c.withdrawnReason = :reason
            where c.extractId = :id and c.inForce and c.unitId in :units and c.month in :months
            """)
    void withdraw(
            long id,
            Collection<Long> units,
            Collection<LocalDate> months,
            long by,
            String name,
            Instant at,
            String reason);

    /** A later list counts in the place of those of a month. */
    @Modifying
    @Query(
            "update StoredExtractCount c set c.inForce = false where c.month = :month and c.unitId in :units and c.inForce")
    void overtake(LocalDate month, Collection<Long> units);
}
