package vn.hoso.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets one person choose a password once; without a person, it sets up the first administrator. */
@Entity
class OneTimeLink {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private @Nullable User person;

    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant usedAt;

    protected OneTimeLink() {}

    OneTimeLink(String tokenHash, @Nullable User person, Instant createdAt, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.person = person;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    boolean usable(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    void use(Instant now) {
        if (!usable(now)) {
            throw new IllegalStateException("link is used or expired");
        }
        usedAt = now;
    }

    /** A newer link takes this one's place. */
    void expire(Instant now) {
        if (now.isBefore(expiresAt)) {
            expiresAt = now;
        }
    }

    @Nullable
    User person() {
        return person;
    }
}
