package vn.hoso.reminders;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.units.UnitCarriage;

/** The e-mail addresses at which units are reminded. */
@Component
public class UnitContacts implements UnitCarriage {

    /** One address and nothing else: no name, list or line break that would become a header of the letter; as long as is stored. */
    public static final String ADDRESS =
            "(?=[^@]*@.{1,189}$)[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}";

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final Clock clock;

    UnitContacts(JdbcClient jdbc, EntityManager entities, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a text is an address that a unit can be given. */
    public static boolean acceptable(String email) {
        return email.matches(ADDRESS);
    }

    /** What became of an address. */
    public enum Outcome {
        KEPT,
        CHANGED_MEANWHILE,
        UNKNOWN_UNIT
    }

    /**
     * Sets a unit's address, or takes it away with an empty text.
     *
     * @param expectedVersion the version that the user saw, null where the unit had never had an address
     */
    @Transactional
    public Outcome set(long unitId, String email, @Nullable Integer expectedVersion, CurrentUser by) {
        if (!email.isEmpty() && !acceptable(email)) {
            throw new IllegalArgumentException("address of " + email.length() + " characters");
        }
        // Held, so that two who enter a unit's first address come one after the other.
        if (jdbc.sql("select id from unit where id = ? for no key update")
                .param(unitId)
                .query(Long.class)
                .optional()
                .isEmpty()) {
            return Outcome.UNKNOWN_UNIT;
        }
        UnitContact contact = entities.find(UnitContact.class, unitId);
        String wanted = email.isEmpty() ? null : email;
        if (Objects.equals(contact == null ? null : contact.email(), wanted)) {
            return Outcome.KEPT;
        }
        if (!Objects.equals(contact == null ? null : contact.version(), expectedVersion)) {
            return Outcome.CHANGED_MEANWHILE;
        }
        if (contact == null) {
            entities.persist(new UnitContact(unitId, email, by, clock.instant()));
        } else {
            contact.change(wanted, by, clock.instant());
        }
        audit.record(
                by,
                TrailEntry.of("contact.changed", "đơn vị " + unitId, email.isEmpty() ? "bỏ địa chỉ" : email)
                        .units(List.of(unitId)));
        return Outcome.KEPT;
    }

    @Override
    public What what() {
        return What.CONTACT;
    }

    /** Units of which one new unit comes fit where they have one address. */
    @Override
    public List<Item> find(Ways ways) {
        return jdbc.sql("""
                        select c.unit_id as unit, w.successor, c.email as text,
                            count(*) over one = 1 or min(c.email) over one = max(c.email) over one as fits
                        from unnest(cast(:of as bigint[]), cast(:to as bigint[])) with ordinality as w (unit, successor, place)
                        join unit_contact c on c.unit_id = w.unit and c.email is not null
                        window one as (partition by w.successor) order by w.place
                        """)
                .param("of", ways.of())
                .param("to", ways.to())
                .query((row, n) -> Item.read(row))
                .list();
    }

    @Override
    public String carry(Ways ways, CurrentUser by) {
        find(ways).stream().filter(Item::fits).forEach(each -> {
            if (entities.find(UnitContact.class, each.successor()) == null) {
                entities.persist(new UnitContact(each.successor(), each.text(), by, clock.instant()));
            }
        });
        entities.flush();
        return "{}";
    }

    /** Where the new units were reminded is none of anybody's any more, and that they were stays in the trail. */
    @Override
    public void takeBack(String undo, Collection<Long> successors) {
        for (String entity : List.of("UnitContact", "SentReminder")) {
            entities.createQuery("delete from " + entity + " e where e.unitId in :units")
                    .setParameter("units", successors)
                    .executeUpdate();
        }
    }
}
