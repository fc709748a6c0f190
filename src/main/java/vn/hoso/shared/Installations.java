package vn.hoso.shared;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The installation's only row, and what of it changes only while the program starts. */
@Repository
public class Installations {

    private final EntityManager entities;
    private final AtomicReference<@Nullable Installation> known = new AtomicReference<>();

    Installations(EntityManager entities) {
        this.entities = entities;
    }

    /** As it was when this copy of the program started: whether it is a demonstration. */
    public Installation current() {
        Installation installation = known.get();
        if (installation == null) {
            installation = stored();
            known.set(installation);
        }
        return installation;
    }

    /** As it is stored, for a page that changes it. */
    public Installation stored() {
        return Objects.requireNonNull(entities.find(Row.class, Row.ONLY)).installation();
    }

    /** Marks this database for good as one of made-up figures. */
    @Transactional
    public void markAsDemonstration() {
        lock().demonstration = true;
        known.set(null);
    }

    /**
     * Says from which month on units must report here.
     *
     * @param month null where every month is owed
     * @param seen the version that the person saw
     * @return false if somebody else changed it meanwhile; nothing is changed then
     */
    @Transactional
    public boolean useSince(@Nullable YearMonth month, int seen) {
        Row row = lock();
        if (row.version != seen) {
            return false;
        }
        row.inUseSince = month == null ? null : month.atDay(1);
        entities.flush();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known.set(null);
            }
        });
        return true;
    }

    /** As it is once whoever else changes it is done, even where the transaction has read it before. */
    private Row lock() {
        Row row = Objects.requireNonNull(entities.find(Row.class, Row.ONLY));
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }

    /** Where it is stored. */
    @Entity
    @Table(name = "installation")
    static class Row {

        private static final short ONLY = 1;

        @Id
        private short id;

        private boolean demonstration;
        private @Nullable LocalDate inUseSince;

        @Version
        private int version;

        protected Row() {}

        Installation installation() {
            return new Installation(demonstration, inUseSince == null ? null : YearMonth.from(inUseSince), version);
        }
    }
}
