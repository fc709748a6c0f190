package vn.hoso.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** A person who may sign in, with one role and, for unit staff, the units they enter. */
@Entity
class AppUser {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String username;
    private String displayName;
    private @Nullable String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean enabled;
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "user_unit", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "unit_id")
    private Set<Long> unitIds = new HashSet<>();

    @Version
    private int version;

    protected AppUser() {}

    AppUser(String username, String displayName, Role role, Set<Long> unitIds, Instant createdAt) {
        this.username = username;
        this.displayName = displayName;
        this.role = role;
        this.unitIds = new HashSet<>(unitIds);
        this.enabled = true;
        this.createdAt = createdAt;
    }

    void choosePassword(String hash) {
        passwordHash = hash;
    }

    String username() {
        return username;
    }

    /** As the rest of the program knows them; without a password nobody can sign in. */
    CurrentUser asCurrentUser() {
        return new CurrentUser(
                Objects.requireNonNull(id),
                username,
                displayName,
                passwordHash,
                enabled && passwordHash != null,
                role,
                unitIds);
    }
}
