package vn.hoso.figures;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** What reviewers asked units to look at. */
interface ReturnRemarks extends JpaRepository<ReturnRemark, Long> {

    /** A remark with the unit it was made to. */
    record ToUnit(long unitId, ReturnRemark remark) {

        /** With the return, so that one statement reads both. */
        ToUnit(MonthlyReturn of, ReturnRemark remark) {
            this(of.unitId(), remark);
        }
    }

    /**
     * The remarks that these units have not answered yet by submitting again, the first one first. The units are one
     * array, so that the statement is the same for any number of them.
     */
    @Query("""
            select new vn.hoso.figures.ReturnRemarks$ToUnit(r, m) from ReturnRemark m join m.of r
            where r.month = :month and array_contains(:unitIds, r.unitId) and not exists (
                select later.id from ReturnRevision later where later.of = r and later.version > m.version
                    and later.status <> vn.hoso.figures.domain.ReturnStatus.DRAFT)
            order by m.id
            """)
    List<ToUnit> findOpen(LocalDate month, Long[] unitIds);
}
