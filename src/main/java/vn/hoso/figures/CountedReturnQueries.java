package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.shared.Rows;

/** Names the very revisions that were counted, and says what has changed in them since; each method is one statement. */
@Component
public class CountedReturnQueries {

    private final JdbcClient jdbc;
    private final AskedMeasures asked;

    CountedReturnQueries(JdbcClient jdbc, AskedMeasures asked) {
        this.jdbc = jdbc;
        this.asked = asked;
    }

    /** A return at the version that was counted. */
    public record CountedReturn(long returnId, int version) {}

    /** The complete returns of a period as they are now. */
    public List<CountedReturn> inForce(ReportingPeriod period) {
        return jdbc.sql("""
                        select id as return_id, version from monthly_return
                        where month between :from and :to and complete order by id
                        """)
                .param("from", period.from().atDay(1))
                .param("to", period.to().atDay(1))
                .query(new SimplePropertyRowMapper<>(CountedReturn.class))
                .list();
    }

    /**
     * A unit's month that is no longer what was counted.
     *
     * @param unit the unit's name in that month
     * @param before the figures counted, null if the month was not reported then
     * @param after the figures in force, null if the month is not completely reported any more
     * @param by who changed it last, and when
     * @param reason the last reason given since, null if none was
     */
    public record ReturnChange(
            long unitId,
            String unit,
            YearMonth month,
            @Nullable ReturnFigures before,
            @Nullable ReturnFigures after,
            String by,
            Instant at,
            @Nullable String reason) {}

    /** What has changed in the period since these were counted, in the order of months and units; notes do not count. */
    public List<ReturnChange> changesSince(ReportingPeriod period, List<CountedReturn> counted) {
        return jdbc.sql("""
                        select r.unit_id, named.name, r.month, r.complete, r.changed_by_name, r.changed_at,
                            v.id is not null as was_counted,
                            (select later.reason from return_revision later
                             where later.return_id = r.id and later.version > coalesce(v.version, 0) and later.reason is not null
                             order by later.version desc limit 1) as reason,
                        """ + FigureColumns.of("r", "") + ", " + FigureColumns.of("v", "base_") + """
                         from monthly_return r
                        join lateral unit_at(r.month) named on named.unit_id = r.unit_id
                        left join unnest(cast(:ids as bigint[]), cast(:versions as integer[])) frozen (return_id, version)
                            on frozen.return_id = r.id
                        left join return_revision v on v.return_id = r.id and v.version = frozen.version
                        where r.month between :from and :to and (v.id is not null or r.complete)
                            and (v.id is null or not r.complete or (
                        """
                        + FigureColumns.counted("r") + ") is distinct from (" + FigureColumns.counted("v") + """
                            ))
                        order by r.month, named.place, named.code
                        """)
                .param("ids", counted.stream().map(CountedReturn::returnId).toArray(Long[]::new))
                .param("versions", counted.stream().map(CountedReturn::version).toArray(Integer[]::new))
                .param("from", period.from().atDay(1))
                .param("to", period.to().atDay(1))
                .query((row, n) -> change(row))
                .list();
    }

    private ReturnChange change(ResultSet row) throws SQLException {
        return new ReturnChange(
                row.getLong("unit_id"),
                row.getString("name"),
                Rows.month(row, "month"),
                row.getBoolean("was_counted") ? asked.named(FigureColumns.figures(row, "base_")) : null,
                row.getBoolean("complete") ? asked.named(FigureColumns.figures(row)) : null,
                row.getString("changed_by_name"),
                Rows.instant(row, "changed_at"),
                row.getString("reason"));
    }
}
