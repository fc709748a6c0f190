package vn.hoso.units;

import jakarta.persistence.EntityManager;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;

/** The kinds of units, which an office changes and adds to. */
@Service
public class UnitKinds {

    /** As many as the short forms of a kind may be. */
    public static final int MOST_SHORT_FORMS = 20;

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final Clock clock;

    UnitKinds(JdbcClient jdbc, EntityManager entities, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A kind as the page of kinds shows it.
     *
     * @param version counts its changes
     * @param units how many units are or were of this kind
     */
    public record Kept(UnitKind kind, int version, int units, String changedBy) {}

    /** The kinds in the order of documents. */
    public List<Kept> all() {
        return jdbc.sql("""
                        select %s, kind.version, kind.changed_by_name,
                            (select count(distinct unit_id) from unit_version v where v.kind = kind.code) as units
                        from unit_kind kind order by kind.place, kind.code
                        """.formatted(Units.KIND))
                .query((row, n) -> new Kept(
                        Units.kind(row), row.getInt("version"), row.getInt("units"), row.getString("changed_by_name")))
                .list();
    }

    /**
     * Changes a kind, or adds one.
     *
     * @param kind its code is empty for a new one
     * @param expected the version that the person saw
     */
    @Transactional
    public Optional<UnitProblem> keep(UnitKind kind, @Nullable Integer expected, CurrentUser by) {
        boolean added = kind.code().isEmpty();
        String code = added ? codeOf(kind.name()) : kind.code();
        jdbc.sql("lock table unit_kind in share row exclusive mode").update();
        if (taken(code, kind.name(), added)) {
            return Optional.of(UnitProblem.of("name", "register.kinds.problem.name.taken"));
        }
        if (added) {
            entities.persist(new StoredUnitKind(code, kind, by.displayName(), clock.instant()));
        } else {
            StoredUnitKind stored = entities.find(StoredUnitKind.class, code);
            if (stored == null || !Objects.equals(stored.version(), expected)) {
                return Optional.of(UnitProblem.MEANWHILE);
            }
            stored.becomes(kind, by.displayName(), clock.instant());
            stored.changed();
        }
        entities.flush();
        audit.record(
                by,
                TrailEntry.of(
                        added ? "kind.added" : "kind.changed",
                        kind.name(),
                        kind.heading() + ", " + String.join(" ", kind.shortForms()) + ", " + kind.place()));
        return Optional.empty();
    }

    private boolean taken(String code, String name, boolean added) {
        return jdbc.sql(
                        "select exists (select from unit_kind where lower(name) = lower(:name) and code <> :code or :added and code = :code)")
                .param("name", name)
                .param("code", code)
                .param("added", added)
                .query(Boolean.class)
                .single();
    }

    /** A code made of a name's letters: "trường học" gives TRUONG_HOC. */
    static String codeOf(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .replace('Đ', 'D')
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        return letters.isEmpty() ? "KIND" : letters.substring(0, Math.min(40, letters.length()));
    }
}
