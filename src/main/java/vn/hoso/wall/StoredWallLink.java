package vn.hoso.wall;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;

/** A link to the wall screen, known by the hash of its token; it works until its last day, or until somebody revokes it. */
@Entity
@Table(name = "wall_link")
class StoredWallLink {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private String tokenHash;
    private long madeBy;
    private String madeByName;
    private Instant madeAt;
    private @Nullable LocalDate lastDay;
    private @Nullable Long revokedBy;
    private @Nullable String revokedByName;
    private @Nullable Instant revokedAt;

    protected StoredWallLink() {}

    StoredWallLink(String name, String tokenHash, LocalDate lastDay, CurrentUser by, Instant at) {
        this.name = name;
        this.tokenHash = tokenHash;
        this.madeBy = by.id();
        this.madeByName = by.displayName();
        this.madeAt = at;
        this.lastDay = lastDay;
    }

    /** Takes it out of use; false if it was before. */
    boolean revoke(CurrentUser by, Instant at) {
        if (revokedAt != null) {
            return false;
        }
        revokedBy = by.id();
        revokedByName = by.displayName();
        revokedAt = at;
        return true;
    }

    /** Lets it work until a later day; false if it was revoked, or works as long already. */
    boolean renew(LocalDate until) {
        if (revokedAt != null || lastDay != null && !lastDay.isBefore(until)) {
            return false;
        }
        lastDay = until;
        return true;
    }

    String name() {
        return name;
    }
}
