package vn.hoso.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.CountedReturnSql;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.indicators.Indicators;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.shared.Rows;

/**
 * What was reported month by month. As in {@link ResultTotals} only complete returns are added, and each method is one
 * statement.
 */
@Component
class MonthlyResultTotals {

    private final JdbcClient jdbc;
    private final Indicators indicators;

    MonthlyResultTotals(JdbcClient jdbc, Indicators indicators) {
        this.jdbc = jdbc;
        this.indicators = indicators;
    }

    MeasuredSums sums() {
        return new MeasuredSums(indicators.defined());
    }

    /**
     * What all units together reported in a month.
     *
     * @param expected units that existed
     * @param reported of these, with a complete return
     * @param counts their sum, null if there are none
     */
    record MonthTotals(
            YearMonth month,
            int expected,
            int reported,
            @Nullable Counts counts) {}

    /** Every month from the first to the last, reported or not. */
    List<MonthTotals> byMonth(YearMonth first, YearMonth last, FiguresAsOf viewpoint) {
        MeasuredSums sums = sums();
        return CountedReturnSql.statement(jdbc, viewpoint, """
                        select cast(m as date) as month,
                            (select count(*) from unit_at(cast(m as date)) where month_due(cast(m as date))) as expected,
                            count(r.id) as reported,
                        """ + sums.sql() + """
                        from generate_series(cast(:first as date), cast(:last as date), interval '1 month') m
                        left join %s r on r.month = cast(m as date) and r.complete
                            and r.month between cast(:first as date) and cast(:last as date)
                        group by m order by m
                        """)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query((row, n) -> month(row, sums))
                .list();
    }

    static MonthTotals month(ResultSet row, MeasuredSums sums) throws SQLException {
        return new MonthTotals(
                Rows.month(row, "month"),
                row.getInt("expected"),
                row.getInt("reported"),
                row.getInt("reported") == 0 ? null : sums.counts(row));
    }

    /** One complete return. */
    record UnitMonthCounts(long unitId, YearMonth month, Counts counts) {

        static Map<Long, Map<YearMonth, Counts>> byUnit(List<UnitMonthCounts> returns) {
            return returns.stream()
                    .collect(Collectors.groupingBy(
                            UnitMonthCounts::unitId,
                            Collectors.toMap(UnitMonthCounts::month, UnitMonthCounts::counts)));
        }
    }

    /** Every complete return of these units from the first to the last month. */
    List<UnitMonthCounts> ofUnits(Collection<Long> unitIds, YearMonth first, YearMonth last, FiguresAsOf viewpoint) {
        MeasuredSums sums = sums();
        return CountedReturnSql.statement(jdbc, viewpoint, "select r.unit_id, r.month, " + sums.sql() + """
                         from %s r
                        where r.complete and r.unit_id = any(:units)
                            and r.month between cast(:from as date) and cast(:to as date)
                        group by r.id, r.unit_id, r.month
                        """)
                .param("units", unitIds.toArray(Long[]::new))
                .param("from", first.atDay(1))
                .param("to", last.atDay(1))
                .query((row, n) -> unitMonth(row, sums))
                .list();
    }

    /**
     * Units month by month.
     *
     * @param held the months for which they have a return, complete or not
     * @param expected of each unit, the months in which it existed and a return was expected
     * @param sums what was added up
     */
    record UnitMonths(List<UnitMonthResults> held, Map<Long, Set<YearMonth>> expected, MeasuredSums sums) {

        boolean expects(long unitId, YearMonth month) {
            return expected.getOrDefault(unitId, Set.of()).contains(month);
        }
    }

    /** These units from the first to the last month. */
    UnitMonths monthsOf(Collection<Long> unitIds, YearMonth first, YearMonth last, FiguresAsOf viewpoint) {
        MeasuredSums sums = sums();
        List<UnitMonthResults> held = new ArrayList<>();
        Map<Long, Set<YearMonth>> expected = new HashMap<>();
        CountedReturnSql.statement(jdbc, viewpoint, """
                        select asked.unit_id, cast(m as date) as month, r.status, r.note, r.complete,
                            month_due(cast(m as date)) and exists (
                                select from unit_at(cast(m as date)) v where v.unit_id = asked.unit_id) as expected,
                        """ + sums.sql() + """
                        from unnest(:units) as asked (unit_id)
                        cross join generate_series(cast(:first as date), cast(:last as date), interval '1 month') m
                        left join %s r on r.unit_id = asked.unit_id and r.month = cast(m as date)
                            and r.unit_id = any(:units) and r.month between cast(:first as date) and cast(:last as date)
                        group by asked.unit_id, m, r.id, r.status, r.note, r.complete order by m, asked.unit_id
                        """)
                .param("units", unitIds.toArray(Long[]::new))
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query(row -> {
                    long unitId = row.getLong("unit_id");
                    YearMonth month = Rows.month(row, "month");
                    if (row.getBoolean("expected")) {
                        expected.computeIfAbsent(unitId, unit -> new TreeSet<>())
                                .add(month);
                    }
                    if (row.getString("status") != null) {
                        held.add(unitMonthFigures(row, sums));
                    }
                });
        return new UnitMonths(held, expected, sums);
    }

    private static UnitMonthResults unitMonthFigures(ResultSet row, MeasuredSums sums) throws SQLException {
        return new UnitMonthResults(
                row.getLong("unit_id"),
                Rows.month(row, "month"),
                row.getBoolean("complete") ? sums.counts(row) : null,
                ReturnStatus.valueOf(row.getString("status")),
                row.getString("note"));
    }

    /** Every complete return of the period. */
    List<UnitMonthCounts> byUnitAndMonth(ReportingPeriod period, FiguresAsOf viewpoint) {
        MeasuredSums sums = sums();
        return CountedReturnSql.statement(jdbc, viewpoint, """
                        select r.unit_id, r.month,
                        """ + sums.sql() + """
                        from %s r
                        where r.complete and r.month between cast(:from as date) and cast(:to as date)
                        group by r.id, r.unit_id, r.month
                        """)
                .param("from", period.from().atDay(1))
                .param("to", period.to().atDay(1))
                .query((row, n) -> unitMonth(row, sums))
                .list();
    }

    private static UnitMonthCounts unitMonth(ResultSet row, MeasuredSums sums) throws SQLException {
        return new UnitMonthCounts(row.getLong("unit_id"), Rows.month(row, "month"), sums.counts(row));
    }

    /**
     * Complete returns of one unit, added up as in {@link ResultTotals}.
     *
     * @param unit its name in the last of these months
     * @param later whether they are of the period, not of the year before
     * @param mate what there is of the same month of the other year
     * @param months how many
     */
    record PairedSum(long unitId, String unit, boolean later, Mate mate, int months, Counts counts) {}

    /** What there is of the same month of the other year, for a month that has figures. */
    enum Mate {
        /** It was reported too. */
        REPORTED,
        /** It has figures too, but in one of the years not of all units whose figures count. */
        IN_PART,
        NONE
    }

    /**
     * At most four sums for each unit, in the order of documents, of the returns that hold the indicator's figures; one statement.
     *
     * @param but units that are left out
     */
    List<PairedSum> withYearBefore(
            ReportingPeriod period, Indicator indicator, Collection<Long> but, FiguresAsOf viewpoint) {
        MeasuredSums sums = sums();
        ReportingPeriod before = period.yearBefore();
        return CountedReturnSql.statement(jdbc, viewpoint, """
                        with held as (
                            select r.*, r.month >= cast(:from as date) as later
                            from %1$s r
                            where r.complete and (""" + sums.held(indicator) + """
                                ) and not r.unit_id = any(:but) and (r.month between cast(:from as date) and cast(:to as date)
                                or r.month between cast(:from_before as date) and cast(:to_before as date)))
                        select r.unit_id, r.later, mate.unit_id is not null as paired, count(*) as months,
                            (select v.name from unit_at(max(r.month)) v where v.unit_id = r.unit_id) as name,
                        """ + sums.sql() + """
                        from held r
                        join lateral (
                            select kind.place from unit_version v join unit_kind kind on kind.code = v.kind
                            where v.unit_id = r.unit_id and (lower(v.valid) <= cast(:to as date) or lower_inf(v.valid))
                            order by lower(v.valid) desc nulls last limit 1) listed on true
                        left join held mate on mate.unit_id = r.unit_id and mate.later <> r.later
                            and mate.month = cast(r.month + case when r.later then -1 else 1 end * interval '1 year' as date)
                        group by listed.place, r.unit_id, r.later, mate.unit_id is not null
                        order by listed.place, r.unit_id, r.later
                        """)
                .param("from", period.from().atDay(1))
                .param("to", period.to().atDay(1))
                .param("but", but.toArray(Long[]::new))
                .param("from_before", before.from().atDay(1))
                .param("to_before", before.to().atDay(1))
                .query((row, n) -> new PairedSum(
                        row.getLong("unit_id"),
                        row.getString("name"),
                        row.getBoolean("later"),
                        row.getBoolean("paired") ? Mate.REPORTED : Mate.NONE,
                        row.getInt("months"),
                        sums.counts(row)))
                .list();
    }
}
