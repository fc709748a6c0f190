package vn.hoso.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.fields.FieldFigures;
import vn.hoso.figures.domain.Measure;
import vn.hoso.shared.Rows;

/** Tells the page of added fields what returns hold of them; each method is one statement. */
@Component
class FieldFigureQueries implements FieldFigures {

    private final JdbcClient jdbc;

    FieldFigureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> own() {
        Map<String, String> own = new LinkedHashMap<>();
        Measure.OWN.forEach(measure -> own.put(measure.column(), "figures.measure." + measure.field()));
        return own;
    }

    @Override
    public Map<String, Months> held() {
        Map<String, Months> held = new HashMap<>();
        jdbc.sql("""
                        select code, min(month) as first, max(month) as last from (
                            select jsonb_object_keys(v.extra) as code, r.month
                            from return_revision v join monthly_return r on r.id = v.return_id where v.extra <> '{}'
                            union all
                            select jsonb_object_keys(c.extra), r.month
                            from return_correction c join monthly_return r on r.id = c.return_id where c.extra <> '{}'
                            union all
                            select m.measure, r.month from return_remark m join monthly_return r on r.id = m.return_id
                            where m.measure in (select code from return_field)) found
                        group by code
                        """).query(row -> {
            held.put(row.getString("code"), new Months(Rows.month(row, "first"), Rows.month(row, "last")));
        });
        return held;
    }

    @Override
    public Stored stored(YearMonth from, @Nullable YearMonth until) {
        return jdbc.sql("""
                        select (select count(*) from monthly_return r
                                where r.complete and r.month >= :from and r.month < coalesce(cast(:until as date), 'infinity')) as complete,
                            (select count(*) from reporting_month m where m.state = 'LOCKED'
                                and m.month >= :from and m.month < coalesce(cast(:until as date), 'infinity')) as locked
                        """)
                .param("from", from.atDay(1))
                .param("until", day(until))
                .query(Stored.class)
                .single();
    }

    private static @Nullable LocalDate day(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }

    @Override
    public int above(String code, String whole) {
        // A field's code may be the name of a column that is none of the return's figures.
        return jdbc.sql("""
                        select count(*) from monthly_return r
                        where cast(r.extra ->> :code as integer) > cast(%s ->> :whole as integer)
                        """.formatted(own().containsKey(whole) ? "to_jsonb(r)" : "r.extra"))
                .param("code", code)
                .param("whole", whole)
                .query(Integer.class)
                .single();
    }
}
