package vn.hoso.figures;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** The months for which figures are kept. */
interface ReportingMonths extends JpaRepository<ReportingMonth, LocalDate> {

    /** Makes sure the month has its row, whoever comes first. */
    @Modifying
    @NativeQuery("""
            insert into reporting_month (month, first_day, last_day) values (:month, :firstDay, :lastDay)
            on conflict (month) do nothing
            """)
    void open(LocalDate month, LocalDate firstDay, LocalDate lastDay);

    /** For savers: many at a time, but no locker until they are done. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select m from ReportingMonth m where m.month = :month")
    Optional<ReportingMonth> lockForShare(LocalDate month);

    /** For lockers: alone, after every saver is done and before any other begins. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from ReportingMonth m where m.month = :month")
    Optional<ReportingMonth> lockForUpdate(LocalDate month);
}
