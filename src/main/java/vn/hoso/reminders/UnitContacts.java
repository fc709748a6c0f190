package vn.hoso.reminders;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;

/** The e-mail addresses at which units are reminded. */
@Component
public class UnitContacts {

    /** One address and nothing else: no name, list or line break that would become a header of the letter. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,5}");

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    UnitContacts(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a text is an address that a unit can be given. */
    public static boolean acceptable(String email) {
        return ADDRESS.matcher(email).matches();
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
        if (jdbc.sql("select 1 from unit where id = ?")
                .param(unitId)
                .query()
                .listOfRows()
                .isEmpty()) {
            return false;
        }
        int changed = email.isEmpty()
                ? jdbc.sql("delete from unit_contact where unit_id = ?")
                        .param(unitId)
                        .update()
                : jdbc.sql("""
                        insert into unit_contact (unit_id, email, changed_by, changed_at) values (?, ?, ?, ?)
                        on conflict (unit_id) do update set email = excluded.email, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at where unit_contact.email <> excluded.email
                        """)
                        .params(unitId, email, by.id(), OffsetDateTime.now(clock))
                        .update();
        if (changed > 0) {
            audit.record(by, "contact.changed", "đơn vị " + unitId, email.isEmpty() ? "bỏ địa chỉ" : email);
        }
        return true;
    }
}
