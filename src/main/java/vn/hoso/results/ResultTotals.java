package vn.hoso.results;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.CountedReturnSql;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.indicators.Indicators;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;
import vn.hoso.shared.Rows;
import vn.hoso.units.Unit;
import vn.hoso.units.Units;

/**
 * Adds up what was reported. Only complete returns are added; a return that is not there, or lacks a figure, is missing
 * and never a zero. Each method is one statement, whatever the number of units.
 */
@Component
class ResultTotals {

    /** What units are called today, looked up unit by unit: joined as a table it is compared with every other one. */
    private static final String NAMED_NOW = " left join lateral (select code, name, kind from unit_version v"
            + " where v.unit_id = unit.id and v.valid @> cast(:today as date) limit 1) now on true\n";

    /** Nothing of it, and nothing that a plan could spend time on. */
    private static final String NAMED_THEN =
            " cross join (select cast(null as text) as code, cast(null as text) as name,"
                    + " cast(null as text) as kind) now\n";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Indicators indicators;

    ResultTotals(JdbcClient jdbc, Clock clock, Indicators indicators) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.indicators = indicators;
    }

    /**
     * Every unit that existed in the period, in the order of documents; as it is called today where today's units are asked
     * for. Returns are summed before anything is asked of a unit: once for each, by its few names.
     */
    List<UnitResultTotals> byUnit(ReportingPeriod period, ResultsRequest asked) {
        return byUnit(period, asked, period.to());
    }

    /** @param due the last of its months whose returns are expected; those behind it are to come */
    List<UnitResultTotals> byUnit(ReportingPeriod period, ResultsRequest asked, YearMonth due) {
        MeasuredSums sums = new MeasuredSums(indicators.defined().stream()
                .filter(each -> each.measures(period))
                .toList());
        List<YearMonth> all = period.months();
        return CountedReturnSql.statement(
                        jdbc,
                        asked.asOf(),
                        """
                        with due as (
                            select m from generate_series(cast(:from as date), cast(:to as date), interval '1 month') m
                            where month_due(cast(m as date)) and m <= cast(:due as date)),
                        summed as (
                            select r.unit_id, count(*) as reported, count(*) filter (where r.status = 'APPROVED') as approved,
                                max(r.changed_at) as changed_at,
                        """ + sums.sql() + sums.unapproved() + """
                            from %s r
                            where r.month between cast(:from as date) and cast(:to as date) and r.complete
                            group by r.unit_id)
                        select summed.*, unit.id, coalesce(now.code, named.code) as code, coalesce(now.name, named.name) as name,
                            exists (
                                select from unit_succession s join reorganisation act on act.id = s.reorganisation_id
                                where s.predecessor = unit.id and act.effective_on <= cast(:today as date)) as succeeded,
                            exists (
                                select from unit_succession s join reorganisation act on act.id = s.reorganisation_id
                                where s.successor = unit.id and act.effective_on <= cast(:today as date)) as born,
                            :named_now and now.code is null as ended,
                            exists (select from unit_succession s where unit.id in (s.predecessor, s.successor)) as related,
                        """ + Units.KIND + """
                            , (select count(*) from due) as due,
                            case
                                when named.throughout and (select count(*) from due) = :months then null
                                when named.throughout then array(select to_char(m, 'YYYY-MM') from due order by m)
                                else array(select to_char(m, 'YYYY-MM') from due
                                    join lateral unit_at(cast(m as date)) v on v.unit_id = unit.id order by m)
                            end as expected
                        """ + sums.due("""
                            case when named.throughout then (select count(*) from due%1$s) else
                                (select count(*) from due
                                 join lateral unit_at(cast(m as date)) v on v.unit_id = unit.id%1$s)
                            end""") + """
                        from unit
                        join lateral (
                            select code, name, v.kind, v.valid @> daterange(cast(:from as date), cast(:to as date), '[]') as throughout
                            from unit_version v
                            where v.unit_id = unit.id
                                and not isempty(v.valid * daterange(cast(:from as date), cast(:to as date), '[]'))
                            order by lower(v.valid) desc nulls last limit 1) named on true
                        """
                                + (asked.geography() == ResultsGeography.TODAY ? NAMED_NOW : NAMED_THEN) + """
                        join unit_kind kind on kind.code = coalesce(now.kind, named.kind)
                        left join summed on summed.unit_id = unit.id
                        order by kind.place, code, unit.id
                        """)
                .param("from", period.from().atDay(1))
                .param("to", period.to().atDay(1))
                .param("due", due.atDay(1))
                .param("today", LocalDate.now(clock))
                .param("named_now", asked.geography() == ResultsGeography.TODAY)
                .param("months", all.size())
                .query((row, n) -> unit(row, all, sums))
                .list();
    }

    private static UnitResultTotals unit(ResultSet row, List<YearMonth> all, MeasuredSums sums) throws SQLException {
        Unit unit = Units.unit(row);
        int reported = row.getInt("reported");
        Array some = row.getArray("expected");
        List<YearMonth> expected = some == null
                ? all
                : Stream.of((String[]) some.getArray()).map(YearMonth::parse).toList();
        return new UnitResultTotals(
                unit,
                row.getInt("due"),
                expected.size(),
                expected,
                reported,
                row.getInt("approved"),
                reported == 0 ? null : sums.counts(row),
                Rows.instantOrNull(row, "changed_at"),
                sums.due(row),
                UnitResultTotals.UnitState.of(row),
                null);
    }

    /**
     * @param count how many units have no complete return in the month
     * @param nobody whether no unit at all has one
     * @param unitNames the first fifty names
     */
    record MissingReturns(YearMonth month, int count, boolean nobody, List<String> unitNames) {}

    /**
     * The months of the period in which units lack a complete return, in order. What is held is gathered first: of many units the
     * planner expects few to be there in a month, and would look up the return of each by itself.
     */
    List<MissingReturns> missing(ReportingPeriod period, FiguresAsOf viewpoint) {
        return CountedReturnSql.statement(jdbc, viewpoint, """
                        with held as materialized (
                            select unit_id, month from %s r
                            where r.complete and r.month between cast(:from as date) and cast(:to as date))
                        select cast(m as date) as month, count(*) as units,
                            not exists (select from held where held.month = cast(m as date)) as nobody,
                            (array_agg(v.name order by v.place, v.code))[1\\:50] as names
                        from generate_series(cast(:from as date), cast(:to as date), interval '1 month') m
                        join lateral unit_at(cast(m as date)) v on true
                        where month_due(cast(m as date)) and not exists (
                            select from held where held.unit_id = v.unit_id and held.month = cast(m as date))
                        group by m order by m
                        """)
                .param("from", period.from().atDay(1))
                .param("to", period.to().atDay(1))
                .query((row, n) -> new MissingReturns(
                        Rows.month(row, "month"),
                        row.getInt("units"),
                        row.getBoolean("nobody"),
                        names(row.getArray("names"))))
                .list();
    }

    /** Which of these units lack a complete return in these months: the first fifty names of each month that has any. */
    Map<YearMonth, List<String>> missingNames(
            Collection<YearMonth> months, Collection<Long> units, FiguresAsOf viewpoint) {
        return CountedReturnSql.statement(jdbc, viewpoint, """
                        with held as materialized (
                            select unit_id, month from %s r
                            where r.complete and r.month = any(cast(:months as date[])) and r.unit_id = any(:units))
                        select m as month, (array_agg(v.name order by v.place, v.code))[1\\:50] as names
                        from unnest(cast(:months as date[])) m
                        join lateral unit_at(m) v on v.unit_id = any(:units)
                        where not exists (select from held where held.unit_id = v.unit_id and held.month = m)
                        group by m
                        """)
                .param(
                        "months",
                        months.stream().map(each -> each.atDay(1).toString()).toArray(String[]::new))
                .param("units", units.toArray(Long[]::new))
                .query((row, n) -> Map.entry(Rows.month(row, "month"), names(row.getArray("names"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The months of the period whose returns nobody expects ({@code month_due}), in order. */
    List<YearMonth> notDue(ReportingPeriod period) {
        return jdbc.sql("""
                        select cast(m as date) as month
                        from generate_series(cast(:from as date), cast(:to as date), interval '1 month') m
                        where not month_due(cast(m as date)) order by m
                        """)
                .param("from", period.from().atDay(1))
                .param("to", period.to().atDay(1))
                .query((row, n) -> Rows.month(row, "month"))
                .list();
    }

    private static List<String> names(@Nullable Array names) throws SQLException {
        return names == null ? List.of() : List.of((String[]) names.getArray());
    }

    /**
     * District-year totals that a document published, without a breakdown.
     *
     * @param source the document and clause they stand in
     * @param note what the document leaves unexplained, null if nothing
     * @param period the year with the days the document counts
     */
    record PublishedYear(
            Counts counts, String source, @Nullable String note, ReportingPeriod period) {}

    Optional<PublishedYear> published(int year) {
        return jdbc.sql("""
                        select full_process_received, full_process_online, partial_received, partial_online,
                            dossiers_received, online_reported as online_total,
                            cast(null as bigint) as payable, cast(null as bigint) as paid_online, source, note,
                            first_day, last_day
                        from published_year where year = :year
                        """)
                .param("year", year)
                .query((row, n) -> new PublishedYear(
                        MeasuredSums.OWN.counts(row),
                        row.getString("source"),
                        row.getString("note"),
                        ReportingPeriod.publishedYear(
                                year,
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class))))
                .optional();
    }
}
