package vn.hoso.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.CountedReturnSql;
import vn.hoso.figures.domain.AsOf;
import vn.hoso.indicators.Indicators;
import vn.hoso.results.MonthlyTotals.MonthTotals;
import vn.hoso.results.RemainingYear.Owed;

/**
 * What a year still owes: each unit, each month of the year in which it existed, without a complete return. One statement,
 * whatever the number of units.
 */
@Component
class RemainingYearQueries {

    /**
     * One row {@code rest}: the unit-months of the year that are owed, counted and added up. What is expected is gathered before
     * what is held is taken from it: of what is left the planner expects next to nothing, and would go through every mean for each.
     */
    private static final String OWED = """
            with held as (
                select r.unit_id, r.month, r.dossiers_received from %1$s r
                where r.complete and r.month between cast(:year_before as date) and cast(:to as date)),
            mean as (
                select unit_id, sum(dossiers_received) as dossiers, count(*) as months
                from held where month >= cast(:from as date) group by unit_id),
            expected as materialized (
                select cast(m as date) as month, v.unit_id, before.dossiers_received as last_year,
                    case when before.unit_id is null
                        then (2 * mean.dossiers + mean.months) / (2 * mean.months) end as mean
                from generate_series(cast(:from as date), cast(:to as date), interval '1 month') m
                join lateral unit_at(cast(m as date)) v on true
                left join held before on before.unit_id = v.unit_id
                    and before.month = cast(m - interval '1 year' as date)
                left join mean on mean.unit_id = v.unit_id
                where month_due(cast(m as date))),
            owed as (
                select month > cast(:reached as date) as ahead, last_year, mean
                from expected where not exists (
                    select from held where held.unit_id = expected.unit_id and held.month = expected.month)),
            rest as (
                select count(*) filter (where not ahead) as begun, count(*) filter (where ahead) as ahead,
                    count(last_year) as as_last_year, coalesce(sum(last_year), 0) as dossiers_as_last_year,
                    count(mean) as as_mean, coalesce(sum(mean), 0) as dossiers_as_mean,
                    count(*) filter (where last_year is null and mean is null) as without_basis
                from owed)
            """;

    private final JdbcClient jdbc;
    private final Indicators indicators;

    RemainingYearQueries(JdbcClient jdbc, Indicators indicators) {
        this.jdbc = jdbc;
        this.indicators = indicators;
    }

    /**
     * Months as they were reported, and what a year owes.
     *
     * @param months every month from the first to the last, reported or not
     */
    record MonthsAndOwed(List<MonthTotals> months, Owed owed) {}

    /**
     * Both from one statement, for a page that needs both.
     *
     * @param first the first month, not after {@code last}
     * @param reached the latest month of its year that counts as begun; the year whose unit-months are owed
     */
    MonthsAndOwed find(YearMonth first, YearMonth last, YearMonth reached, AsOf viewpoint) {
        MeasuredSums sums = new MeasuredSums(indicators.defined());
        List<MonthAndOwed> rows = CountedReturnSql.statement(jdbc, viewpoint, OWED + """
                        select cast(m as date) as month, rest.*,
                            (select count(*) from unit_at(cast(m as date)) where month_due(cast(m as date))) as expected,
                            count(r.id) as reported,
                        """ + sums.sql() + """
                        from generate_series(cast(:first as date), cast(:last as date), interval '1 month') m
                        cross join rest
                        left join %1$s r on r.month = cast(m as date) and r.complete
                            and r.month between cast(:first as date) and cast(:last as date)
                        group by m, rest.begun, rest.ahead, rest.as_last_year, rest.dossiers_as_last_year, rest.as_mean,
                            rest.dossiers_as_mean, rest.without_basis
                        order by m
                        """)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("year_before", reached.withMonth(1).minusYears(1).atDay(1))
                .param("from", reached.withMonth(1).atDay(1))
                .param("to", reached.withMonth(12).atDay(1))
                .param("reached", reached.atDay(1))
                .query((row, n) -> new MonthAndOwed(MonthlyTotals.month(row, sums), owed(row)))
                .list();
        return new MonthsAndOwed(
                rows.stream().map(MonthAndOwed::month).toList(), rows.get(0).owed());
    }

    private record MonthAndOwed(MonthTotals month, Owed owed) {}

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(
                row.getInt("begun"),
                row.getInt("ahead"),
                row.getInt("as_last_year"),
                row.getLong("dossiers_as_last_year"),
                row.getInt("as_mean"),
                row.getLong("dossiers_as_mean"),
                row.getInt("without_basis"));
    }
}
