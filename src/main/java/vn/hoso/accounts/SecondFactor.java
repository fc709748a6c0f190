package vn.hoso.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user's authenticator: its encrypted secret, and the last step whose code was used. */
@Entity
class SecondFactor {

    @Id
    private long userId;

    private byte[] secret;
    private Instant createdAt;
    private @Nullable Instant confirmedAt;
    private long lastStep;

    protected SecondFactor() {}

    SecondFactor(long userId, byte[] secret, Instant at) {
        this.userId = userId;
        this.secret = secret;
        this.createdAt = at;
    }

    /** Begins again with another secret, unless it is confirmed. */
    void restart(byte[] another, Instant at) {
        if (!confirmed()) {
            secret = another;
            createdAt = at;
        }
    }

    void confirm(Instant at) {
        confirmedAt = at;
    }

    /** Uses the codes up to this step up; false if they were. */
    boolean take(long step) {
        if (lastStep >= step) {
            return false;
        }
        lastStep = step;
        return true;
    }

    byte[] secret() {
        return secret;
    }

    boolean confirmed() {
        return confirmedAt != null;
    }
}
