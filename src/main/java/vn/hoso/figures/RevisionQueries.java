package vn.hoso.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.ReturnStatus;

/** Reads every state that a unit's month ever had: one statement. */
@Component
public class RevisionQueries {

    private final JdbcClient jdbc;

    RevisionQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A return as it stood after one change.
     *
     * @param by who made the change
     * @param proposedBy who proposed it, where a correction was approved; else null
     * @param reason why, null for changes that need no reason
     * @param fileId the imported file that the figures stood in, null if they were typed
     * @param fileSheet the sheet of it, null where that is the only one known of the file
     * @param fileRow the row of its sheet
     */
    public record Revision(
            int version,
            ReturnFigures figures,
            ReturnStatus status,
            boolean complete,
            ReturnSource source,
            String by,
            Instant at,
            @Nullable String proposedBy,
            @Nullable String reason,
            @Nullable Long fileId,
            @Nullable String fileSheet,
            @Nullable Integer fileRow) {}

    /** The revisions, the first one first; empty while nothing was entered. */
    public List<Revision> of(YearMonth month, long unitId) {
        return jdbc.sql("""
                        select v.version, v.status, v.complete, v.source, v.changed_by_name, v.changed_at, v.reason,
                            v.import_file_id, v.import_sheet, v.import_row, c.proposed_by_name,
                        """ + FigureColumns.of("v", "") + """
                         from monthly_return r
                        join return_revision v on v.return_id = r.id
                        left join return_correction c on c.return_id = r.id and c.result_version = v.version
                        where r.month = :month and r.unit_id = :unit
                        order by v.version
                        """)
                .param("month", month.atDay(1))
                .param("unit", unitId)
                .query((row, n) -> new Revision(
                        row.getInt("version"),
                        FigureColumns.figures(row),
                        ReturnStatus.valueOf(row.getString("status")),
                        row.getBoolean("complete"),
                        ReturnSource.valueOf(row.getString("source")),
                        row.getString("changed_by_name"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("proposed_by_name"),
                        row.getString("reason"),
                        row.getObject("import_file_id", Long.class),
                        row.getString("import_sheet"),
                        row.getObject("import_row", Integer.class)))
                .list();
    }
}
