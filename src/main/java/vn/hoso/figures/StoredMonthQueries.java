package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.period.StoredMonth;
import vn.hoso.shared.Rows;
import vn.hoso.units.UnitMonths;

/** Reads which months and years hold figures, and for which days. Each method is one statement. */
@Component
public class StoredMonthQueries implements UnitMonths {

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredMonthQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A year that holds figures.
     *
     * @param year the year
     * @param lastMonth the latest month with a complete return, null if only published totals exist
     * @param counted the months with a complete return, in order
     * @param published whether published totals exist
     * @param stored the days of its months
     */
    public record YearWithFigures(
            int year,
            @Nullable YearMonth lastMonth,
            List<YearMonth> counted,
            boolean published,
            List<StoredMonth> stored) {}

    @Override
    public List<YearMonth> findByUnit(long unitId) {
        return jdbc.sql("select month from monthly_return where unit_id = ? order by month")
                .param(unitId)
                .query((row, n) -> Rows.month(row, "month"))
                .list();
    }

    @Override
    public Map<Long, Months> findByUnits(Collection<Long> unitIds, LocalDate until) {
        Map<Long, Months> found = new HashMap<>();
        jdbc.sql("""
                        with owed as (
                            select v.unit_id, cast(m as date) as month
                            from generate_series(
                                (select least(min(in_use_since), (select min(month) from monthly_return)) from installation),
                                least(cast(:until as date) - 1, cast(:today as date)), interval '1 month') m
                            join unit_version v on v.unit_id = any(:units) and v.valid @> cast(m as date)
                            where month_due(cast(m as date)) and not exists (
                                select from monthly_return r where r.unit_id = v.unit_id and r.month = cast(m as date) and r.complete))
                        select unit.id,
                            (select array_agg(month order by month) from monthly_return where unit_id = unit.id) as stored,
                            (select array_agg(month order by month) from owed where unit_id = unit.id) as owed,
                            (select array_agg(month order by month) from monthly_return
                                where unit_id = unit.id and status = 'RETURNED') as returned
                        from unit where unit.id = any(:units)
                        """)
                .param("units", unitIds.toArray(Long[]::new))
                .param("until", until)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    found.put(
                            row.getLong("id"),
                            new Months(months(row, "stored"), months(row, "owed"), months(row, "returned")));
                });
        return found;
    }

    private static List<YearMonth> months(ResultSet row, String column) throws SQLException {
        return days(row, column).stream().map(YearMonth::from).toList();
    }

    public List<YearWithFigures> years() {
        return years(FiguresAsOf.NOW);
    }

    /** The years that held figures, seen from there. */
    public List<YearWithFigures> years(FiguresAsOf viewpoint) {
        return CountedReturnSql.statement(jdbc, viewpoint, """
                        select year, max(month) filter (where counted) as last_month, bool_or(published) as published,
                            array_agg(month order by month) filter (where counted) as counted,
                            array_agg(month order by month) filter (where month is not null) as months,
                            array_agg(first_day order by month) filter (where month is not null) as first_days,
                            array_agg(last_day order by month) filter (where month is not null) as last_days
                        from (select year, cast(null as date) as month, cast(null as date) as first_day,
                                cast(null as date) as last_day, false as counted, true as published from published_year
                              union all
                              select cast(extract(year from m.month) as integer), m.month, m.first_day, m.last_day,
                                exists (select from %s r where r.month = m.month and r.complete), false
                              from reporting_month m) found
                        group by year having bool_or(published) or bool_or(counted) order by year
                        """)
                .query((row, n) -> year(row))
                .list();
    }

    private static YearWithFigures year(ResultSet row) throws SQLException {
        LocalDate last = row.getObject("last_month", LocalDate.class);
        return new YearWithFigures(
                row.getInt("year"),
                last == null ? null : YearMonth.from(last),
                months(row, "counted"),
                row.getBoolean("published"),
                storedMonths(days(row, "months"), days(row, "first_days"), days(row, "last_days")));
    }

    private static List<StoredMonth> storedMonths(List<LocalDate> months, List<LocalDate> first, List<LocalDate> last) {
        List<StoredMonth> found = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            found.add(new StoredMonth(YearMonth.from(months.get(i)), first.get(i), last.get(i)));
        }
        return found;
    }

    private static List<LocalDate> days(ResultSet row, String column) throws SQLException {
        List<LocalDate> found = new ArrayList<>();
        if (row.getArray(column) != null) {
            for (Object day : (Object[]) row.getArray(column).getArray()) {
                found.add(LocalDate.parse(day.toString()));
            }
        }
        return found;
    }

    /** The same months with the days they are stored with. */
    public ReportingPeriod stored(ReportingPeriod period) {
        return period.storedAs(between(period.from(), period.to()));
    }

    /** The stored months from one to another, in order, with their days. */
    public List<StoredMonth> between(YearMonth from, YearMonth to) {
        return jdbc.sql("""
                        select month, first_day, last_day from reporting_month
                        where month between cast(? as date) and cast(? as date) order by month
                        """)
                .params(from.atDay(1), to.atDay(1))
                .query((row, n) -> new StoredMonth(
                        Rows.month(row, "month"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }
}
