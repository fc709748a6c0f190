package vn.hoso.extracts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** What lists counted, by unit and month. */
interface StoredExtractCounts extends JpaRepository<StoredExtractCount, StoredExtractCount.Key> {

    /** Lists are counted and taken back one after the other. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.extract_count')) is null", nativeQuery = true)
    boolean lockAll();

    List<StoredExtractCount> findByExtractIdAndInForceTrue(long extractId);

    List<StoredExtractCount> findByUnitIdInAndMonthInAndInForceTrue(
            Collection<Long> unitIds, Collection<LocalDate> months);
}
