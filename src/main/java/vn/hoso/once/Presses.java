package vn.hoso.once;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.hoso.audit.TrailRecorded;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Rows;
import vn.hoso.shared.UserFacingException;

/**
 * Knows which presses have changed something. Whatever is told of in the trail takes the form's key in the same transaction, so a key
 * is used exactly if the change is stored; the same press at the same time waits for the first, then it finds the key used.
 */
@Component
@EnableScheduling
public class Presses {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Presses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a press has stored.
     *
     * @param at when
     * @param answer the address to which it led; null if it led to none, or has not answered yet
     * @param partly whether its answer refused the rest of what was typed
     */
    public record Stored(Instant at, @Nullable String answer, boolean partly) {

        private static Stored read(ResultSet row) throws SQLException {
            return new Stored(Rows.instant(row, "used_at"), row.getString("answer"), row.getBoolean("partly"));
        }
    }

    @EventListener
    void changed(TrailRecorded change) {
        count();
    }

    /**
     * Takes the key of the current press in the current transaction. What the trail tells of does so by itself; this is for
     * changes that it does not tell of. Without a press it does nothing.
     *
     * @throws UserFacingException with 409 if the same press has changed something before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count() {
        Press press = Press.current();
        if (press == null || press.counted()) {
            return;
        }
        Instant now = clock.instant();
        if (jdbc.sql("""
                        insert into used_form_key (key_hash, content_hash, user_id, used_at)
                        values (:key, :content, :user, :now) on conflict do nothing
                        """)
                        .param("key", press.keyHash())
                        .param("content", press.contentHash())
                        .param("user", press.by().id())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 0) {
            Instant before = find(press).map(Stored::at).orElse(now);
            throw new UserFacingException(HttpStatus.CONFLICT, "once.before", Formats.time(before));
        }
        press.count(true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                press.count(status == STATUS_COMMITTED);
            }
        });
    }

    /** What the same press has stored. */
    public Optional<Stored> find(Press press) {
        return jdbc.sql(
                        "select used_at, answer, partly from used_form_key where key_hash = :key and content_hash = :content")
                .param("key", press.keyHash())
                .param("content", press.contentHash())
                .query((row, n) -> Stored.read(row))
                .optional();
    }

    /** What a form with this key has stored last for this user. */
    public Optional<Stored> find(String key, CurrentUser by) {
        return jdbc.sql("""
                        select used_at, answer, partly from used_form_key where key_hash = :key and user_id = :user
                        order by used_at desc limit 1
                        """)
                .param("key", Press.hash(key))
                .param("user", by.id())
                .query((row, n) -> Stored.read(row))
                .optional();
    }

    /** Keeps where a press led to, for whoever presses again. */
    public void answered(Press press, String address) {
        jdbc.sql("update used_form_key set answer = :answer where key_hash = :key and content_hash = :content")
                .param("answer", address)
                .param("key", press.keyHash())
                .param("content", press.contentHash())
                .update();
    }

    /** Keeps that the answer to a press refused a part of it, for whoever presses again. */
    public void storedPartly(Press press) {
        jdbc.sql("update used_form_key set partly = true where key_hash = :key and content_hash = :content")
                .param("key", press.keyHash())
                .param("content", press.contentHash())
                .update();
    }

    /** Forgets the keys of pages that nobody has open any more. Each working hour: an office's PC is off at night. */
    @Scheduled(cron = "0 25 8-16 * * *", zone = "Asia/Ho_Chi_Minh")
    void forgetOld() {
        jdbc.sql("delete from used_form_key where used_at < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
