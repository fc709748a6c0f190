package vn.hoso.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Rows;

/** Reads totals that others state, those that were corrected or withdrawn too. */
@Component
public class OutsideTotalQueries {

    private final JdbcClient jdbc;

    OutsideTotalQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The totals of a year that the reader may see, those in force first, the latest entered first among each. */
    public List<OutsideTotal> find(int year, CurrentUser reader) {
        return jdbc.sql("""
                        select t.*, named.name as unit from outside_total t
                        left join lateral (
                            select v.name from unit_version v
                            where v.unit_id = t.unit_id
                            order by v.valid >> daterange(coalesce(t.month, make_date(t.year, 1, 1)),
                                    coalesce(t.month, make_date(t.year, 12, 31)), '[]'),
                                v.valid desc limit 1) named on true
                        where t.year = :year and (:every or t.unit_id = any(:mine))
                        order by t.ended_at is not null, t.id desc
                        """)
                .param("year", year)
                .param("every", reader.seesAllUnits())
                .param("mine", reader.unitIds().toArray(Long[]::new))
                .query((row, n) -> {
                    Instant ended = Rows.instantOrNull(row, "ended_at");
                    return new OutsideTotal(
                            row.getLong("id"),
                            DifferenceQueries.figure(row),
                            row.getString("unit"),
                            ValueSource.valueOf(row.getString("source")),
                            row.getLong("value"),
                            row.getString("source_text"),
                            row.getObject("source_date", LocalDate.class),
                            row.getString("entered_by_name"),
                            Rows.instant(row, "entered_at"),
                            ended == null
                                    ? null
                                    : new OutsideTotal.End(
                                            row.getString("state").equals("CORRECTED"),
                                            row.getString("end_reason"),
                                            row.getString("ended_by_name"),
                                            ended));
                })
                .list();
    }
}
