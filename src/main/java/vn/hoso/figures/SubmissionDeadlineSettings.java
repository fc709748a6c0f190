package vn.hoso.figures;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.EntryWindows;

/**
 * Decides by which day of the next month figures are in time. When the program starts it takes over the configured day: the
 * first one for all months, another one from the current month on. Later an administrator decides. A deadline that is over was
 * fixed by what stood then, so no decision reaches back.
 */
@Component
public class SubmissionDeadlineSettings implements SmartInitializingSingleton {

    private static final String ACTION = "deadline.set";

    private final int day;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final EntryWindows windows;
    private final Clock clock;

    SubmissionDeadlineSettings(
            @Value("${hoso.deadline-day:" + SubmissionDeadlines.USUAL_DAY + "}") int day,
            JdbcClient jdbc,
            EntityManager entities,
            TransactionOperations transactions,
            AuditTrail audit,
            EntryWindows windows,
            Clock clock) {
        if (day < 1 || day > 28) {
            throw new IllegalArgumentException("hoso.deadline-day must be 1 to 28 but is " + day);
        }
        this.day = day;
        this.jdbc = jdbc;
        this.entities = entities;
        this.transactions = transactions;
        this.audit = audit;
        this.windows = windows;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(status -> takeOver());
    }

    /** What became of a decision. */
    public enum Outcome {
        DECIDED,
        /** The day holds for that month already. */
        UNCHANGED,
        /** The month's deadline may be over, or the month is too far away. */
        NOT_THIS_MONTH,
        /** Somebody else decided meanwhile. */
        DECIDED_MEANWHILE
    }

    /**
     * Decides the day for a month and those after it.
     *
     * @param from the current month or one of the next twelve
     * @param decided the last day in time, 1 to 28
     * @param seen how many decisions the person saw
     */
    @Transactional
    public Outcome decide(YearMonth from, int decided, int seen, CurrentUser by) {
        takeTurns();
        YearMonth current = windows.today().current();
        if (from.isBefore(current) || from.isAfter(current.plusMonths(12))) {
            return Outcome.NOT_THIS_MONTH;
        }
        List<SubmissionDeadlines.Setting> stored =
                new SubmissionDeadlineQueries(jdbc, clock).deadlines().settings();
        if (stored.stream()
                .filter(each -> !each.from().isAfter(from))
                .reduce((earlier, later) -> later)
                .filter(each -> each.day() == decided)
                .isPresent()) {
            return Outcome.UNCHANGED;
        }
        if (stored.size() != seen) {
            return Outcome.DECIDED_MEANWHILE;
        }
        entities.persist(new SubmissionDeadlineSetting(from, decided, by.id(), by.displayName(), clock.instant()));
        audit.record(by, entry(from, decided));
        return Outcome.DECIDED;
    }

    /** Whoever decides, and copies of the program that start at once, come one after the other. */
    private void takeTurns() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hoso.deadline_setting'))")
                .query(row -> {});
    }

    private void takeOver() {
        takeTurns();
        Optional<Integer> known = jdbc.sql(
                        "select day from deadline_setting where set_by is null order by id desc limit 1")
                .query(Integer.class)
                .optional();
        if (known.isEmpty()) {
            keep(windows.today().earliest());
        } else if (known.get() != day) {
            keep(windows.today().current());
        }
    }

    private void keep(YearMonth from) {
        entities.persist(new SubmissionDeadlineSetting(from, day, null, AuditTrail.PROGRAM, clock.instant()));
        audit.recordOwn(entry(from, day));
    }

    private static TrailEntry entry(YearMonth from, int day) {
        return new TrailEntry(ACTION, from.toString(), String.valueOf(day), from, List.of(), null, List.of());
    }
}
