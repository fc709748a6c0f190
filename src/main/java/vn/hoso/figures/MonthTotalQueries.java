package vn.hoso.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.MonthTotals.Part;
import vn.hoso.figures.MonthWorkflowService.Seen;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.figures.domain.Measure;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.Unit;

/** Adds a month's returns up where they are stored, so that a page reads those of the units it shows. */
@Component
class MonthTotalQueries {

    private final JdbcClient jdbc;

    MonthTotalQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The totals of all the reader's units; one statement.
     *
     * @param visible these units
     * @param shown those of them that the page shows
     */
    MonthTotals find(
            YearMonth month,
            FiguresAsOf viewpoint,
            List<Measure> measures,
            CurrentUser reader,
            List<Unit> visible,
            Collection<Long> shown) {
        List<Long> entered =
                visible.stream().map(Unit::id).filter(reader::mayEnter).toList();
        boolean enters = entered.size() == visible.size();
        Map<Boolean, Part> parts = CountedReturnSql.bind(
                        jdbc.sql("""
                                select r.unit_id = any(:shown) as shown, count(*) filter (where r.complete) as complete,
                                    count(*) filter (where r.complete and r.status in ('DRAFT', 'RETURNED')
                                        and (:enters or r.unit_id = any(:entered))) as submittable,
                                    coalesce(sum(coalesce(r.online_reported,
                                        coalesce(r.full_process_online, 0) + coalesce(r.partial_online, 0)))
                                        filter (where r.complete), 0) as online,
                                """ + sums(measures) + " from " + CountedReturnSql.of(viewpoint) + """
                                 r join unit_at(cast(:month as date)) v on v.unit_id = r.unit_id
                                where r.month = :month and (:every or r.unit_id = any(:mine)) group by 1
                                """), viewpoint)
                .param("month", month.atDay(1))
                .param("shown", shown.toArray(Long[]::new))
                .param("enters", enters)
                .param("entered", enters ? new Long[0] : entered.toArray(Long[]::new))
                .param("every", reader.seesAllUnits())
                .param("mine", reader.unitIds().toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getBoolean("shown"), part(row, measures)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return MonthTotals.of(parts.getOrDefault(true, Part.NONE), parts.getOrDefault(false, Part.NONE));
    }

    /** The returns that their reader could submit now as they are; one statement. */
    List<Seen> submittable(YearMonth month, CurrentUser reader) {
        return jdbc
                .sql("""
                        select r.unit_id, r.version
                        from monthly_return r join unit_at(cast(:month as date)) v on v.unit_id = r.unit_id
                        where r.month = :month and r.complete and r.status in ('DRAFT', 'RETURNED')
                            and (:every or r.unit_id = any(:mine))
                        """)
                .param("month", month.atDay(1))
                .param("every", reader.seesAllUnits())
                .param("mine", reader.unitIds().toArray(Long[]::new))
                .query((row, n) -> new Seen(row.getLong("unit_id"), row.getInt("version")))
                .list()
                .stream()
                .filter(each -> reader.mayEnter(each.unitId()))
                .toList();
    }

    private static String sums(List<Measure> measures) {
        return IntStream.range(0, measures.size())
                .mapToObj(at -> {
                    String number = FigureColumns.number("r", measures.get(at));
                    String notApplicable = measures.get(at).group().notApplicableColumn();
                    String used = number + " is not null" + (notApplicable == null ? "" : " or r." + notApplicable);
                    return "sum(%s) filter (where r.complete) as sum_%d, bool_or(%s) as used_%d"
                            .formatted(number, at, used, at);
                })
                .collect(Collectors.joining(", "));
    }

    private static Part part(ResultSet row, List<Measure> measures) throws SQLException {
        Map<Measure, Long> sums = new TreeMap<>();
        Set<Measure> used = new HashSet<>();
        for (int at = 0; at < measures.size(); at++) {
            long sum = row.getLong("sum_" + at);
            if (!row.wasNull()) {
                sums.put(measures.get(at), sum);
            }
            if (row.getBoolean("used_" + at)) {
                used.add(measures.get(at));
            }
        }
        return new Part(row.getInt("complete"), row.getInt("submittable"), row.getLong("online"), sums, used);
    }
}
