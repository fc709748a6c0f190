package vn.hoso.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.figures.CorrectionQueries.Correction;
import vn.hoso.figures.MonthQueries.StoredReturn;
import vn.hoso.figures.domain.Measure;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.figures.domain.SoftRules.UnusualFinding;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/** Reads a month as its reviewer needs it: eight statements, whatever the number of units, and the figures of those looked at. */
@Component
public class MonthReviewQueries {

    private final Units units;
    private final MonthQueries reading;
    private final CorrectionQueries corrections;
    private final UnusualFigures unusual;
    private final JdbcClient jdbc;

    MonthReviewQueries(
            Units units, MonthQueries reading, CorrectionQueries corrections, UnusualFigures unusual, JdbcClient jdbc) {
        this.units = units;
        this.reading = reading;
        this.corrections = corrections;
        this.unusual = unusual;
        this.jdbc = jdbc;
    }

    /**
     * A month under review.
     *
     * @param units the reviewer's units of that month, in the order of documents
     * @param states by unit, how far its return has come; a unit without one is absent
     * @param returns by unit, those that were looked at
     * @param corrections by unit, what was proposed in the place of approved figures and waits for a decision
     * @param findings by unit, what is unusual about its figures
     * @param before by unit, the figures it submitted, or had approved, the last time before
     * @param said by unit, what it says beside its figures
     */
    public record ReviewSnapshot(
            MonthQueries.Gate gate,
            List<Unit> units,
            Map<Long, State> states,
            Map<Long, StoredReturn> returns,
            Map<Long, Correction> corrections,
            Map<Long, List<UnusualFinding>> findings,
            Map<Long, ReturnFigures> before,
            Map<Long, List<Said>> said) {

        public List<UnusualFinding> findingsOf(long unitId) {
            return findings.getOrDefault(unitId, List.of());
        }

        public List<Said> saidOf(long unitId) {
            return said.getOrDefault(unitId, List.of());
        }
    }

    /**
     * What somebody said of a unit's month.
     *
     * @param measure the cell a remark is about, null for the return as a whole and for notes
     * @param remark what the unit was asked when its return was sent back, null for a note
     * @param text the answer to it, or the note in force
     */
    public record Said(@Nullable Measure measure, @Nullable String remark, String text, String by, Instant at) {}

    /**
     * How far a return has come.
     *
     * @param typist who typed its figures, null if the program did
     */
    public record State(ReturnStatus status, @Nullable Long typist) {}

    /** Chooses the units whose figures are read, given how far each has come. */
    @FunctionalInterface
    public interface Choice {
        Collection<Unit> among(List<Unit> units, Map<Long, State> states);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ReviewSnapshot read(YearMonth month, CurrentUser reviewer, Choice choice) {
        List<Unit> visible = units.visibleTo(reviewer, month);
        Map<Long, State> states = states(month, visible);
        Set<Long> looked = choice.among(visible, states).stream().map(Unit::id).collect(Collectors.toSet());
        Map<Long, StoredReturn> returns = reading.returns(month, looked);
        return new ReviewSnapshot(
                reading.gate(month),
                visible,
                states,
                returns,
                corrections.pending(month, visible.stream().map(Unit::id).toList()),
                findings(month, returns),
                before(month, looked),
                said(month, looked));
    }

    private Map<Long, State> states(YearMonth month, List<Unit> visible) {
        Map<Long, State> found = new HashMap<>();
        jdbc.sql(
                        "select unit_id, status, entered_by from monthly_return where month = :month and unit_id = any(:units)")
                .param("month", month.atDay(1))
                .param("units", visible.stream().map(Unit::id).toArray(Long[]::new))
                .query(row -> {
                    State state = new State(
                            ReturnStatus.valueOf(row.getString("status")), row.getObject("entered_by", Long.class));
                    found.put(row.getLong("unit_id"), state);
                });
        return found;
    }

    private Map<Long, List<UnusualFinding>> findings(YearMonth month, Map<Long, StoredReturn> returns) {
        Map<Long, ReturnFigures> figures = new HashMap<>();
        returns.forEach((unit, stored) -> figures.put(unit, stored.figures()));
        return unusual.find(month, figures);
    }

    private Map<Long, ReturnFigures> before(YearMonth month, Collection<Long> unitIds) {
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

    /** By unit: the notes on its month, then the answers to the remarks with which its return was sent back last. */
    private Map<Long, List<Said>> said(YearMonth month, Collection<Long> unitIds) {
        Map<Long, List<Said>> found = new HashMap<>();
        jdbc.sql("""
                        select n.unit_id, cast(null as text) as measure, cast(null as text) as remark, n.text,
                            n.written_by_name as by, n.written_at as at, 0 as place, n.id
                        from unit_note n
                        where n.month = :month and n.unit_id = any(:units) and not n.withdrawn
                            and not exists (select from unit_note later where later.id = n.id and later.version > n.version)
                        union all
                        select r.unit_id, m.measure, m.text, a.text, a.made_by_name, a.made_at, 1, m.id
                        from return_remark m
                        join monthly_return r on r.id = m.return_id
                        join return_remark_answer a on a.remark_id = m.id
                        where r.month = :month and r.unit_id = any(:units) and r.status = 'SUBMITTED'
                            and m.version = (select max(last.version) from return_remark last where last.return_id = r.id)
                        order by place, id
                        """)
                .param("month", month.atDay(1))
                .param("units", unitIds.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("unit_id"), unit -> new ArrayList<>())
                            .add(new Said(
                                    ReviewRemarkQueries.measure(row.getString("measure")),
                                    row.getString("remark"),
                                    row.getString("text"),
                                    row.getString("by"),
                                    Rows.instant(row, "at")));
                });
        return found;
    }
}
