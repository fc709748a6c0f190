package vn.hoso.once;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
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
import vn.hoso.shared.UserFacingException;

/**
 * Knows which presses have changed something. Whatever is told of in the trail takes the form's key in the same transaction, so a key
 * is used exactly if the change is stored; the same press at the same time waits for the first, then it finds the key used.
 */
@Component
@EnableScheduling
public class Presses {

    private static final Duration KEPT = Duration.ofDays(30);

    private final UsedFormKeys keys;
    private final Clock clock;

    Presses(UsedFormKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What a press has stored.
     *
     * @param at when
     * @param answer the address to which it led; null if it led to none, or has not answered yet
     * @param partly whether its answer refused the rest of what was typed
     */
    public record Stored(Instant at, @Nullable String answer, boolean partly) {}

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
        if (keys.take(press.keyHash(), press.contentHash(), press.by().id(), now) == 0) {
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
        return keys.find(press.keyHash(), press.contentHash());
    }

    /** What a form with this key has stored last for this user. */
    public Optional<Stored> find(String key, CurrentUser by) {
        return keys.findLatest(Press.hash(key), by.id());
    }

    /** Keeps where a press led to, for whoever presses again. */
    public void answered(Press press, String address) {
        keys.answered(press.keyHash(), press.contentHash(), address);
    }

    /** Keeps that the answer to a press refused a part of it, for whoever presses again. */
    public void storedPartly(Press press) {
        keys.storedPartly(press.keyHash(), press.contentHash());
    }

    /** Forgets the keys of pages that nobody has open any more. Each working hour: an office's PC is off at night. */
    @Scheduled(cron = "0 25 8-16 * * *", zone = "Asia/Ho_Chi_Minh")
    void forgetOld() {
        keys.deleteOld(clock.instant().minus(KEPT));
    }
}
