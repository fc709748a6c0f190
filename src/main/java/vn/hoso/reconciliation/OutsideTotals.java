package vn.hoso.reconciliation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Totals from outside. */
interface OutsideTotals extends Repository<StoredOutsideTotal, Long> {

    /** Those who enter totals come one after the other: of two the second sees what the first entered. */
    @Query(value = "select pg_advisory_xact_lock(hashtext('hoso.outside-totals')) is null", nativeQuery = true)
    boolean lockAll();

    @Query("select t from StoredOutsideTotal t where t.id = :id and t.endedAt is null")
    Optional<StoredOutsideTotal> findInForce(long id);

    @Query("""
            select t from StoredOutsideTotal t
            where t.endedAt is null and t.unitId is not distinct from :unitId and t.year = :year
                and t.month is not distinct from :month and t.measure = :measure and t.source = :source
            """)
    Optional<StoredOutsideTotal> findInForce(
            @Nullable Long unitId, int year, @Nullable LocalDate month, String measure, ValueSource source);

    @Query("select t from StoredOutsideTotal t where t.endedAt is null and t.year in :years and t.source in :sources")
    List<StoredOutsideTotal> findInForce(Collection<Integer> years, Collection<ValueSource> sources);

    StoredOutsideTotal save(StoredOutsideTotal total);

    void flush();
}
