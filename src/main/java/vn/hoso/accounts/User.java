package vn.hoso.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** An account that may sign in, with one role and, for unit staff, the units whose figures they enter. */
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
    private boolean secondApprover;
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "user_unit", joinColumns = @JoinColumn(name = "user_id"))
    @OrderBy("unitId")
    private List<UserUnit> units = new ArrayList<>();

    @Version
    private int version;

    protected User() {}

    /** A user as described, whose description has no problems. */
    User(UserDraft details, Instant createdAt) {
        this.username = details.username();
        this.displayName = details.displayName();
        this.role = Objects.requireNonNull(details.role());
        this.enabled = true;
        this.secondApprover = details.secondApprover();
        this.createdAt = createdAt;
        assign(details.assignments());
    }

    void choosePassword(String hash, Instant at) {
        passwordHash = hash;
        passwordChangedAt = at;
    }

    /** Everything but the name they sign in with. */
    void describe(UserDraft details) {
        displayName = details.displayName();
        role = Objects.requireNonNull(details.role());
        secondApprover = details.secondApprover();
        assign(details.assignments());
    }

    /** These units and no others from now on. */
    private void assign(List<UserAssignment> assignments) {
        if (!assignments.equals(assignments())) {
            units.clear();
            assignments.forEach(each -> units.add(new UserUnit(each)));
        }
    }

    /** Enters the figures of a unit that comes of these, on all the days of theirs that are not over; empty if there are none. */
    Optional<UserAssignment> enterToo(long successor, Collection<Long> predecessors, LocalDate from) {
        Optional<UserAssignment> added = assignments().stream()
                .filter(each -> predecessors.contains(each.unitId()) && each.lasts(from))
                .reduce(UserAssignment::and)
                .map(each -> new UserAssignment(successor, each.from(), each.to()));
        added.ifPresent(each -> units.add(new UserUnit(each)));
        return added;
    }

    /** Enters them no more, on exactly these days. */
    void enterNoMore(Collection<UserAssignment> given) {
        units.removeIf(each -> given.contains(each.assignment()));
    }

    List<UserAssignment> assignments() {
        return units.stream().map(UserUnit::assignment).toList();
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

    boolean secondApprover() {
        return secondApprover;
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

    /** A unit whose figures the user enters. */
    @Embeddable
    static class UserUnit {

        private long unitId;
        private @Nullable LocalDate fromDay;
        private @Nullable LocalDate toDay;

        protected UserUnit() {}

        UserUnit(UserAssignment assignment) {
            unitId = assignment.unitId();
            fromDay = assignment.from();
            toDay = assignment.to();
        }

        UserAssignment assignment() {
            return new UserAssignment(unitId, fromDay, toDay);
        }
    }
}
