package vn.hoso.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.MonthQueries.Remark;
import vn.hoso.figures.domain.FiguresAsOf;
import vn.hoso.figures.domain.Measure;
import vn.hoso.shared.Rows;

/** What reviewers asked a unit to look at when they sent its returns back, answered or not. */
@Component
public class ReviewRemarkQueries {

    private final JdbcClient jdbc;
    private final ReturnRemarks remarks;

    ReviewRemarkQueries(JdbcClient jdbc, ReturnRemarks remarks) {
        this.jdbc = jdbc;
        this.remarks = remarks;
    }

    /** By unit, the remarks that it has not answered yet by submitting again; one statement. */
    Map<Long, List<Remark>> open(YearMonth month, Collection<Long> unitIds) {
        return remarks.findOpen(month.atDay(1), unitIds.toArray(Long[]::new)).stream()
                .collect(Collectors.groupingBy(
                        ReturnRemarks.ToUnit::unitId,
                        Collectors.mapping(ReturnRemarks.ToUnit::remark, Collectors.toList())));
    }

    /**
     * A remark.
     *
     * @param measure the cell it is about, null for the return as a whole
     * @param version the return's version by which it was sent back
     * @param open whether the unit has not submitted the return again since
     * @param answer what it answered then, null while it has not; remarks of old were answered by submitting alone
     */
    public record ReturnRemark(
            YearMonth month,
            @Nullable Measure measure,
            String text,
            String by,
            Instant at,
            int version,
            boolean open,
            @Nullable Answer answer) {}

    /** What a unit answered, who for it and when. */
    public record Answer(String text, String by, Instant at) {}

    /** The remarks on one unit's months, the latest first; one statement. */
    public List<ReturnRemark> findRemarks(long unitId, YearMonth first, YearMonth last, FiguresAsOf viewpoint) {
        OffsetDateTime until = viewpoint instanceof FiguresAsOf.KnownBefore known
                ? known.instant().atOffset(ZoneOffset.UTC)
                : null;
        return jdbc.sql("""
                        select r.month, m.version, m.measure, m.text, m.made_by_name, m.made_at,
                            a.text as answer, a.made_by_name as answered_by, a.made_at as answered_at,
                            not exists (
                                select from return_revision later
                                where later.return_id = r.id and later.version > m.version and later.status <> 'DRAFT'
                                    and later.changed_at < coalesce(cast(:until as timestamptz), 'infinity')) as open
                        from return_remark m join monthly_return r on r.id = m.return_id
                        left join return_remark_answer a on a.remark_id = m.id
                            and a.made_at < coalesce(cast(:until as timestamptz), 'infinity')
                        where r.unit_id = :unit and r.month between cast(:first as date) and cast(:last as date)
                            and m.made_at < coalesce(cast(:until as timestamptz), 'infinity')
                        order by m.made_at desc, m.id
                        """)
                .param("unit", unitId)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("until", until)
                .query((row, n) -> new ReturnRemark(
                        Rows.month(row, "month"),
                        measure(row.getString("measure")),
                        row.getString("text"),
                        row.getString("made_by_name"),
                        Rows.instant(row, "made_at"),
                        row.getInt("version"),
                        row.getBoolean("open"),
                        row.getString("answer") == null
                                ? null
                                : new Answer(
                                        row.getString("answer"),
                                        row.getString("answered_by"),
                                        Rows.instant(row, "answered_at"))))
                .list();
    }

    static @Nullable Measure measure(@Nullable String name) {
        return name == null ? null : Measure.named(name);
    }
}
