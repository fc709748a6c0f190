package vn.hoso.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every state the returns ever had. */
interface ReturnRevisions extends JpaRepository<ReturnRevision, Long> {

    @Query("""
            select v from ReturnRevision v join fetch v.of r
            where r.month = :month and r.unitId = :unitId and v.version = :version
            """)
    Optional<ReturnRevision> findOne(LocalDate month, long unitId, int version);

    /**
     * A revision of a unit's month.
     *
     * @param proposedBy who proposed it, where a correction was approved; else null
     */
    record OfMonth(ReturnRevision revision, @Nullable String proposedBy) {

        /** With the return, so that one statement reads both. */
        OfMonth(MonthlyReturn of, ReturnRevision revision, @Nullable String proposedBy) {
            this(revision, proposedBy);
        }
    }

    /** The first one first. */
    @Query("""
            select new vn.hoso.figures.ReturnRevisions$OfMonth(r, v, c.proposedBy.name)
            from ReturnRevision v join v.of r
            left join ReturnCorrection c on c.of = r and c.resultVersion = v.version
            where r.month = :month and r.unitId = :unitId order by v.version
            """)
    List<OfMonth> findAllOf(LocalDate month, long unitId);
}
