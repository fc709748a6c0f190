package vn.hoso.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.period.PeriodSpan;
import vn.hoso.reports.domain.OfficeWordingFiller;
import vn.hoso.reports.domain.ReportNamedFigures;
import vn.hoso.reports.domain.ReportPart;
import vn.hoso.reports.domain.ReportTerm;
import vn.hoso.reports.domain.ReportText;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Language;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UserFacingException;

/** The office's own words for its reports: of one report, or lasting from one on. */
@Repository
public class ReportWordings {

    private static final String ACTION = "report.worded";

    private final JdbcClient jdbc;
    private final StoredWordings stored;
    private final AuditTrail trail;
    private final MessageSource messages;

    ReportWordings(JdbcClient jdbc, StoredWordings stored, AuditTrail trail, MessageSource messages) {
        this.jdbc = jdbc;
        this.stored = stored;
        this.trail = trail;
        this.messages = messages;
    }

    /**
     * The words that hold for a report: its own, else the latest lasting ones of a report of its kind before; a part of a year
     * without any takes those that last from a year's report.
     */
    public Map<ReportPart, OfficeWording> findByTerm(ReportTerm term) {
        List<OfficeWording> found = jdbc.sql("""
                        select distinct on (w.part) w.id, w.span, w.last_month, w.part, w.lasting, w.words, w.proposal,
                               u.display_name
                        from report_wording w join app_user u on u.id = w.written_by
                        where (w.span = :span and w.last_month = :last)
                            or (w.lasting and w.span = :span and w.last_month < :last)
                            or (w.lasting and w.span = 'YEAR' and w.year <= :year and :span <> 'YEAR')
                        order by w.part, w.span = :span desc, w.last_month desc""")
                .param("span", term.span().name())
                .param("last", term.last().atDay(1))
                .param("year", term.year())
                .query(ReportWordings::written)
                .list();
        Map<ReportPart, OfficeWording> words = new EnumMap<>(ReportPart.class);
        found.forEach(each -> words.put(each.part(), each));
        return words;
    }

    private static OfficeWording written(ResultSet row, int number) throws SQLException {
        return new OfficeWording(
                row.getLong("id"),
                new ReportTerm(PeriodSpan.valueOf(row.getString("span")), Rows.month(row, "last_month")),
                ReportPart.valueOf(row.getString("part")),
                row.getBoolean("lasting"),
                row.getString("words"),
                row.getString("proposal"),
                row.getString("display_name"));
    }

    /**
     * Writes the words of a part.
     *
     * @param seen the version that the writer saw, 0 for none
     * @throws UserFacingException if somebody else changed them since
     */
    @Transactional
    public void write(
            ReportTerm term,
            ReportPart part,
            boolean lasting,
            String words,
            String proposal,
            long seen,
            CurrentUser by) {
        OfficeWording before = asSeen(term, part, seen);
        forget(term, part);
        stored.save(new StoredWording(term, part, lasting, words, proposal, by));
        recorded(term, part, lasting ? " (làm mẫu cho các báo cáo sau)" : "", before, words, by);
    }

    /** Gives up the report's own words of a part, under the same condition. */
    @Transactional
    public void drop(ReportTerm term, ReportPart part, long seen, CurrentUser by) {
        OfficeWording before = asSeen(term, part, seen);
        if (forget(term, part) > 0) {
            recorded(term, part, "", before, null, by);
        }
    }

    /** The trail keeps what was written before: here only what holds remains. */
    private void recorded(
            ReportTerm term,
            ReportPart part,
            String lasting,
            @Nullable OfficeWording before,
            @Nullable String words,
            CurrentUser by) {
        String of = term.wholeYear() ? "" : term.shortName() + ", ";
        String named = messages.getMessage("reports.wording.part." + part, null, Language.OFFICIAL);
        trail.record(
                by,
                TrailEntry.of(ACTION, String.valueOf(term.year()), of + named + lasting)
                        .changing(List.of(Change.of("words", before == null ? null : before.words(), words))));
    }

    /** One writer at a time, so that nobody's words disappear unseen. */
    private @Nullable OfficeWording asSeen(ReportTerm term, ReportPart part, long seen) {
        jdbc.sql("lock table report_wording in share row exclusive mode").update();
        OfficeWording now = findByTerm(term).get(part);
        if ((now == null ? 0 : now.version()) != seen) {
            throw new UserFacingException(HttpStatus.CONFLICT, "reports.wording.changed");
        }
        return now;
    }

    private long forget(ReportTerm term, ReportPart part) {
        long gone =
                stored.deleteBySpanAndLastMonthAndPart(term.span(), term.last().atDay(1), part);
        // Before other words of the part are inserted.
        stored.flush();
        return gone;
    }

    /**
     * An office's own words for a part of a report.
     *
     * @param version grows with every change to any words
     * @param term the report they were written for
     * @param part the part
     * @param lasting whether they also serve later reports
     * @param words as typed
     * @param proposal what the program proposed at that time
     * @param writtenBy who wrote them
     */
    public record OfficeWording(
            long version,
            ReportTerm term,
            ReportPart part,
            boolean lasting,
            String words,
            String proposal,
            String writtenBy) {}

    /**
     * The words of a year's report: those the program proposes and those the office chose.
     *
     * @param proposed the report in the program's words
     * @param written the office's own words
     * @param figures the values that both may name
     */
    public record ReportWording(
            ReportText proposed, Map<ReportPart, OfficeWording> written, ReportNamedFigures figures) {

        /** What the program proposes for a part, as typed text. */
        public String proposal(ReportPart part) {
            return OfficeWordingFiller.proposal(proposed, part);
        }
    }
}
