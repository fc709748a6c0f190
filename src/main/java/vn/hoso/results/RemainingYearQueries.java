package vn.hoso.results;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.hoso.figures.CountedReturnSql;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.indicators.Indicators;
import vn.hoso.rates.Fraction;
import vn.hoso.results.MonthlyResultTotals.MonthTotals;
import vn.hoso.results.RemainingYear.Owed;
import vn.hoso.units.Lineage.Former;
import vn.hoso.units.Successions;

/**
 * What a year still owes: each unit, each month of the year in which it existed, without a complete return. One statement,
 * whatever the number of units; where units came of others it is told of which, which is one more.
 */
@Component
class RemainingYearQueries {

    /** Months that others held for a unit, for which each of them that was there has a complete return; in parts of a whole. */
    private static final String PAST = """
            with held as materialized (
                select r.unit_id, r.month, r.dossiers_received from %1$s r
                where r.complete and r.month between cast(:year_before as date) and cast(:to as date)),
            past as (
                select f.unit_id, cast(m as date) as month, f.whole, sum(f.weight * held.dossiers_received) as dossiers
                from unnest(cast(:units as bigint[]), cast(:formers as bigint[]), cast(:weights as numeric[]), cast(:wholes as numeric[]))
                    as f (unit_id, former, weight, whole)
                join unit_version v on v.unit_id = f.former
                join generate_series(cast(:year_before as date), cast(:to as date), interval '1 month') m on v.valid @> cast(m as date)
                left join held on held.unit_id = f.former and held.month = cast(m as date)
                group by f.unit_id, m, f.whole
                having count(held.unit_id) = count(*)),
            """;

    private static final String NO_PAST = """
            with past (unit_id, month, whole, dossiers) as (
                select cast(0 as bigint), date '2000-01-01', cast(1 as numeric), cast(0 as numeric) where false),
            """;

    /**
     * One row {@code rest}: the unit-months of the year that are owed, counted and added up. What is held, what the year before
     * says and what is expected are laid on each other by unit and month instead of joined: of what is left the planner expects
     * next to nothing, and would go through every unit for each.
     */
    private static final String OWED = """
            laid as (
                select unit_id, nth, bool_or(due) as due, max(before) as before, max(now) as now,
                    max(whole) as whole, max(past_before) as past_before, max(past_now) as past_now
                from (
                    select r.unit_id, cast(extract(month from r.month) as integer) as nth, false as due,
                        case when r.month < cast(:from as date) then r.dossiers_received end as before,
                        case when r.month >= cast(:from as date) then r.dossiers_received end as now,
                        cast(null as numeric) as whole, cast(null as numeric) as past_before, cast(null as numeric) as past_now
                    from %1$s r
                    where r.complete and r.month between cast(:year_before as date) and cast(:to as date)
                    union all
                    select v.unit_id, cast(extract(month from m) as integer), true, null, null, null, null, null
                    from generate_series(cast(:from as date), cast(:to as date), interval '1 month') m
                    join lateral unit_at(cast(m as date)) v on true
                    where month_due(cast(m as date))
                    union all
                    select unit_id, cast(extract(month from month) as integer), false, null, null, whole,
                        case when month < cast(:from as date) then dossiers end,
                        case when month >= cast(:from as date) then dossiers end
                    from past) each
                group by unit_id, nth),
            beside as (
                select due, nth, before, now, coalesce(before, div(2 * past_before + whole, 2 * whole)) as last_year,
                    coalesce(max(whole) over unit, 1) as whole, coalesce(sum(now) over unit, 0) as dossiers,
                    count(now) over unit as months, coalesce(sum(past_now) over unit, 0) as past_dossiers,
                    count(past_now) over unit as past_months
                from laid window unit as (partition by unit_id)),
            owed as (
                select nth > extract(month from cast(:reached as date)) as ahead, last_year,
                    case when last_year is null and months + past_months > 0
                        then div(2 * (dossiers * whole + past_dossiers) + (months + past_months) * whole,
                            2 * (months + past_months) * whole) end as mean,
                    case when last_year is null then past_months > 0 else before is null end as formers
                from beside where due and now is null),
            rest as (
                select count(*) filter (where not ahead) as begun, count(*) filter (where ahead) as ahead,
                    count(last_year) as as_last_year, coalesce(sum(last_year), 0) as dossiers_as_last_year,
                    count(mean) as as_mean, coalesce(sum(mean), 0) as dossiers_as_mean,
                    count(*) filter (where last_year is null and mean is null) as without_basis,
                    count(*) filter (where formers) as as_formers
                from owed)
            """;

    private static final String MONTHS = """
            select cast(m as date) as month, rest.*,
                (select count(*) from unit_at(cast(m as date)) where month_due(cast(m as date))) as expected,
                count(r.id) as reported,
            <sums>
            from generate_series(cast(:first as date), cast(:last as date), interval '1 month') m
            cross join rest
            left join %1$s r on r.month = cast(m as date) and r.complete
                and r.month between cast(:first as date) and cast(:last as date)
            group by m, rest.begun, rest.ahead, rest.as_last_year, rest.dossiers_as_last_year, rest.as_mean,
                rest.dossiers_as_mean, rest.without_basis, rest.as_formers
            order by m
            """;

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Successions successions;

    RemainingYearQueries(JdbcClient jdbc, Indicators indicators, Successions successions) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.successions = successions;
    }

    /**
     * Months as they were reported, and what a year owes.
     *
     * @param months every month from the first to the last, reported or not
     */
    record MonthsAndOwed(List<MonthTotals> months, Owed owed) {}

    /** The months that end with a period, and what the year of its latest figures owes: both from one statement. */
    MonthsAndOwed find(PeriodResults found, FiguresAsOf viewpoint) {
        YearMonth last = found.results().period().to();
        YearMonth reached = found.last();
        Map<Long, List<Former>> formers = found.knowsActs()
                ? successions.lineage(reached.withMonth(12).atEndOfMonth()).formers()
                : Map.of();
        MeasuredSums sums = new MeasuredSums(indicators.defined());
        String sql = ((formers.isEmpty() ? NO_PAST : PAST) + OWED + MONTHS).replace("<sums>", sums.sql());
        StatementSpec statement = CountedReturnSql.statement(jdbc, viewpoint, sql)
                .param("first", last.minusMonths(LeaderResults.MONTHS - 1L).atDay(1))
                .param("last", last.atDay(1))
                .param("year_before", reached.withMonth(1).minusYears(1).atDay(1))
                .param("from", reached.withMonth(1).atDay(1))
                .param("to", reached.withMonth(12).atDay(1))
                .param("reached", reached.atDay(1));
        List<MonthAndOwed> rows = (formers.isEmpty() ? statement : tell(statement, formers))
                .query((row, n) -> new MonthAndOwed(MonthlyResultTotals.month(row, sums), owed(row)))
                .list();
        return new MonthsAndOwed(
                rows.stream().map(MonthAndOwed::month).toList(), rows.get(0).owed());
    }

    /** Tells whose figures stand for a unit, each as so many parts of a whole that all of the unit's have in common. */
    private static StatementSpec tell(StatementSpec statement, Map<Long, List<Former>> formers) {
        List<Long> units = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        List<String> weights = new ArrayList<>();
        List<String> wholes = new ArrayList<>();
        formers.forEach((unit, all) -> {
            BigInteger whole = all.stream()
                    .map(each -> each.part().denominator())
                    .reduce(BigInteger.ONE, (one, other) -> one.multiply(other.divide(one.gcd(other))));
            all.forEach(each -> {
                Fraction part = each.part();
                units.add(unit);
                others.add(each.unitId());
                weights.add(part.numerator()
                        .multiply(whole.divide(part.denominator()))
                        .toString());
                wholes.add(whole.toString());
            });
        });
        return statement
                .param("units", units.toArray(Long[]::new))
                .param("formers", others.toArray(Long[]::new))
                .param("weights", weights.toArray(String[]::new))
                .param("wholes", wholes.toArray(String[]::new));
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
                row.getInt("without_basis"),
                row.getInt("as_formers"));
    }
}
