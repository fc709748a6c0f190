package vn.hoso.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;

/** From where a user has signed in, and when last. */
@Entity
@IdClass(KnownAddress.Key.class)
class KnownAddress {

    record Key(long userId, String address) implements Serializable {}

    @Id
    private long userId;

    @Id
    private String address;

    private Instant lastUsedAt;

    protected KnownAddress() {}

    KnownAddress(long userId, String address, Instant at) {
        this.userId = userId;
        this.address = address;
        this.lastUsedAt = at;
    }
}
