package vn.hoso.reminders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import vn.hoso.security.CurrentUser;

/** The e-mail address at which a unit is reminded, and who entered it. */
@Entity
class UnitContact {

    @Id
    private long unitId;

    private String email;
    private long changedBy;
    private Instant changedAt;

    protected UnitContact() {}

    UnitContact(long unitId, String email, CurrentUser by, Instant at) {
        this.unitId = unitId;
        this.email = email;
        this.changedBy = by.id();
        this.changedAt = at;
    }

    /** Takes over another address; false if it is the one that was there. */
    boolean change(String wanted, CurrentUser by, Instant at) {
        if (email.equals(wanted)) {
            return false;
        }
        email = wanted;
        changedBy = by.id();
        changedAt = at;
        return true;
    }
}
