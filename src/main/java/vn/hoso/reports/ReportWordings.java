package vn.hoso.reports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.reports.domain.Part;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.RefusedException;

/** The office's own words for its reports: of one year, or lasting from a year on. */
@Repository
public class ReportWordings {

    private static final String ACTION = "report.worded";

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    ReportWordings(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
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
        asSeen(year, part, seen);
        forget(year, part);
        jdbc.sql("""
                        insert into report_wording (year, part, lasting, words, proposal, written_by, written_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(year, part.name(), lasting, words, proposal, by.id(), OffsetDateTime.now(clock))
                .update();
        trail.record(by, ACTION, year + " " + part, (lasting ? "lasting: " : "") + words);
    }

    /** Gives up the year's own words of a part, under the same condition. */
    @Transactional
    public void drop(int year, Part part, long seen, CurrentUser by) {
        asSeen(year, part, seen);
        if (forget(year, part) > 0) {
            trail.record(by, ACTION, year + " " + part, "as proposed");
        }
    }

    /** One writer at a time, so that nobody's words disappear unseen. */
    private void asSeen(int year, Part part, long seen) {
        jdbc.sql("lock table report_wording in share row exclusive mode").update();
        WrittenWords now = of(year).get(part);
        if ((now == null ? 0 : now.version()) != seen) {
            throw new RefusedException(HttpStatus.CONFLICT, "reports.wording.changed");
        }
    }

    private int forget(int year, Part part) {
        return jdbc.sql("delete from report_wording where year = ? and part = ?")
                .params(year, part.name())
                .update();
    }
}
