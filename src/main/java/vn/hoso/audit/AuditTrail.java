package vn.hoso.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import vn.hoso.security.CurrentUser;

/**
 * Adds lines to the trail, in the transaction of the change they tell of: both are kept or neither is. The lines are written
 * when everything else of the transaction is, whenever they were recorded in it.
 */
@Component
public class AuditTrail {

    /** Stands for a user whom the program does not know. */
    static final String NOBODY = "–";

    /** Stands for the program itself, as it was configured. */
    public static final String PROGRAM = "Chương trình";

    private final TrailStore store;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AuditTrail(TrailStore store, TransactionOperations transactions, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Lets nobody's change come in between from now on until the transaction ends: each ends with its line. The first thing of a
     * transaction, before it has read or written anything.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException in a transaction of one snapshot, if a line came in just then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold() {
        store.hold();
    }

    /**
     * Records what a user did.
     *
     * @param who the user
     * @param action a stable code such as {@code figures.saved}
     * @param subject what it was done to, such as a month, a unit or a target
     * @param detail what changed, in words or figures
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CurrentUser who, String action, String subject, String detail) {
        record(who, TrailEntry.of(action, subject, detail));
    }

    /** Records what a user did, with the units, the month, the reason and the values it concerns. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CurrentUser who, TrailEntry entry) {
        add(who, entry);
        events.publishEvent(new TrailRecorded(entry.action()));
    }

    private void add(CurrentUser who, TrailEntry entry) {
        TrailTransaction.add(
                new PendingEntry(clock.instant(), who.id(), who.nameFor(entry.units()), entry, Origin.current()),
                store);
    }

    /** Records what the program did by itself because it is configured so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordOwn(TrailEntry entry) {
        TrailTransaction.add(new PendingEntry(clock.instant(), null, PROGRAM, entry, Origin.current()), store);
    }

    /** Records what changed nothing else, such as a check: in a transaction of its own. */
    public void recordApart(CurrentUser who, TrailEntry entry) {
        transactions.executeWithoutResult(status -> record(who, entry));
    }

    /**
     * Records that the program itself has put other contents into a database, in the transaction that did.
     *
     * @param restored the database with its new contents
     */
    public static void recordRestored(DataSource restored, Clock clock, TrailEntry entry) {
        new TrailStore(
                        JdbcClient.create(restored),
                        new StaticListableBeanFactory().getBeanProvider(EntityManager.class),
                        JsonMapper.shared())
                .add(List.of(new PendingEntry(clock.instant(), null, PROGRAM, entry, Origin.current())));
    }

    /** Records what a user was refused: in a transaction of its own, and as nothing that they did. */
    public void recordRefusal(CurrentUser who, TrailEntry entry) {
        transactions.executeWithoutResult(status -> add(who, entry));
    }

    /**
     * Records a step of a user's way in, in a transaction of its own or in the one that uses up what they gave: it changes nothing that a
     * form's key stands for, so a step tried again is a try of its own.
     */
    public void recordSignIn(CurrentUser who, TrailEntry entry) {
        transactions.executeWithoutResult(status -> add(who, entry));
    }

    /** Records what an unknown visitor did, in a transaction of its own. */
    void recordStranger(TrailEntry entry) {
        transactions.executeWithoutResult(status ->
                TrailTransaction.add(new PendingEntry(clock.instant(), null, NOBODY, entry, Origin.current()), store));
    }
}
