package vn.hoso.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import vn.hoso.figures.MonthQueries.Remark;
import vn.hoso.figures.domain.Measure;

/** What reviewers asked units to look at. */
interface ReturnRemarks extends JpaRepository<ReturnRemark, Long> {

    /** A remark with the unit it was made to. */
    record ToUnit(long unitId, long id, @Nullable Measure measure, String text, String by, Instant at) {

        Remark remark() {
            return new Remark(id, measure, text, by, at);
        }
    }

    /**
     * The remarks that these units have not answered yet by submitting again, the first one first. The units are one
     * array, so that the statement is the same for any number of them. No return is read with them: whoever submits holds it
     * later, and would hold what it was now.
     */
    @Query("""
            select new vn.hoso.figures.ReturnRemarks$ToUnit(r.unitId, m.id, m.measure, m.text, m.madeBy.name, m.madeAt)
            from ReturnRemark m join m.of r
            where r.month = :month and array_contains(:unitIds, r.unitId) and not exists (
                select later.id from ReturnRevision later where later.of = r and later.version > m.version
                    and later.status <> vn.hoso.figures.domain.ReturnStatus.DRAFT)
            order by m.id
            """)
    List<ToUnit> findOpen(LocalDate month, Long[] unitIds);
}
