package vn.hoso.reminders;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;

/** The e-mail addresses at which units are reminded. */
@Component
public class UnitContacts {

    /** One address and nothing else: no name, list or line break that would become a header of the letter. */
    public static final String ADDRESS = "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}";

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

    /**
     * Sets a unit's address, or takes it away with an empty text.
     *
     * @return false if there is no such unit
     */
    @Transactional
    public boolean set(long unitId, String email, CurrentUser by) {
        if (!email.isEmpty() && !acceptable(email)) {
            throw new IllegalArgumentException("address of " + email.length() + " characters");
        }
        // Held, so that two who enter a unit's first address come one after the other.
        if (jdbc.sql("select id from unit where id = ? for no key update")
                .param(unitId)
                .query(Long.class)
                .optional()
                .isEmpty()) {
            return false;
        }
        UnitContact contact = entities.find(UnitContact.class, unitId);
        boolean changed;
        if (email.isEmpty()) {
            changed = contact != null;
            Optional.ofNullable(contact).ifPresent(entities::remove);
        } else if (contact == null) {
            changed = true;
            entities.persist(new UnitContact(unitId, email, by, clock.instant()));
        } else {
            changed = contact.change(email, by, clock.instant());
        }
        if (changed) {
            audit.record(by, "contact.changed", "đơn vị " + unitId, email.isEmpty() ? "bỏ địa chỉ" : email);
        }
        return true;
    }
}
