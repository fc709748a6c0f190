package vn.hoso.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import vn.hoso.backup.Backups.Kind;
import vn.hoso.shared.Moments;

/** Looks every ten minutes whether a package is due: a computer that is off at night makes it after it was switched on. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "hoso.backup.enabled", matchIfMissing = true)
class BackupSchedule {

    /** After a failure the schedule waits this long. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private static final Duration DRILL_AGAIN = Duration.ofDays(1);

    private final BackupService service;
    private final BackupRuns runs;
    private final BackupProperties properties;
    private final Clock clock;

    BackupSchedule(BackupService service, BackupRuns runs, BackupProperties properties, Clock clock) {
        this.service = service;
        this.runs = runs;
        this.properties = properties;
        this.clock = clock;
    }

    /** Begins what is due: the day's package, and now and then a trial of it. */
    @Scheduled(fixedDelay = 10, initialDelay = 3, timeUnit = TimeUnit.MINUTES)
    void look() {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        Backups.Run last = latest(Kind.BACKUP);
        Backups.Run drill = latest(Kind.DRILL);
        if (due(now, properties.at(), last)) {
            service.begin(null);
        } else if (!properties.drillEvery().isZero() && drillDue(now, drill)) {
            service.beginDrill(null);
        }
    }

    private boolean drillDue(ZonedDateTime now, Backups.@Nullable Run last) {
        return last == null
                || last.started()
                        .plus(last.failure() == null ? properties.drillEvery() : DRILL_AGAIN)
                        .isBefore(now.toInstant());
    }

    private Backups.@Nullable Run latest(Kind kind) {
        Instant now = clock.instant();
        return runs.findFirstByKindAndStartedAtBeforeOrderByStartedAtDesc(kind, Moments.latest(now))
                .map(run -> run.view(now))
                .orElse(null);
    }

    /**
     * Whether the day's package is to be made.
     *
     * @param at the time of day from which it is due
     * @param last the last one that was begun, null for none
     */
    static boolean due(ZonedDateTime now, LocalTime at, Backups.@Nullable Run last) {
        if (last == null) {
            return true;
        }
        if (last.failure() != null) {
            return last.started().plus(AGAIN).isBefore(now.toInstant());
        }
        ZonedDateTime today = now.with(at);
        ZonedDateTime passed = today.isAfter(now) ? today.minusDays(1) : today;
        return last.started().isBefore(passed.toInstant());
    }
}
