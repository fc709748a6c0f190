package vn.hoso.figures;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The returns, by unit and month. */
interface MonthlyReturns extends JpaRepository<MonthlyReturn, Long> {

    /** Held until the transaction ends, in one order for everyone so that two savers cannot block each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from MonthlyReturn r where r.month = :month and r.unitId in :unitIds order by r.unitId")
    List<MonthlyReturn> lockForUpdate(LocalDate month, Collection<Long> unitIds);

    /** The units that have submitted the month, approved ones included. */
    @Query(
            "select r.unitId from MonthlyReturn r where r.month = :month and r.status in (vn.hoso.figures.domain.ReturnStatus.SUBMITTED, vn.hoso.figures.domain.ReturnStatus.APPROVED)")
    List<Long> handedIn(LocalDate month);

    /** Those of them that nobody has approved. */
    @Query(
            "select r.unitId from MonthlyReturn r where r.month = :month and r.status = vn.hoso.figures.domain.ReturnStatus.SUBMITTED")
    List<Long> unapproved(LocalDate month);

    /** A unit's return as somebody may have seen it. */
    record UnitVersion(long unitId, int version) {}

    /** As they are stored now, whatever the session knows of them. */
    @Query(
            "select new vn.hoso.figures.MonthlyReturns$UnitVersion(r.unitId, r.version) from MonthlyReturn r where r.month = :month and r.unitId in :unitIds")
    List<UnitVersion> findVersions(LocalDate month, Collection<Long> unitIds);

    /** Whether the return of one of these units is approved. */
    @Query(
            "select count(r) > 0 from MonthlyReturn r where r.month = :month and r.unitId in :unitIds and r.status = vn.hoso.figures.domain.ReturnStatus.APPROVED")
    boolean anyApproved(LocalDate month, Collection<Long> unitIds);
}
