package vn.hoso.fields;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;
import vn.hoso.fields.FieldFigures.Months;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/** Adds fields to the return, changes, ends and removes them. What returns hold of a field stays asked for in its months. */
@Service
public class ReturnFieldService {

    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final FieldFigures figures;
    private final FieldChecks checks;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReturnFieldService(
            EntityManager entities,
            JdbcClient jdbc,
            FieldFigures figures,
            FieldChecks checks,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.figures = figures;
        this.checks = checks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A field as its page shows it.
     *
     * @param version counts its changes
     * @param held the months in which returns hold something of it, null for none
     */
    public record Kept(
            ReturnField field,
            int version,
            String changedBy,
            @Nullable Months held) {}

    /** Every field, in the order of the columns. */
    @Transactional(readOnly = true)
    public List<Kept> all() {
        Map<String, Months> held = figures.held();
        return stored().stream()
                .map(each -> new Kept(
                        each.field(),
                        each.version(),
                        each.changedByName(),
                        held.get(each.field().code())))
                .toList();
    }

    private List<StoredReturnField> stored() {
        return entities.createQuery(
                        "select f from StoredReturnField f order by f.place, f.code", StoredReturnField.class)
                .getResultList();
    }

    /**
     * Why something typed about a field was not accepted.
     *
     * @param at the form field it belongs to; empty where somebody else has changed the field meanwhile
     */
    public record Problem(String at, String key, List<String> args) {

        static final Problem MEANWHILE = of("", "fields.problem.meanwhile");

        public static Problem of(String at, String key, String... args) {
            return new Problem(at, key, List.of(args));
        }

        public boolean isConflict() {
            return at.isEmpty();
        }
    }

    /** What does not fit what is stored; empty where the field could be kept. */
    @Transactional(readOnly = true)
    public List<Problem> problems(ReturnField field, boolean added) {
        return checks.problems(
                field, added, stored().stream().map(StoredReturnField::field).toList());
    }

    /**
     * Adds a field, or changes the one of its code.
     *
     * @param expected the version that the person saw, null for a new one
     * @return why it was not kept; empty where it was
     */
    @Transactional
    public List<Problem> keep(ReturnField field, @Nullable Integer expected, CurrentUser by) {
        lock();
        boolean added = expected == null;
        StoredReturnField stored = entities.find(StoredReturnField.class, field.code());
        if (expected != null && (stored == null || stored.version() != expected)) {
            return List.of(Problem.MEANWHILE);
        }
        List<Problem> problems = problems(field, added);
        if (!problems.isEmpty()) {
            return problems;
        }
        List<Change> changes = changes(stored == null ? null : stored.field(), field);
        if (stored == null) {
            entities.persist(new StoredReturnField(field, by.displayName(), clock.instant()));
        } else {
            stored.becomes(field, by.displayName(), clock.instant());
            stored.changed();
        }
        entities.flush();
        events.publishEvent(new ReturnFields.FieldsChanged());
        audit.record(
                by,
                TrailEntry.of(added ? "field.added" : "field.changed", field.code(), field.name())
                        .changing(changes));
        return List.of();
    }

    private static List<Change> changes(@Nullable ReturnField before, ReturnField after) {
        return Stream.<Map.Entry<String, Function<ReturnField, @Nullable Object>>>of(
                        Map.entry("field.name", ReturnField::name),
                        Map.entry("field.notAbove", ReturnField::notAbove),
                        Map.entry("field.required", ReturnField::required),
                        Map.entry("field.place", ReturnField::place),
                        Map.entry("field.from", field -> Formats.month(field.validFrom())),
                        Map.entry("field.until", field -> Optional.ofNullable(field.validUntil())
                                .map(Formats::month)
                                .orElse(null)))
                .map(each -> Change.of(
                        each.getKey(),
                        before == null ? null : text(each.getValue().apply(before)),
                        text(each.getValue().apply(after))))
                .filter(each -> !Objects.equals(each.before(), each.after()))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /**
     * Removes a field of which nothing was ever entered.
     *
     * @return why it was not removed; empty where it was
     */
    @Transactional
    public Optional<Problem> remove(String code, int expected, CurrentUser by) {
        lock();
        StoredReturnField stored = entities.find(StoredReturnField.class, code);
        if (stored == null || stored.version() != expected) {
            return Optional.of(Problem.MEANWHILE);
        }
        Months held = figures.held().get(code);
        if (held != null) {
            return Optional.of(
                    Problem.of("last", "fields.problem.held", Formats.month(held.first()), Formats.month(held.last())));
        }
        List<String> users = jdbc.sql("""
                        select name from return_field where not_above = :code
                        union all select name from indicator where :code = any(numerator || denominator) order by 1
                        """)
                .param("code", code)
                .query((row, n) -> row.getString("name"))
                .list();
        if (!users.isEmpty()) {
            return Optional.of(Problem.of("last", "fields.problem.used", String.join(", ", users)));
        }
        entities.remove(stored);
        entities.flush();
        events.publishEvent(new ReturnFields.FieldsChanged());
        audit.record(by, TrailEntry.of("field.removed", code, stored.field().name()));
        return Optional.empty();
    }

    /** Nobody changes a field, or measures with one, meanwhile. */
    private void lock() {
        jdbc.sql("lock table return_field, indicator in share row exclusive mode")
                .update();
    }
}
