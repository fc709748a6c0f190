package vn.hoso.followups;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Makes tasks and closes them with their result. */
@Component
public class FollowUpService {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    FollowUpService(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A task to be made; its texts are composed Unicode within {@link FollowUp}'s lengths. */
    public record Draft(
            long targetId, YearMonth month, @Nullable Long unitId, String task, String responsible, LocalDate due) {}

    /** Makes a task; one that is open already and the same in everything is left as it is. */
    @Transactional
    public void make(Draft draft, CurrentUser by) {
        int made = jdbc.sql("""
                        insert into follow_up (target_id, month, unit_id, task, responsible, due, made_by, made_by_name, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        draft.targetId(),
                        draft.month().atDay(1),
                        draft.unitId(),
                        draft.task(),
                        draft.responsible(),
                        draft.due(),
                        by.id(),
                        by.displayName(),
                        OffsetDateTime.now(clock))
                .update();
        if (made == 1) {
            audit.record(
                    by,
                    TrailEntry.of("followup.made", draft.task(), draft.responsible() + ", " + Formats.date(draft.due()))
                            .units(Stream.ofNullable(draft.unitId()).toList()));
        }
    }

    /** What became of closing a task. */
    public enum Outcome {
        CLOSED,
        /** Somebody else was faster. */
        CLOSED_BEFORE,
        UNKNOWN
    }

    /** Closes a task; the same press sent twice closes it once. */
    @Transactional
    public Outcome close(long id, String result, CurrentUser by) {
        String task = jdbc.sql("""
                        update follow_up set state = 'CLOSED', result = ?, closed_by = ?, closed_by_name = ?, closed_at = ?
                        where id = ? and state = 'OPEN' returning task
                        """)
                .params(result, by.id(), by.displayName(), OffsetDateTime.now(clock), id)
                .query(String.class)
                .optional()
                .orElse(null);
        if (task != null) {
            audit.record(by, TrailEntry.of("followup.closed", task, "").because(result));
            return Outcome.CLOSED;
        }
        return jdbc.sql("select result = ? and closed_by = ? from follow_up where id = ?")
                .params(result, by.id(), id)
                .query(Boolean.class)
                .optional()
                .map(mine -> mine ? Outcome.CLOSED : Outcome.CLOSED_BEFORE)
                .orElse(Outcome.UNKNOWN);
    }
}
