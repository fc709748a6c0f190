package vn.hoso.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.hoso.intake.Explanation.Reason;
import vn.hoso.intake.Explanation.State;
import vn.hoso.intake.PaperIntake.Official;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Rows;
import vn.hoso.worklist.WorkCount;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/** Reads explanations of paper, a unit's staff those of their units alone; each method is one statement. */
@Component
public class ExplanationQueries implements WorkSource {

    /** So many at once. */
    public static final int MOST = 100;

    static final String PATH = "/dashboard/paper/explanations";

    /** For so long a refused one is news. */
    private static final Duration NEWS = Duration.ofDays(60);

    private static final int MOST_NEWS = 20;

    /** Waits for the Office; what was forgotten waits no more, whatever its state. */
    private static final String WAITS = "e.state = 'PROPOSED' and e.forgotten_at is null";

    private static final String ALL = """
            select e.*, v.name as unit, b.of_month, b.by_code, count(*) over () as found from paper_explanation e
            left join lateral (
                select v.name from unit_version v where v.unit_id = e.unit_id and not v.valid >> daterange(e.month, e.month, '[]')
                order by v.valid desc limit 1) v on true
            cross join lateral (
                select coalesce(sum(o.dossiers) filter (where o.dossier_code is null), 0) as of_month, count(o.dossier_code) as by_code
                from paper_explanation o
                where e.state = 'PROPOSED' and o.unit_id = e.unit_id and o.month = e.month
                    and o.received_by_key = e.received_by_key and o.id <> e.id and o.state in ('PROPOSED', 'ACCEPTED')) b
            where (:every or e.unit_id = any(:mine))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ExplanationQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * So many as are read at once.
     *
     * @param all how many there are
     */
    public record Shown(List<Explanation> list, long all) {}

    /**
     * Those that wait, the oldest first, then what was decided last.
     *
     * @param first the one before all others, whatever became of it; null for none
     */
    public Shown latest(CurrentUser reader, @Nullable Long first) {
        return shown(theirs(
                        jdbc.sql(ALL + " order by e.id = :first desc, case when " + WAITS
                                + " then e.proposed_at end nulls last, e.decided_at desc nulls last, e.id desc limit "
                                + MOST),
                        reader)
                .param("first", first == null ? 0 : first));
    }

    /** Those of an official in a period, the latest first. */
    public Shown of(Official official, ReportingPeriod period, CurrentUser reader) {
        return shown(theirs(jdbc.sql(ALL + """
                         and e.unit_id = :unit and e.received_by_key is not distinct from cast(:key as text)
                            and e.month between :first and :last order by e.month desc, e.id desc limit
                        """ + MOST), reader)
                .param("unit", official.unitId())
                .param("key", official.key())
                .param("first", period.from().atDay(1))
                .param("last", period.to().atDay(1)));
    }

    /** For the Office: how many others proposed, in one line. */
    @Override
    public List<WorkCount> countedFor(CurrentUser user) {
        return user.is(Role.REVIEWER)
                ? List.of(new WorkCount(
                        "select array[count(*)] from paper_explanation e where " + WAITS + " and e.proposed_by <> :me",
                        counts -> counts.get(0) == 0
                                ? List.of()
                                : List.of(new WorkItem(
                                        WorkKind.EXPLANATION,
                                        "proposed",
                                        List.of(Formats.count(counts.get(0))),
                                        null,
                                        null,
                                        PATH))))
                : List.of();
    }

    /** For a unit: each one that was refused lately. */
    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        return user.is(Role.UNIT_STAFF) ? refused(user) : List.of();
    }

    private List<WorkItem> refused(CurrentUser user) {
        return list(theirs(
                                jdbc.sql(ALL
                                        + " and e.state = 'REFUSED' and e.decided_at > :lately order by e.id desc limit "
                                        + MOST_NEWS),
                                user)
                        .param("lately", clock.instant().minus(NEWS).atOffset(ZoneOffset.UTC)))
                .stream()
                .map(each -> new WorkItem(
                        WorkKind.EXPLANATION_REFUSED,
                        String.valueOf(each.id()),
                        List.of(Formats.month(each.month()), each.unit(), Formats.count(each.dossiers())),
                        each.answer(),
                        null,
                        PATH))
                .toList();
    }

    private static StatementSpec theirs(StatementSpec statement, CurrentUser reader) {
        return statement
                .param("every", reader.seesAllUnits())
                .param("mine", reader.unitIds().toArray(Long[]::new));
    }

    private static Shown shown(StatementSpec statement) {
        AtomicLong all = new AtomicLong();
        List<Explanation> list = statement
                .query((row, n) -> {
                    all.set(row.getLong("found"));
                    return explanation(row);
                })
                .list();
        return new Shown(list, all.get());
    }

    private static List<Explanation> list(StatementSpec statement) {
        return statement.query((row, n) -> explanation(row)).list();
    }

    private static Explanation explanation(ResultSet row) throws SQLException {
        @Nullable String unit = row.getString("unit");
        return new Explanation(
                row.getLong("id"),
                row.getLong("unit_id"),
                unit == null ? "–" : unit,
                Rows.month(row, "month"),
                row.getString("received_by"),
                row.getString("dossier_code"),
                row.getInt("dossiers"),
                Reason.valueOf(row.getString("reason")),
                row.getString("words"),
                State.valueOf(row.getString("state")),
                row.getLong("proposed_by"),
                row.getString("proposed_by_name"),
                Rows.instant(row, "proposed_at"),
                row.getString("decided_by_name"),
                Rows.instantOrNull(row, "decided_at"),
                row.getString("answer"),
                row.getLong("of_month"),
                row.getLong("by_code"),
                Rows.instantOrNull(row, "forgotten_at") != null);
    }
}
