package vn.hoso.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** A person who may sign in, with one role; the units of unit staff are in {@link Assignments}. */
@Entity
@Table(name = "app_user")
class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String username;
    private String displayName;
    private @Nullable String passwordHash;
    private @Nullable Instant passwordChangedAt;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean enabled;
    private Instant createdAt;

    @Version
    private int version;

    protected User() {}

    User(String username, String displayName, Role role, Instant createdAt) {
        this.username = username;
        this.displayName = displayName;
        this.role = role;
        this.enabled = true;
        this.createdAt = createdAt;
    }

    void choosePassword(String hash, Instant at) {
        passwordHash = hash;
        passwordChangedAt = at;
    }

    void describe(String newName, Role newRole) {
        displayName = newName;
        role = newRole;
    }

    void enable(boolean on) {
        enabled = on;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    boolean enabled() {
        return enabled;
    }

    int version() {
        return version;
    }

    /** As the trail knows them: their units play no part in who did something. */
    CurrentUser asCurrentUser() {
        return new CurrentUser(id(), username, displayName, role, Set.of());
    }
}
