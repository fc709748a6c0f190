package vn.hoso.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.security.CurrentUser;

/** Adds one line to the trail, in the transaction of the change it tells of: both are kept or neither is. */
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records what a person did.
     *
     * @param who the person
     * @param action a stable code such as {@code figures.saved}
     * @param subject what it was done to, such as a month, a unit or a target
     * @param detail what changed, in words or figures
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CurrentUser who, String action, String subject, String detail) {
        jdbc.sql(
                        "insert into audit_event (at, actor_id, actor_name, action, subject, detail) values (?, ?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), who.id(), who.displayName(), action, subject, detail)
                .update();
    }
}
