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
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.figures.domain.SubmissionDeadlines;
import vn.hoso.shared.EntryWindows;

/**
 * Takes over the configured deadline when the program starts: the first one for all months, another one from the current
 * month on. A deadline that is over was fixed by what stood then, so no change reaches back.
 */
@Component
class DeadlineSettings implements SmartInitializingSingleton {

    private final int day;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final EntryWindows windows;
    private final Clock clock;

    DeadlineSettings(
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

    private void takeOver() {
        // Copies of the program that start at once take turns.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hoso.deadline_setting'))")
                .query(row -> {});
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
        entities.persist(new DeadlineSetting(from, day, AuditTrail.PROGRAM, clock.instant()));
        audit.recordOwn(
                new TrailEntry("deadline.set", from.toString(), String.valueOf(day), from, List.of(), null, List.of()));
    }
}
