package vn.hoso.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.hoso.audit.TrailRecorded;
import vn.hoso.figures.ReturnCalendarSettings;
import vn.hoso.figures.SubmissionDeadlineQueries;
import vn.hoso.figures.SubmissionDeadlineQueries.MonthProgress;
import vn.hoso.figures.domain.ReturnStatus;
import vn.hoso.shared.Moments;

/**
 * Figures for those who watch the program: what people did, who was turned away, and how far the returns of the past twelve months
 * have come. Counted as it happens, or read at most once a minute for as many months, however long the program has been in use.
 */
@Component
class ProgramFigures implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramFigures.class);

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MONTHS = 12;

    private final SubmissionDeadlineQueries deadlines;
    private final ReturnCalendarSettings calendars;
    private final FreeSpace space;
    private final TrailEnd trail;
    private final BackupAge backup;
    private final Clock clock;
    private @Nullable MeterRegistry registry;
    private Instant readAt = Instant.MIN;
    private List<MonthProgress> months = List.of();

    ProgramFigures(
            SubmissionDeadlineQueries deadlines,
            ReturnCalendarSettings calendars,
            FreeSpace space,
            TrailEnd trail,
            BackupAge backup,
            Clock clock) {
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.space = space;
        this.trail = trail;
        this.backup = backup;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        registry = meters;
        months(meters, "hoso.months.open", "Months due, not locked", month -> month.locked() ? 0 : 1);
        months(
                meters,
                "hoso.months.late",
                "Months past their deadline that units still owe",
                month -> month.late() && month.owed() > 0 ? 1 : 0);
        months(meters, "hoso.returns.owed", "Returns past their deadline", month -> month.late() ? month.owed() : 0);
        for (ReturnStatus status : ReturnStatus.values()) {
            Gauge.builder("hoso.returns", () -> sum(month -> month.count(status)))
                    .tag("state", status.name())
                    .description("Returns of the past twelve months by state")
                    .register(meters);
        }
        Gauge.builder("hoso.data.free", () -> space.measure().free())
                .baseUnit("bytes")
                .description("Room left on the disk of the data folder")
                .register(meters);
        Gauge.builder("hoso.trail.whole", () -> trail.health().getStatus().equals(Status.UP) ? 1 : 0)
                .description("1 while the trail ends as its chain says")
                .register(meters);
        Gauge.builder("hoso.backup.age", backup::seconds)
                .baseUnit("seconds")
                .description(
                        "Since the last package was begun that was read back whole; not a number where there is none")
                .register(meters);
        failures(meters);
    }

    private void months(MeterRegistry meters, String name, String description, ToLongFunction<MonthProgress> counted) {
        Gauge.builder(name, () -> sum(counted)).description(description).register(meters);
    }

    private synchronized long sum(ToLongFunction<MonthProgress> counted) {
        Instant now = clock.instant();
        if (Moments.apart(readAt, now, FRESH)) {
            readAt = now;
            YearMonth current = YearMonth.now(clock);
            try {
                months = deadlines.progress(
                        current.minusMonths(MONTHS), calendars.current().days(current));
            } catch (DataAccessException e) {
                LOG.warn("How far the returns have come cannot be told", e);
            }
        }
        return months.stream().mapToLong(counted).sum();
    }

    /** What people did and what was kept, by the trail's codes. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void done(TrailRecorded recorded) {
        if (registry != null) {
            Counter.builder("hoso.actions")
                    .tag("action", recorded.action())
                    .description("Lines of the trail")
                    .register(registry)
                    .increment();
        }
    }

    @EventListener
    void notLetIn(AbstractAuthenticationFailureEvent event) {
        if (registry != null) {
            failures(registry).increment();
        }
    }

    private static Counter failures(MeterRegistry meters) {
        return Counter.builder("hoso.signin.failures")
                .description("Sign-ins that were turned away")
                .register(meters);
    }
}
