package vn.hoso.wall;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** When a link last showed the screen; apart from the link, which many screens read at once. */
@Entity
class WallUse {

    @Id
    private long linkId;

    private Instant lastUsedAt;

    protected WallUse() {}
}
