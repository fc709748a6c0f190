package vn.hoso.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A user's passkey: its public key, and the highest count it has signed with. */
@Entity
class Passkey {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long userId;
    private byte[] credentialId;
    private byte[] credential;
    private long counter;
    private boolean synced;
    private String host;
    private String name;
    private Instant createdAt;
    private @Nullable Instant lastUsedAt;

    protected Passkey() {}

    /** What an authenticator made. */
    record Made(byte[] credentialId, byte[] credential, long counter, boolean synced) {}

    Passkey(long userId, Made made, String host, String name, Instant at) {
        this.userId = userId;
        this.credentialId = made.credentialId();
        this.credential = made.credential();
        this.counter = made.counter();
        this.synced = made.synced();
        this.host = host;
        this.name = name;
        this.createdAt = at;
    }

    /** Counts a use; false if another request with the same count was quicker. */
    boolean use(long seenCounter, long newCounter, Instant at) {
        if (counter != seenCounter) {
            return false;
        }
        counter = newCounter;
        lastUsedAt = at;
        return true;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    byte[] credentialId() {
        return credentialId;
    }

    byte[] credential() {
        return credential;
    }

    long counter() {
        return counter;
    }

    boolean synced() {
        return synced;
    }

    String name() {
        return name;
    }

    /** As its owner sees it. */
    Passkeys.OwnPasskey shown() {
        return new Passkeys.OwnPasskey(id(), name, host, createdAt, lastUsedAt);
    }
}
