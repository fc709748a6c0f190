package vn.hoso.units;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.hoso.security.CurrentUser;

/**
 * Writes units and what they are called by date, in the transaction of a change to the register. Each step is written at once:
 * days that one version gives up must be free before the next takes them.
 */
@Repository
class UnitVersions {

    private final EntityManager entities;
    private final Clock clock;

    UnitVersions(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Two people who change the register at once come one after the other, whichever units they mean. */
    void lockAll() {
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtext('hoso.units')) is null")
                .getSingleResult();
    }

    /** The same, and waits for figures of the unit that are just being stored. */
    void lock(long unit) {
        lockAll();
        entities.find(StoredUnit.class, unit, LockModeType.PESSIMISTIC_WRITE);
    }

    long begin() {
        StoredUnit unit = new StoredUnit();
        entities.persist(unit);
        return unit.id();
    }

    /** Counts a change of the unit. */
    void count(long unit) {
        stored(StoredUnit.class, unit).changed();
        entities.flush();
    }

    ContactPerson contact(long unit) {
        return stored(StoredUnit.class, unit).contact();
    }

    /** Keeps whom to call, and counts the change. */
    void isReachedBy(long unit, ContactPerson contact) {
        stored(StoredUnit.class, unit).isReachedBy(contact);
        count(unit);
    }

    void insert(long unit, LocalDate from, @Nullable LocalDate end, UnitWords words, CurrentUser by) {
        entities.persist(new UnitVersion(unit, from, end, words, by.displayName(), clock.instant()));
        entities.flush();
    }

    /** Puts other words in place of a version's, and another first day. */
    void correct(long version, LocalDate from, UnitWords words, CurrentUser by) {
        UnitVersion corrected = stored(UnitVersion.class, version);
        corrected.becomes(words, by.displayName(), clock.instant());
        corrected.holds(from, corrected.end());
        entities.flush();
    }

    /** Lets a version hold during these days; null: without a beginning, or still. */
    void span(long version, @Nullable LocalDate from, @Nullable LocalDate end) {
        stored(UnitVersion.class, version).holds(from, end);
        entities.flush();
    }

    void delete(long version) {
        entities.remove(stored(UnitVersion.class, version));
        entities.flush();
    }

    /** Removes a unit with all it was called; the database refuses where anything refers to it. */
    void deleteUnit(long unit) {
        entities.createQuery("select v from UnitVersion v where v.unitId = :unit", UnitVersion.class)
                .setParameter("unit", unit)
                .getResultList()
                .forEach(entities::remove);
        entities.flush();
        entities.remove(stored(StoredUnit.class, unit));
        entities.flush();
    }

    private <T> T stored(Class<T> type, long id) {
        return Objects.requireNonNull(entities.find(type, id));
    }
}
