package vn.hoso.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reviewers asked a unit to look at when they sent its returns back, answered or not. */
@Component
public class ReturnRemarks {

    private final JdbcClient jdbc;

    ReturnRemarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A remark.
     *
     * @param measure the cell it is about, null for the return as a whole
     * @param open whether the unit has not submitted the return again since
     */
    public record ReturnRemark(
            YearMonth month, @Nullable Measure measure, String text, String by, Instant at, boolean open) {}

    /** The remarks on one unit's months, the latest first; one statement. */
    public List<ReturnRemark> of(long unitId, YearMonth first, YearMonth last, Viewpoint viewpoint) {
        OffsetDateTime until = viewpoint instanceof Viewpoint.KnownBefore known
                ? known.instant().atOffset(ZoneOffset.UTC)
                : null;
        return jdbc.sql("""
                        select r.month, m.measure, m.text, m.made_by_name, m.made_at,
                            not exists (
                                select from return_revision later
                                where later.return_id = r.id and later.version > m.version and later.status <> 'DRAFT'
                                    and later.changed_at < coalesce(cast(:until as timestamptz), 'infinity')) as open
                        from return_remark m join monthly_return r on r.id = m.return_id
                        where r.unit_id = :unit and r.month between cast(:first as date) and cast(:last as date)
                            and m.made_at < coalesce(cast(:until as timestamptz), 'infinity')
                        order by m.made_at desc, m.id
                        """)
                .param("unit", unitId)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("until", until)
                .query((row, n) -> new ReturnRemark(
                        FigureTotals.monthOf(row),
                        row.getString("measure") == null ? null : Measure.valueOf(row.getString("measure")),
                        row.getString("text"),
                        row.getString("made_by_name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("open")))
                .list();
    }
}
