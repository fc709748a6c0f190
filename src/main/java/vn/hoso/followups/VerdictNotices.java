package vn.hoso.followups;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Language;
import vn.hoso.shared.Rows;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/** Notices of changed verdicts, shown to each person until they put them away. */
@Component
public class VerdictNotices implements WorkSource {

    private static final String NOTICES = """
            select n.*, t.code, (select v.name from unit_version v where v.unit_id = n.unit_id
                order by lower(v.valid) desc nulls last limit 1) as unit
            from verdict_notice n join target t on t.id = n.target_id
            """;

    private static final int MOST_ANSWERS = 60;

    /** What was unread beside an answer of results, by reader and language. */
    private final Cache<Object, Map<List<Object>, List<Notice>>> beside = Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(MOST_ANSWERS)
            .executor(Runnable::run)
            .build();

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final MessageSource messages;
    private final Clock clock;

    VerdictNotices(JdbcClient jdbc, EntityManager entities, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.messages = messages;
        this.clock = clock;
    }

    /** A notice in one sentence. */
    public record Notice(long id, String text) {}

    /** Of single units only for those who see all of them. */
    private static final String UNREAD = NOTICES + """
            join app_user person on person.id = :reader and person.created_at <= n.noticed_at
            where not exists (select from verdict_notice_read r where r.notice_id = n.id and r.user_id = :reader)
                and (n.unit_id is null or :all)
            """;

    /** What a leader has to know; the Office meets it where it looks at the figures. */
    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        return !user.is(Role.LEADER)
                ? List.of()
                : jdbc.sql(UNREAD + " order by n.id desc limit 3")
                        .param("reader", user.id())
                        .param("all", user.seesAllUnits())
                        .query((row, n) -> new WorkItem(
                                WorkKind.VERDICT,
                                row.getString("id"),
                                List.of(about(row, Language.ofReader()), String.valueOf(row.getInt("year"))),
                                notice(row, Language.ofReader()).text(),
                                null,
                                (row.getObject("unit_id") == null
                                                ? "/dashboard"
                                                : "/dashboard/units/" + row.getLong("unit_id"))
                                        + "?year=" + row.getInt("year")))
                        .list();
    }

    /**
     * The latest notices of a year that this person has not put away, from the day on which they came. They are asked for once for
     * each answer: none comes or is put away without another answer, as the database counts both among the changes of results.
     *
     * @param answer the year's results, an object that is the same as long as they are
     */
    public List<Notice> unread(int year, CurrentUser reader, Object answer) {
        return beside.get(answer, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(List.of(reader.id(), Language.ofReader()), any -> unread(year, reader));
    }

    private List<Notice> unread(int year, CurrentUser reader) {
        return jdbc.sql(UNREAD + " and n.year = :year order by n.id desc limit 3")
                .param("reader", reader.id())
                .param("all", reader.seesAllUnits())
                .param("year", year)
                .query((row, n) -> notice(row, Language.ofReader()))
                .list();
    }

    /** Puts a notice away for this person, once; false if there is no such notice. */
    @Transactional
    public boolean putAway(long id, CurrentUser reader) {
        if (entities.find(VerdictNotice.class, id) == null) {
            return false;
        }
        // The same press sent twice: the second one waits for the first.
        jdbc.sql("select id from app_user where id = ? for no key update")
                .param(reader.id())
                .query(Long.class)
                .single();
        NoticeRead.Key key = new NoticeRead.Key(id, reader.id());
        if (entities.find(NoticeRead.class, key) == null) {
            entities.persist(new NoticeRead(key, clock.instant()));
        }
        return true;
    }

    /** The notice as its letter says it. */
    @Nullable
    Notice find(long id) {
        return jdbc.sql(NOTICES + " where n.id = ?")
                .param(id)
                .query((row, n) -> notice(row, Language.OFFICIAL))
                .optional()
                .orElse(null);
    }

    private Notice notice(ResultSet row, Locale language) throws SQLException {
        long numerator = row.getLong("numerator");
        String figures = row.wasNull()
                ? say("followups.notice.not-reported", language)
                : Formats.count(numerator) + "/" + Formats.count(row.getLong("denominator"));
        return new Notice(
                row.getLong("id"),
                say(
                        "followups.notice",
                        language,
                        about(row, language),
                        String.valueOf(row.getInt("year")),
                        say("targets.verdict." + row.getString("status_before"), language),
                        say("targets.verdict." + row.getString("status_after"), language),
                        figures,
                        Formats.date(row.getObject("last_day", LocalDate.class)),
                        Formats.time(Rows.instant(row, "noticed_at"), language),
                        provisional(row, language)));
    }

    /** The target's code, and whose verdict it is where that is a unit's. */
    private String about(ResultSet row, Locale language) throws SQLException {
        String unit = row.getString("unit");
        return unit == null ? row.getString("code") : say("followups.notice.of", language, row.getString("code"), unit);
    }

    /** Empty unless returns were missing then, or not approved, that could turn the verdict again. */
    private String provisional(ResultSet row, Locale language) throws SQLException {
        long expected = row.getLong("expected_returns");
        if (!row.wasNull()) {
            return say(
                    "followups.notice.is.ESTIMATE",
                    language,
                    Formats.count(row.getLong("reported_returns")) + "/" + Formats.count(expected));
        }
        long unapproved = row.getLong("unapproved_returns");
        return row.wasNull() ? "" : say("followups.notice.is.PRELIMINARY", language, Formats.count(unapproved));
    }

    String say(String key, Locale language, String... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
