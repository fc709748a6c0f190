package vn.hoso.audit;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes entries down; the database gives each its place in the chain and its hash. */
@Repository
class TrailStore {

    private final JdbcClient jdbc;
    private final ObjectProvider<EntityManager> entities;
    private final JsonMapper json;

    TrailStore(JdbcClient jdbc, ObjectProvider<EntityManager> entities, JsonMapper json) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.json = json;
    }

    /** Holds the end of the chain until the transaction ends. */
    void hold() {
        jdbc.sql("select from hold_audit_chain()").query(row -> {});
    }

    void add(List<PendingEntry> pending) {
        // Changed entities go first: their rows are waited for before the chain's end is held, never after.
        entities.ifAvailable(EntityManager::flush);
        pending.forEach(this::insert);
    }

    private void insert(PendingEntry each) {
        TrailEntry entry = each.entry();
        // By hand: a row is only ever added, and its number and hashes are the database's.
        jdbc.sql("""
                        insert into audit_event (at, actor_id, actor_name, action, subject, detail, month, unit_ids, changes,
                            reason, address, request_id)
                        values (:at, :actor, :name, :action, :subject, :detail, :month, :units, cast(:changes as jsonb),
                            :reason, :address, :request)
                        """)
                .param("at", OffsetDateTime.ofInstant(each.at(), ZoneOffset.UTC))
                .param("actor", each.actorId())
                .param("name", each.actorName())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .param("month", firstDay(entry.month()))
                .param("units", entry.units().toArray(Long[]::new))
                .param("changes", entry.changes().isEmpty() ? null : json.writeValueAsString(entry.changes()))
                .param("reason", entry.reason())
                .param("address", each.origin().address())
                .param("request", each.origin().request())
                .update();
    }

    private static @Nullable LocalDate firstDay(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }
}
