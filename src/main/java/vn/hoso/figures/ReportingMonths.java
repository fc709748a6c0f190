package vn.hoso.figures;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The months for which figures are kept. */
interface ReportingMonths extends JpaRepository<ReportingMonth, LocalDate> {

    /** Makers of months come one after the other, so that the second finds what the first one made. */
    @Query(value = "select 1 from pg_advisory_xact_lock(hashtext('hoso.reporting_month'))", nativeQuery = true)
    int lockMaking();

    /** For savers: many at a time, but no locker until they are done. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select m from ReportingMonth m where m.month = :month")
    Optional<ReportingMonth> lockForShare(LocalDate month);

    /** For lockers: alone, after every saver is done and before any other begins. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from ReportingMonth m where m.month = :month")
    Optional<ReportingMonth> lockForUpdate(LocalDate month);
}
