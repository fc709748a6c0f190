package vn.hoso.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.Moments;

/** Lets one user choose a password once; without a user, it sets up the first administrator. */
@Entity
class OneTimeLink {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private @Nullable User user;

    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant usedAt;

    protected OneTimeLink() {}

    OneTimeLink(String tokenHash, @Nullable User user, Instant createdAt, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.user = user;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** The token of a user's link among those of one key; it looks random to everyone who lacks the key. */
    static String token(byte[] key, long userId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] hash = mac.doFinal(Long.toString(userId).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean usable(Instant now) {
        return usedAt == null && Moments.runs(createdAt, expiresAt, now);
    }

    boolean used() {
        return usedAt != null;
    }

    void use(Instant now) {
        if (!usable(now)) {
            throw new IllegalStateException("link is used or expired");
        }
        usedAt = now;
    }

    /** Ends the link because a newer one replaces it, for good: also where the clock runs ahead and will be put right. */
    void expire() {
        expiresAt = createdAt;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    @Nullable
    User user() {
        return user;
    }
}
