package vn.hoso.figures;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Every state the returns ever had. */
interface ReturnRevisions extends JpaRepository<ReturnRevision, Long> {

    @Query("""
            select v from ReturnRevision v
            where v.of.month = :month and v.of.unitId = :unitId and v.version = :version
            """)
    Optional<ReturnRevision> of(LocalDate month, long unitId, int version);
}
