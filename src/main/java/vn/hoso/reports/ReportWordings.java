package vn.hoso.reports;

import java.time.Clock;
import java.time.OffsetDateTime;
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
import vn.hoso.reports.domain.Part;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Language;
import vn.hoso.shared.RefusedException;

/** The office's own words for its reports: of one year, or lasting from a year on. */
@Repository
public class ReportWordings {

    private static final String ACTION = "report.worded";

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final MessageSource messages;
    private final Clock clock;

    ReportWordings(JdbcClient jdbc, AuditTrail trail, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.messages = messages;
        this.clock = clock;
    }

    /** The words that hold for a year: its own, else the latest lasting ones of a year before. */
    public Map<Part, WrittenWords> of(int year) {
        List<WrittenWords> found =
                jdbc.sql("""
                        select distinct on (w.part) w.id as version, w.year, w.part, w.lasting, w.words, w.proposal,
                               u.display_name as written_by
                        from report_wording w join app_user u on u.id = w.written_by
                        where w.year = :year or (w.lasting and w.year < :year)
                        order by w.part, w.year desc""").param("year", year).query(WrittenWords.class).list();
        Map<Part, WrittenWords> words = new EnumMap<>(Part.class);
        found.forEach(each -> words.put(each.part(), each));
        return words;
    }

    /**
     * Writes the words of a part.
     *
     * @param seen the version that the writer saw, 0 for none
     * @throws RefusedException if somebody else changed them since
     */
    @Transactional
    public void write(int year, Part part, boolean lasting, String words, String proposal, long seen, CurrentUser by) {
        WrittenWords before = asSeen(year, part, seen);
        forget(year, part);
        jdbc.sql("""
                        insert into report_wording (year, part, lasting, words, proposal, written_by, written_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(year, part.name(), lasting, words, proposal, by.id(), OffsetDateTime.now(clock))
                .update();
        recorded(year, part, lasting ? " (làm mẫu cho các năm sau)" : "", before, words, by);
    }

    /** Gives up the year's own words of a part, under the same condition. */
    @Transactional
    public void drop(int year, Part part, long seen, CurrentUser by) {
        WrittenWords before = asSeen(year, part, seen);
        if (forget(year, part) > 0) {
            recorded(year, part, "", before, null, by);
        }
    }

    /** The trail keeps what was written before: here only what holds remains. */
    private void recorded(
            int year,
            Part part,
            String lasting,
            @Nullable WrittenWords before,
            @Nullable String words,
            CurrentUser by) {
        String named = messages.getMessage("reports.wording.part." + part, null, Language.OFFICIAL);
        trail.record(
                by,
                TrailEntry.of(ACTION, String.valueOf(year), named + lasting)
                        .changing(List.of(Change.of("words", before == null ? null : before.words(), words))));
    }

    /** One writer at a time, so that nobody's words disappear unseen. */
    private @Nullable WrittenWords asSeen(int year, Part part, long seen) {
        jdbc.sql("lock table report_wording in share row exclusive mode").update();
        WrittenWords now = of(year).get(part);
        if ((now == null ? 0 : now.version()) != seen) {
            throw new RefusedException(HttpStatus.CONFLICT, "reports.wording.changed");
        }
        return now;
    }

    private int forget(int year, Part part) {
        return jdbc.sql("delete from report_wording where year = ? and part = ?")
                .params(year, part.name())
                .update();
    }
}
