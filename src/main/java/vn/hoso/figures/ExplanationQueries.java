package vn.hoso.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.Measure;

/** Reads what units say of their figures beside the figures themselves. One statement, whatever the number of units. */
@Component
public class ExplanationQueries {

    private final JdbcClient jdbc;

    ExplanationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody said of a unit's month.
     *
     * @param measure the cell a remark is about, null for the return as a whole and for notes
     * @param remark what the unit was asked when its return was sent back, null for a note
     * @param text the answer to it, or the note in force
     */
    public record Said(@Nullable Measure measure, @Nullable String remark, String text, String by, Instant at) {}

    /** By unit: the notes on its month, then the answers to the remarks with which its return was sent back last. */
    Map<Long, List<Said>> of(YearMonth month, Collection<Long> unitIds) {
        Map<Long, List<Said>> found = new HashMap<>();
        jdbc.sql("""
                        select n.unit_id, cast(null as text) as measure, cast(null as text) as remark, n.text,
                            n.written_by_name as by, n.written_at as at, 0 as place, n.id
                        from unit_note n
                        where n.month = :month and n.unit_id = any(:units) and not n.withdrawn
                            and not exists (select from unit_note later where later.id = n.id and later.version > n.version)
                        union all
                        select r.unit_id, m.measure, m.text, a.text, a.made_by_name, a.made_at, 1, m.id
                        from return_remark m
                        join monthly_return r on r.id = m.return_id
                        join return_remark_answer a on a.remark_id = m.id
                        where r.month = :month and r.unit_id = any(:units) and r.status = 'SUBMITTED'
                            and m.version = (select max(last.version) from return_remark last where last.return_id = r.id)
                        order by place, id
                        """)
                .param("month", month.atDay(1))
                .param("units", unitIds.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("unit_id"), unit -> new ArrayList<>())
                            .add(new Said(
                                    ReviewRemarkQueries.measure(row.getString("measure")),
                                    row.getString("remark"),
                                    row.getString("text"),
                                    row.getString("by"),
                                    row.getObject("at", OffsetDateTime.class).toInstant()));
                });
        return found;
    }
}
