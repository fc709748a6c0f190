package vn.hoso.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** From where a user has signed in, and when last. */
@Entity
@Table(name = "known_address")
@IdClass(UserAddress.Key.class)
class UserAddress {

    record Key(long userId, String address) implements Serializable {}

    @Id
    private long userId;

    @Id
    private String address;

    private Instant lastUsedAt;

    protected UserAddress() {}

    UserAddress(long userId, String address, Instant at) {
        this.userId = userId;
        this.address = address;
        this.lastUsedAt = at;
    }
}
