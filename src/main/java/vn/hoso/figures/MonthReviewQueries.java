package vn.hoso.figures;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.ExplanationQueries.Said;
import vn.hoso.figures.MonthQueries.MonthSnapshot;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.UnusualFinding;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Unit;

/** Reads a month as its reviewer needs it: eight statements, whatever the number of units. */
@Component
public class MonthReviewQueries {

    private final MonthQueries reading;
    private final UnusualFigures unusual;
    private final ExplanationQueries explanations;
    private final JdbcClient jdbc;

    MonthReviewQueries(MonthQueries reading, UnusualFigures unusual, ExplanationQueries explanations, JdbcClient jdbc) {
        this.reading = reading;
        this.unusual = unusual;
        this.explanations = explanations;
        this.jdbc = jdbc;
    }

    /**
     * A month under review.
     *
     * @param findings by unit, what is unusual about its figures
     * @param before by unit, the figures it submitted, or had approved, the last time before
     * @param said by unit, what it says beside its figures
     */
    public record ReviewSnapshot(
            MonthSnapshot month,
            Map<Long, List<UnusualFinding>> findings,
            Map<Long, ReturnFigures> before,
            Map<Long, List<Said>> said) {

        public List<UnusualFinding> findingsOf(long unitId) {
            return findings.getOrDefault(unitId, List.of());
        }
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ReviewSnapshot read(YearMonth month, CurrentUser reviewer) {
        MonthSnapshot snapshot = reading.read(month, reviewer);
        List<Long> unitIds = snapshot.units().stream().map(Unit::id).toList();
        return new ReviewSnapshot(
                snapshot, findings(snapshot, unitIds), before(month, unitIds), explanations.of(month, unitIds));
    }

    private Map<Long, List<UnusualFinding>> findings(MonthSnapshot snapshot, List<Long> unitIds) {
        Map<Long, ReturnFigures> figures = new HashMap<>();
        for (long unit : unitIds) {
            StoredReturn stored = snapshot.of(unit);
            if (stored != null) {
                figures.put(unit, stored.figures());
            }
        }
        return unusual.of(snapshot.month(), figures);
    }

    private Map<Long, ReturnFigures> before(YearMonth month, List<Long> unitIds) {
        Map<Long, ReturnFigures> found = new HashMap<>();
        jdbc.sql("select unit_id, " + FigureColumns.ALL + """
                        from (select distinct on (r.unit_id) r.unit_id, v.*
                              from monthly_return r
                              join return_revision v on v.return_id = r.id and v.version < r.version
                                  and v.status in ('SUBMITTED', 'APPROVED')
                              where r.month = :month and r.unit_id = any(:units) and r.status = 'SUBMITTED'
                              order by r.unit_id, v.version desc) latest
                        """)
                .param("month", month.atDay(1))
                .param("units", unitIds.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("unit_id"), FigureColumns.figures(row));
                });
        return found;
    }
}
