package vn.hoso.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** What reviewers asked units to look at. */
interface ReturnRemarks extends JpaRepository<ReturnRemark, Long> {

    /** A remark with the unit it was made to. */
    record ToUnit(long unitId, ReturnRemark remark) {}

    /** The remarks that these units have not answered yet by submitting again, the first one first. */
    @Query("""
            select new vn.hoso.figures.ReturnRemarks$ToUnit(m.of.unitId, m) from ReturnRemark m
            where m.of.month = :month and m.of.unitId in :unitIds and not exists (
                select later.id from ReturnRevision later where later.of = m.of and later.version > m.version
                    and later.status <> vn.hoso.figures.domain.ReturnStatus.DRAFT)
            order by m.id
            """)
    List<ToUnit> findOpen(LocalDate month, Collection<Long> unitIds);
}
