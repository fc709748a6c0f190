package vn.hoso.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The proposals to correct approved figures. */
interface ReturnCorrections extends JpaRepository<ReturnCorrection, Long> {

    @Query(
            "select c from ReturnCorrection c where c.of = :of and c.state = vn.hoso.figures.domain.CorrectionStatus.PROPOSED")
    Optional<ReturnCorrection> findPendingBy(MonthlyReturn of);

    /** The units of whose month a correction is proposed that nobody has decided. */
    @Query("""
            select c.of.unitId from ReturnCorrection c
            where c.of.month = :month and c.state = vn.hoso.figures.domain.CorrectionStatus.PROPOSED
            """)
    List<Long> pendingOf(LocalDate month);

    /** The proposal, if it is about that unit's month. */
    @Query("""
            select c from ReturnCorrection c
            where c.id = :id and c.of.unitId = :unitId and c.of.month = :month
            """)
    Optional<ReturnCorrection> findOne(long id, LocalDate month, long unitId);
}
