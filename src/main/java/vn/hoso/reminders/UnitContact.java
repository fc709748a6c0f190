package vn.hoso.reminders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;

/** The e-mail address at which a unit is reminded, and who entered it; who took it away, where it is none. */
@Entity
class UnitContact {

    @Id
    private long unitId;

    private @Nullable String email;
    private long changedBy;
    private Instant changedAt;

    @Version
    private int version;

    protected UnitContact() {}

    UnitContact(long unitId, String email, CurrentUser by, Instant at) {
        this.unitId = unitId;
        this.email = email;
        this.changedBy = by.id();
        this.changedAt = at;
    }

    /** Takes over another address, or none. */
    void change(@Nullable String wanted, CurrentUser by, Instant at) {
        email = wanted;
        changedBy = by.id();
        changedAt = at;
    }

    @Nullable
    String email() {
        return email;
    }

    int version() {
        return version;
    }
}
