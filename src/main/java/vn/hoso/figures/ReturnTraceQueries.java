package vn.hoso.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailFilter;
import vn.hoso.audit.TrailLine;
import vn.hoso.audit.TrailSearch;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.shared.Rows;

/** Tells through whose hands returns and months went, for their traces; whose a unit is, the caller asks first. */
@Component
public class ReturnTraceQueries {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final ReturnRevisions revisions;
    private final ReportingMonths months;
    private final TrailSearch trail;

    ReturnTraceQueries(JdbcClient jdbc, ReturnRevisions revisions, ReportingMonths months, TrailSearch trail) {
        this.jdbc = jdbc;
        this.revisions = revisions;
        this.months = months;
        this.trail = trail;
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
     * @param extractId the list of dossiers in which they were counted, null if they were not
     * @param extractDossiers how many of its dossiers were
     */
    public record Revision(
            int version,
            ReturnFigures figures,
            ReturnStatus status,
            ReturnSource source,
            String by,
            Instant at,
            @Nullable String proposedBy,
            @Nullable String reason,
            @Nullable Long fileId,
            @Nullable String fileSheet,
            @Nullable Integer fileRow,
            @Nullable Long extractId,
            @Nullable Integer extractDossiers) {

        /** Whether it was counted and could be submitted. */
        public boolean complete() {
            return figures.complete();
        }
    }

    /** Every state that a unit's month ever had, the first one first; empty while nothing was entered. One statement. */
    public List<Revision> revisions(YearMonth month, long unitId) {
        return revisions.findAllOf(month.atDay(1), unitId).stream()
                .map(found -> found.revision().told(found.proposedBy()))
                .toList();
    }

    /**
     * Whose figures a month holds.
     *
     * @param enteredBy who entered them last
     * @param approvedBy who approved them, null while nobody has
     */
    public record Hands(
            YearMonth month,
            ReturnSource source,
            String enteredBy,
            Instant enteredAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    /** The hands through which the unit's months of a year went, in order. */
    public List<Hands> handsOf(long unitId, int year) {
        return jdbc.sql("""
                        select r.month, entered.source, entered.changed_by_name as entered_by,
                            entered.changed_at as entered_at, approved.changed_by_name as approved_by,
                            approved.changed_at as approved_at
                        from monthly_return r
                        join lateral (select * from return_revision v
                            where v.return_id = r.id and (v.status = 'DRAFT' or v.version = 1)
                            order by v.version desc limit 1) entered on true
                        left join lateral (select * from return_revision v
                            where v.return_id = r.id and v.status = 'APPROVED' and r.status = 'APPROVED'
                            order by v.version desc limit 1) approved on true
                        where r.unit_id = :unit and r.month between make_date(:year, 1, 1) and make_date(:year, 12, 1)
                        order by r.month
                        """)
                .param("unit", unitId)
                .param("year", year)
                .query((row, n) -> new Hands(
                        Rows.month(row, "month"),
                        ReturnSource.valueOf(row.getString("source")),
                        row.getString("entered_by"),
                        Rows.instant(row, "entered_at"),
                        row.getString("approved_by"),
                        row.getString("approved_by") == null ? null : Rows.instant(row, "approved_at")))
                .list();
    }

    /**
     * A month locked or opened again.
     *
     * @param until the last day on which it is open again, null where it was locked
     * @param reason why it was opened again
     */
    public record Turn(
            String by,
            Instant at,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    /** When a month was locked and opened again, the latest first: its row knows the last time only, the trail all of them. */
    public List<Turn> turns(YearMonth month) {
        List<Turn> told = Stream.of("figures.locked", "figures.reopened")
                .flatMap(action ->
                        trail.lines(new TrailFilter(null, null, month, action, null, null), null, MOST).stream())
                .map(ReturnTraceQueries::turn)
                .sorted(Comparator.comparing(Turn::at).reversed())
                .toList();
        return told.isEmpty() ? untold(month) : told;
    }

    private static Turn turn(TrailLine line) {
        LocalDate until = line.changes().stream()
                .filter(change -> change.field().equals("reopenedUntil") && change.after() != null)
                .map(Change::after)
                .map(LocalDate::parse)
                .findFirst()
                .orElse(null);
        return new Turn(line.user(), line.at(), until, line.reason());
    }

    /** Months that came locked, as the demonstration's do, have no line in the trail. */
    private List<Turn> untold(YearMonth month) {
        return months.findById(month.atDay(1)).flatMap(ReportingMonth::locking).stream()
                .toList();
    }
}
