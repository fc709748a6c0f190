package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnSource;

/** Tells through whose hands returns went. One statement; whose a unit is, the caller asks first. */
@Component
public class ReturnStepQueries {

    private final JdbcClient jdbc;

    ReturnStepQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whose figures a month holds.
     *
     * @param enteredBy who entered them last
     * @param approvedBy who approved them, null while nobody has
     */
    public record Hands(
            YearMonth month,
            ReturnSource source,
            String enteredBy,
            Instant enteredAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    /** The hands through which the unit's months of a year went, in order. */
    public List<Hands> handsOf(long unitId, int year) {
        return jdbc.sql("""
                        select r.month, entered.source, entered.changed_by_name as entered_by,
                            entered.changed_at as entered_at, approved.changed_by_name as approved_by,
                            approved.changed_at as approved_at
                        from monthly_return r
                        join lateral (select * from return_revision v
                            where v.return_id = r.id and (v.status = 'DRAFT' or v.version = 1)
                            order by v.version desc limit 1) entered on true
                        left join lateral (select * from return_revision v
                            where v.return_id = r.id and v.status = 'APPROVED' and r.status = 'APPROVED'
                            order by v.version desc limit 1) approved on true
                        where r.unit_id = :unit and r.month between make_date(:year, 1, 1) and make_date(:year, 12, 1)
                        order by r.month
                        """)
                .param("unit", unitId)
                .param("year", year)
                .query((row, n) -> new Hands(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        ReturnSource.valueOf(row.getString("source")),
                        row.getString("entered_by"),
                        instant(row, "entered_at"),
                        row.getString("approved_by"),
                        row.getString("approved_by") == null ? null : instant(row, "approved_at")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
