package vn.hoso.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;

/** How far each month of a year has come, counted over the reader's own units. One statement. */
@Component
public class MonthOverview {

    private final JdbcClient jdbc;

    MonthOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One month.
     *
     * @param expected units that existed in it
     * @param complete of these, with a complete return
     * @param begun with a return that lacks figures
     * @param approved of the complete ones, approved
     */
    public record MonthProgress(YearMonth month, int expected, int complete, int begun, int approved, boolean locked) {}

    public List<MonthProgress> of(int year, CurrentUser reader) {
        return jdbc.sql("""
                        select cast(m as date) as month, count(v.id) as expected,
                            count(r.id) filter (where r.complete) as complete,
                            count(r.id) filter (where not r.complete) as begun,
                            count(r.id) filter (where r.complete and r.status = 'APPROVED') as approved,
                            coalesce(bool_or(locked.state = 'LOCKED'), false) as locked
                        from generate_series(make_date(:year, 1, 1), make_date(:year, 12, 1), interval '1 month') m
                        left join unit_version v on v.valid @> cast(m as date) and (:every or v.unit_id = any(:mine))
                        left join monthly_return r on r.unit_id = v.unit_id and r.month = cast(m as date)
                        left join reporting_month locked on locked.month = cast(m as date)
                        group by m order by m
                        """)
                .param("year", year)
                .param("every", reader.seesAllUnits())
                .param("mine", reader.unitIds().toArray(Long[]::new))
                .query((row, n) -> new MonthProgress(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getInt("expected"),
                        row.getInt("complete"),
                        row.getInt("begun"),
                        row.getInt("approved"),
                        row.getBoolean("locked")))
                .list();
    }
}
