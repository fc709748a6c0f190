package vn.hoso.followups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.Rows;
import vn.hoso.worklist.WorkCount;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/** Reads tasks about missed targets. Each method is one statement; a unit's staff see those of their unit alone. */
@Component
public class FollowUpQueries implements WorkSource {

    private static final int CLOSED_SHOWN = 100;

    private static final String ALL = """
            select f.*, t.code as target_code, v.name || coalesce(' → ' || (
                    select string_agg(now_there.name, ', ' order by now_there.name) from follow_up_carried c
                    join unit_version now_there on now_there.unit_id = c.unit_id and upper_inf(now_there.valid)
                    where c.follow_up_id = f.id), '') as unit
            from follow_up f
            join target t on t.id = f.target_id
            left join lateral unit_at(f.month) v on v.unit_id = f.unit_id
            """;

    private static final String THEIRS = """
             (:every or f.unit_id = any(:mine) or exists (
                select from follow_up_carried c where c.follow_up_id = f.id and c.unit_id = any(:mine)))
            """;

    private static final String COUNTS =
            "count(*) as open, count(*) filter (where f.due < :today) as overdue from follow_up f where f.state = 'OPEN' and"
                    + THEIRS;

    private final JdbcClient jdbc;
    private final PageMessages wording;
    private final Clock clock;

    FollowUpQueries(JdbcClient jdbc, PageMessages wording, Clock clock) {
        this.jdbc = jdbc;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * How much is still to be done.
     *
     * @param open tasks that are open
     * @param overdue of these, after their last day
     */
    public record Summary(int open, int overdue) {}

    public Summary summary(CurrentUser reader) {
        return theirs(jdbc.sql("select " + COUNTS), reader)
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new Summary(row.getInt("open"), row.getInt("overdue")))
                .single();
    }

    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        return List.of();
    }

    /** One line: units and the Office do what is open, leaders ask about what is late. */
    @Override
    public List<WorkCount> countedFor(CurrentUser user) {
        return user.is(Role.ADMINISTRATOR) || user.is(Role.REPORT_CLERK)
                ? List.of()
                : List.of(new WorkCount(
                        "select array[open, overdue] from (select " + COUNTS + ") tasks",
                        counts -> line(
                                new Summary(
                                        counts.get(0).intValue(), counts.get(1).intValue()),
                                user)));
    }

    private List<WorkItem> line(Summary tasks, CurrentUser user) {
        int waiting = user.is(Role.LEADER) ? tasks.overdue() : tasks.open();
        return waiting == 0
                ? List.of()
                : List.of(new WorkItem(
                        WorkKind.TASK,
                        "open",
                        List.of(Formats.count(tasks.open())),
                        null,
                        tasks.overdue() == 0
                                ? null
                                : wording.of("worklist.tasks-overdue", Formats.count(tasks.overdue())),
                        "/follow-ups"));
    }

    /** The open tasks, the most urgent first, then the latest closed ones. */
    public List<FollowUp> findVisibleTo(CurrentUser reader) {
        return list(theirs(
                jdbc.sql(
                        "select * from (" + ALL + " where f.state = 'OPEN' and" + THEIRS
                                + " union all (" + ALL + " where f.state = 'CLOSED' and" + THEIRS
                                + " order by f.closed_at desc, f.id desc limit " + CLOSED_SHOWN
                                + ")) found order by state = 'CLOSED', case when state = 'OPEN' then due end, closed_at desc, id"),
                reader));
    }

    /** What is open about the targets of a year, for its report: tasks of earlier years that are carried on, too. */
    public List<FollowUp> openOf(int year) {
        return list(
                jdbc.sql(ALL + " where f.state = 'OPEN' and f.month <= make_date(:year, 12, 1) order by f.due, f.id")
                        .param("year", year));
    }

    private static StatementSpec theirs(StatementSpec statement, CurrentUser reader) {
        return statement
                .param("every", reader.seesAllUnits())
                .param("mine", reader.unitIds().toArray(Long[]::new));
    }

    private static List<FollowUp> list(StatementSpec statement) {
        return statement
                .query((row, n) -> new FollowUp(
                        row.getLong("id"),
                        row.getLong("target_id"),
                        row.getString("target_code"),
                        Rows.month(row, "month"),
                        row.getObject("unit_id", Long.class),
                        row.getString("unit"),
                        row.getString("task"),
                        row.getString("responsible"),
                        row.getObject("due", LocalDate.class),
                        row.getString("made_by_name"),
                        Rows.instant(row, "made_at"),
                        closing(row)))
                .list();
    }

    private static FollowUp.@Nullable Closing closing(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("closed_at", OffsetDateTime.class);
        return at == null
                ? null
                : new FollowUp.Closing(row.getString("result"), row.getString("closed_by_name"), at.toInstant());
    }
}
