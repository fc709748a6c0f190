package vn.hoso.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.AsOf;
import vn.hoso.figures.CountedReturnSql;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;

/**
 * What was reported month by month. As in {@link FigureTotals} only complete returns are added, and each method is one
 * statement.
 */
@Component
public class MonthlyTotals {

    private final JdbcClient jdbc;

    MonthlyTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What all units together reported in a month.
     *
     * @param expected units that existed
     * @param reported of these, with a complete return
     * @param counts their sum, null if there are none
     */
    public record MonthTotals(
            YearMonth month,
            int expected,
            int reported,
            @Nullable Counts counts) {}

    /** Every month from the first to the last, reported or not. */
    public List<MonthTotals> byMonth(YearMonth first, YearMonth last, AsOf viewpoint) {
        return CountedReturnSql.statement(jdbc, viewpoint, """
                        select cast(m as date) as month,
                            (select count(*) from unit_version v where v.valid @> cast(m as date)) as expected,
                            count(r.id) as reported,
                        """ + FigureTotals.SUMS + """
                        from generate_series(cast(:first as date), cast(:last as date), interval '1 month') m
                        left join %s r on r.month = cast(m as date) and r.complete
                        group by m order by m
                        """)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((row, n) -> month(row))
                .list();
    }

    static MonthTotals month(ResultSet row) throws SQLException {
        return new MonthTotals(
                CountedReturnSql.monthOf(row),
                row.getInt("expected"),
                row.getInt("reported"),
                row.getInt("reported") == 0 ? null : FigureTotals.counts(row));
    }

    /** One complete return. */
    public record UnitMonthCounts(long unitId, YearMonth month, Counts counts) {}

    /** Every complete return of these units from the first to the last month. */
    public List<UnitMonthCounts> ofUnits(Collection<Long> unitIds, YearMonth first, YearMonth last) {
        return jdbc.sql("select r.unit_id, r.month, " + FigureTotals.SUMS + """
                         from monthly_return r
                        where r.complete and r.unit_id = any(:units)
                            and r.month between cast(:from as date) and cast(:to as date)
                        group by r.id, r.unit_id, r.month
                        """)
                .param("units", unitIds.toArray(Long[]::new))
                .param("from", first.atDay(1))
                .param("to", last.atDay(1))
                .query((row, n) -> unitMonth(row))
                .list();
    }

    /** Every complete return of the period. */
    public List<UnitMonthCounts> byUnitAndMonth(ReportingPeriod period, AsOf viewpoint) {
        return CountedReturnSql.statement(jdbc, viewpoint, """
                        select r.unit_id, r.month,
                        """ + FigureTotals.SUMS + """
                        from %s r
                        where r.complete and r.month between cast(:from as date) and cast(:to as date)
                        group by r.id, r.unit_id, r.month
                        """)
                .param("from", period.from().atDay(1))
                .param("to", period.to().atDay(1))
                .query((row, n) -> unitMonth(row))
                .list();
    }

    private static UnitMonthCounts unitMonth(ResultSet row) throws SQLException {
        return new UnitMonthCounts(row.getLong("unit_id"), CountedReturnSql.monthOf(row), FigureTotals.counts(row));
    }
}
