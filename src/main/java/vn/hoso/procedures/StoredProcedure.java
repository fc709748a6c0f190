package vn.hoso.procedures;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.hoso.procedures.Procedure.ClassFrom;
import vn.hoso.security.CurrentUser;

/** A procedure as it is kept, with its classes. */
@Entity
@Table(name = "procedure")
class StoredProcedure {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;
    private String name;
    private @Nullable String field;

    @Version
    private int version;

    private long changedBy;
    private String changedByName;
    private Instant changedAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "procedure_class", joinColumns = @JoinColumn(name = "procedure_id"))
    @MapKeyColumn(name = "valid_from")
    private Map<LocalDate, StoredClass> classes = new TreeMap<>();

    protected StoredProcedure() {}

    @SuppressWarnings("NullAway.Init") // becomes() follows before it is stored
    StoredProcedure(String code) {
        this.code = code;
    }

    /** Takes over what was typed or listed. */
    void becomes(String newCode, String newName, @Nullable String newField, CurrentUser by, Instant now) {
        code = newCode;
        name = newName;
        field = newField;
        changedBy = by.id();
        changedByName = by.displayName();
        changedAt = now;
    }

    /** Has a class from a day on, in place of what it had from that very day. */
    void has(ClassFrom fresh, CurrentUser by, Instant now) {
        classes.put(fresh.from(), new StoredClass(fresh, by, now));
    }

    int version() {
        return version;
    }

    Procedure told() {
        List<ClassFrom> told = classes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getValue().told(each.getKey()))
                .toList();
        return new Procedure(Objects.requireNonNull(id), code, name, field, version, told);
    }

    /** How far it is offered online. */
    @Embeddable
    static class StoredClass {

        @Enumerated(EnumType.STRING)
        private ServiceClass serviceClass;

        private @Nullable String instrument;
        private long changedBy;
        private String changedByName;
        private Instant changedAt;

        protected StoredClass() {}

        StoredClass(ClassFrom fresh, CurrentUser by, Instant now) {
            serviceClass = fresh.serviceClass();
            instrument = fresh.instrument();
            changedBy = by.id();
            changedByName = by.displayName();
            changedAt = now;
        }

        ClassFrom told(LocalDate from) {
            return new ClassFrom(from, serviceClass, instrument);
        }
    }
}
