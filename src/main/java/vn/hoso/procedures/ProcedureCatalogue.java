package vn.hoso.procedures;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
                byCode.put(each.code(), each);
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
        take(stored, typed, from, instrument, by, clock.instant());
        entities.flush();
        audit.record(
                by,
                TrailEntry.of(before == null ? "procedure.added" : "procedure.changed", typed.key(), typed.name())
                        .changing(changes(before, stored.told(), from)));
        return Outcome.KEPT;
    }

    private static List<Change> changes(@Nullable Procedure before, Procedure after, LocalDate day) {
        List<Change> changes = new ArrayList<>();
        changes.add(Change.of("procedure.code", before == null ? null : before.code(), after.code()));
        changes.add(Change.of("procedure.name", before == null ? null : before.name(), after.name()));
        changes.add(Change.of("procedure.field", before == null ? null : before.field(), after.field()));
        changes.add(Change.of(
                "procedure.class",
                before == null ? null : before.on(day).map(Enum::name).orElse(null),
                after.on(day)
                        .map(each -> each.name() + ", " + Formats.date(day))
                        .orElse(null)));
        return changes.stream()
                .filter(each -> !Objects.equals(each.before(), each.after()))
                .toList();
    }

    private void take(
            StoredProcedure stored,
            Listed listed,
            LocalDate from,
            @Nullable String instrument,
            CurrentUser by,
            Instant now) {
        stored.becomes(listed.key(), listed.name(), listed.field(), by, now);
        if (listed.serviceClass() != null) {
            stored.has(new ClassFrom(from, listed.serviceClass(), instrument), by, now);
        }
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
     */
    public record Comparison(List<Listed> added, Map<Procedure, Listed> changed, int same) {

        public boolean nothing() {
            return added.isEmpty() && changed.isEmpty();
        }
    }

    /** What a list would change from a day on. A procedure that it has twice counts as it stands last. */
    @Transactional(readOnly = true)
    public Comparison compare(Collection<Listed> list, LocalDate from) {
        Lookup known = new Lookup(all());
        Map<String, Listed> once = new LinkedHashMap<>();
        list.forEach(each -> once.put(each.key(), each));
        List<Listed> added = new ArrayList<>();
        Map<Procedure, Listed> changed = new LinkedHashMap<>();
        Set<Long> met = new HashSet<>();
        int same = 0;
        for (Listed each : once.values()) {
            Procedure now = known.find(each.code(), each.name(), from).orElse(null);
            boolean taken = now != null && !met.add(now.id());
            if (now == null || taken && each.code() != null) {
                added.add(each);
                continue;
            }
            if (taken) {
                same++;
                continue;
            }
            Listed whole = new Listed(
                    each.code() == null ? now.code() : each.code(),
                    each.code() == null ? now.name() : each.name(),
                    each.field() == null ? now.field() : each.field(),
                    each.serviceClass());
            boolean differs = !whole.key().equals(now.code())
                    || !whole.name().equals(now.name())
                    || !Objects.equals(whole.field(), now.field())
                    || whole.serviceClass() != null && !now.on(from).equals(Optional.of(whole.serviceClass()));
            if (differs) {
                changed.put(now, whole);
            } else {
                same++;
            }
        }
        return new Comparison(added, changed, same);
    }

    /** Takes over what a list says from a day on, and gives what it changed. */
    @Transactional
    public Comparison take(Collection<Listed> list, LocalDate from, @Nullable String instrument, CurrentUser by) {
        Comparison comparison = compare(list, from);
        if (comparison.nothing()) {
            return comparison;
        }
        Map<Long, StoredProcedure> stored =
                stored().stream().collect(Collectors.toMap(each -> each.told().id(), each -> each));
        Instant now = clock.instant();
        comparison.added().forEach(each -> take(new StoredProcedure(each.key()), each, from, instrument, by, now));
        comparison
                .changed()
                .forEach((before, each) ->
                        take(Objects.requireNonNull(stored.get(before.id())), each, from, instrument, by, now));
        entities.flush();
        audit.record(
                by,
                TrailEntry.of(
                        "procedure.listed",
                        Formats.count(comparison.added().size()) + " + "
                                + Formats.count(comparison.changed().size()),
                        Formats.date(from) + (instrument == null ? "" : ", " + instrument)));
        return comparison;
    }
}
