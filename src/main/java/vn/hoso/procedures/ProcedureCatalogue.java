package vn.hoso.procedures;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.procedures.Procedure.ClassFrom;
import vn.hoso.procedures.Procedure.Listed;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Knows the procedures, and takes over what the Office says or lists about them. */
@Service
public class ProcedureCatalogue {

    /** So many procedures of a list stand in the trail with what changed; it tells the number of all. */
    private static final int CHANGES_TOLD = 100;

    private final EntityManager entities;
    private final AuditTrail audit;
    private final Clock clock;

    ProcedureCatalogue(EntityManager entities, AuditTrail audit, Clock clock) {
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every procedure by its code. */
    @Transactional(readOnly = true)
    public List<Procedure> all() {
        return stored().stream().map(StoredProcedure::told).toList();
    }

    /** One person changes the catalogue at a time, and sees what others have changed before. */
    private void lock() {
        entities.createNativeQuery("select pg_advisory_xact_lock(hashtext('hoso.procedures')) is null")
                .getSingleResult();
        stored().forEach(entities::detach);
    }

    private List<StoredProcedure> stored() {
        return entities.createQuery(
                        "select distinct p from StoredProcedure p left join fetch p.classes order by p.code",
                        StoredProcedure.class)
                .getResultList();
    }

    @Transactional(readOnly = true)
    public Optional<Procedure> find(long id) {
        return Optional.ofNullable(entities.find(StoredProcedure.class, id)).map(StoredProcedure::told);
    }

    /** Finds procedures by their code, else by their name however it is written. */
    public static final class Lookup {

        private final Map<String, Procedure> byCode = new HashMap<>();
        private final Map<String, List<Procedure>> byName = new HashMap<>();

        public Lookup(Collection<Procedure> all) {
            all.forEach(each -> {
                byCode.put(each.coded() ? each.code() : Procedure.keyOf(each.name()), each);
                byName.computeIfAbsent(Procedure.keyOf(each.name()), none -> new ArrayList<>())
                        .add(each);
            });
        }

        /**
         * A row that has a code is that procedure's or nobody's: names repeat. A name alone is the procedure's that is known by
         * it, else the only one's that bears it, or any one's of those that bear it where all have the same class.
         *
         * @param day of which classes are compared
         */
        public Optional<Procedure> find(@Nullable String code, @Nullable String name, LocalDate day) {
            if (code != null && byCode.containsKey(code)) {
                return Optional.of(byCode.get(code));
            }
            Procedure known = name == null ? null : byCode.get(Procedure.keyOf(name));
            if (code != null || name == null || known != null) {
                return Optional.ofNullable(known).filter(each -> code == null || !each.coded());
            }
            List<Procedure> bearers = byName.getOrDefault(Procedure.keyOf(name), List.of());
            return bearers.stream().map(each -> each.on(day)).distinct().count() == 1
                    ? Optional.of(bearers.get(0))
                    : Optional.empty();
        }
    }

    /** What became of something typed about a procedure. */
    public enum Outcome {
        KEPT,
        /** Another procedure has the code. */
        TAKEN,
        /** Somebody else changed it since the person looked, or it is gone. */
        MEANWHILE
    }

    /**
     * Adds a procedure, or changes one.
     *
     * @param id the one that is changed, null for a new one
     * @param seen the version that the person saw
     * @param from the day from which its class holds
     */
    @Transactional
    public Outcome keep(
            @Nullable Long id, int seen, Listed typed, LocalDate from, @Nullable String instrument, CurrentUser by) {
        lock();
        StoredProcedure stored =
                id == null ? new StoredProcedure(typed.key()) : entities.find(StoredProcedure.class, id);
        if (stored == null || id != null && stored.version() != seen) {
            return Outcome.MEANWHILE;
        }
        Procedure before = id == null ? null : stored.told();
        if (stored().stream()
                .map(StoredProcedure::told)
                .anyMatch(other -> (before == null || other.id() != before.id())
                        && other.code().equals(typed.key()))) {
            return Outcome.TAKEN;
        }
        Instant now = clock.instant();
        stored.becomes(typed.key(), typed.name(), typed.field(), by, now);
        if (typed.serviceClass() != null) {
            stored.has(new ClassFrom(from, typed.serviceClass(), instrument), by, now);
        }
        persist(stored);
        entities.flush();
        audit.record(
                by,
                TrailEntry.of(before == null ? "procedure.added" : "procedure.changed", typed.key(), typed.name())
                        .changing(stored.told().changesSince(before, from)));
        return Outcome.KEPT;
    }

    private void persist(StoredProcedure stored) {
        if (!entities.contains(stored)) {
            entities.persist(stored);
        }
    }

    /**
     * A list held against the catalogue.
     *
     * @param added procedures that are not in it
     * @param changed those whose code, name, field or class differs, as the list has them, by the catalogue's
     * @param same how many are as the list says
     * @param unclear rows without a code of which nothing is taken over: whose they are is not known, or another row contradicts them
     */
    public record Comparison(List<Listed> added, Map<Procedure, Listed> changed, int same, List<Listed> unclear) {

        public boolean nothing() {
            return added.isEmpty() && changed.isEmpty();
        }
    }

    /** What a list would change from a day on. */
    @Transactional(readOnly = true)
    public Comparison compare(Collection<Listed> list, LocalDate from) {
        return ProcedureComparison.of(all(), list, from);
    }

    /** Takes over what a list says from a day on, and gives what it changed. */
    @Transactional
    public Comparison take(Collection<Listed> list, LocalDate from, @Nullable String instrument, CurrentUser by) {
        lock();
        Comparison comparison = compare(list, from);
        if (comparison.nothing()) {
            return comparison;
        }
        Map<Long, StoredProcedure> stored =
                stored().stream().collect(Collectors.toMap(each -> each.told().id(), each -> each));
        List<Change> changes = new ArrayList<>();
        comparison
                .added()
                .forEach(each -> changes.add(take(null, new StoredProcedure(each.key()), each, from, instrument, by)));
        comparison
                .changed()
                .forEach((before, each) -> changes.add(
                        take(before, Objects.requireNonNull(stored.get(before.id())), each, from, instrument, by)));
        entities.flush();
        audit.record(
                by,
                TrailEntry.of(
                                "procedure.listed",
                                Formats.count(comparison.added().size()) + " + "
                                        + Formats.count(comparison.changed().size()),
                                Formats.date(from) + (instrument == null ? "" : ", " + instrument))
                        .changing(changes.stream().limit(CHANGES_TOLD).toList()));
        return comparison;
    }

    /** Takes over a row of a list; a class that holds on that day already stays as it is, with its decision. */
    private Change take(
            @Nullable Procedure before,
            StoredProcedure stored,
            Listed listed,
            LocalDate from,
            @Nullable String instrument,
            CurrentUser by) {
        Instant now = clock.instant();
        stored.becomes(listed.key(), listed.name(), listed.field(), by, now);
        ServiceClass fresh = listed.serviceClass();
        if (fresh != null && (before == null || !before.on(from).equals(Optional.of(fresh)))) {
            stored.has(
                    new ClassFrom(
                            from,
                            fresh,
                            instrument == null && before != null ? before.instrumentFrom(from) : instrument),
                    by,
                    now);
        }
        persist(stored);
        return Change.of(
                "procedure",
                before == null ? null : before.inOneLine(from),
                stored.told().inOneLine(from));
    }
}
