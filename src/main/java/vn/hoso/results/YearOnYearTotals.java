package vn.hoso.results;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.AsOf;
import vn.hoso.figures.CountedReturnSql;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.Counts;

/** What was reported in a period and in the same months of the year before, told apart by whether both were. */
@Component
public class YearOnYearTotals {

    private final JdbcClient jdbc;

    YearOnYearTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Complete returns of one unit, added up as in {@link FigureTotals}.
     *
     * @param unit its name in the last of these months
     * @param later whether they are of the period, not of the year before
     * @param paired whether the same month of the other year was reported too
     * @param months how many
     */
    public record PairedSum(long unitId, String unit, boolean later, boolean paired, int months, Counts counts) {}

    /** At most four sums for each unit, in the order of documents; one statement. */
    public List<PairedSum> withYearBefore(ReportingPeriod period, AsOf viewpoint) {
        ReportingPeriod before = period.yearBefore();
        return CountedReturnSql.statement(jdbc, viewpoint, """
                        with held as (
                            select r.*, r.month >= cast(:from as date) as later
                            from %1$s r
                            where r.complete and (r.month between cast(:from as date) and cast(:to as date)
                                or r.month between cast(:from_before as date) and cast(:to_before as date)))
                        select r.unit_id, r.later, mate.unit_id is not null as paired, count(*) as months,
                            (select v.name from unit_version v
                             where v.unit_id = r.unit_id and v.valid @> max(r.month)) as name,
                        """ + FigureTotals.SUMS + """
                        from held r
                        join unit on unit.id = r.unit_id
                        left join held mate on mate.unit_id = r.unit_id and mate.later <> r.later
                            and mate.month = cast(r.month + case when r.later then -1 else 1 end * interval '1 year' as date)
                        group by unit.kind, r.unit_id, r.later, mate.unit_id is not null
                        order by array_position(array['TOWNSHIP', 'COMMUNE', 'DISTRICT_OFFICE'], unit.kind), r.unit_id, r.later
                        """)
                .param("from", period.from().atDay(1))
                .param("to", period.to().atDay(1))
                .param("from_before", before.from().atDay(1))
                .param("to_before", before.to().atDay(1))
                .query((row, n) -> new PairedSum(
                        row.getLong("unit_id"),
                        row.getString("name"),
                        row.getBoolean("later"),
                        row.getBoolean("paired"),
                        row.getInt("months"),
                        FigureTotals.counts(row)))
                .list();
    }
}
