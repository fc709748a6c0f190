package vn.hoso.units;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;

/** Whom to call about units: read for pages, kept with a line in the trail. */
@Service
public class ContactPersons {

    private final JdbcClient jdbc;
    private final UnitQueries units;
    private final UnitVersions versions;
    private final AuditTrail audit;

    ContactPersons(JdbcClient jdbc, UnitQueries units, UnitVersions versions, AuditTrail audit) {
        this.jdbc = jdbc;
        this.units = units;
        this.versions = versions;
        this.audit = audit;
    }

    private record Known(long unitId, ContactPerson contact) {}

    /** Those of these units for which somebody entered one; one statement. */
    public Map<Long, ContactPerson> find(Collection<Long> unitIds) {
        return jdbc
                .sql("select id, contact_name, contact_phone from unit where id = any(?)")
                .param(unitIds.toArray(Long[]::new))
                .query((row, n) -> new Known(
                        row.getLong("id"),
                        new ContactPerson(row.getString("contact_name"), row.getString("contact_phone"))))
                .list()
                .stream()
                .filter(each -> each.contact.known())
                .collect(Collectors.toMap(Known::unitId, Known::contact));
    }

    public ContactPerson find(long unitId) {
        return find(List.of(unitId)).getOrDefault(unitId, ContactPerson.UNKNOWN);
    }

    /**
     * Keeps whom to call about a unit; the trail keeps who it was before.
     *
     * @param expected the unit's version that the user saw
     */
    @Transactional
    public List<UnitProblem> keep(long unitId, ContactPerson contact, int expected, CurrentUser by) {
        versions.lock(unitId);
        if (units.life(unitId).version() != expected) {
            return List.of(UnitProblem.MEANWHILE);
        }
        ContactPerson before = versions.contact(unitId);
        if (!before.equals(contact)) {
            versions.isReachedBy(unitId, contact);
            audit.record(
                    by,
                    TrailEntry.of(
                                    "unit.reached",
                                    units.life(unitId).last().words().name(),
                                    before.told() + " → " + contact.told())
                            .units(List.of(unitId)));
        }
        return List.of();
    }
}
