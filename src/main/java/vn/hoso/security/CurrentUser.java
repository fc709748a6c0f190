package vn.hoso.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The signed-in user, as every module knows them.
 *
 * @param id the user's id in the database
 * @param username what they sign in with
 * @param displayName what the trail and the pages call them
 * @param role what they may do
 * @param unitIds the units assigned to them today; means something for {@link Role#UNIT_STAFF} only
 * @param standIns those of them for which they act some days only, in somebody else's place
 * @param secondApprover whether they approve what the Office entered itself, without being a reviewer
 */
public record CurrentUser(
        long id,
        String username,
        String displayName,
        Role role,
        Set<Long> unitIds,
        Set<Long> standIns,
        boolean secondApprover)
        implements UserDetails {

    /** Kept with the name, as it was at the time, like the name itself. */
    private static final String STANDING_IN = " (làm thay)";

    /** The authority of {@link #secondApprover}. */
    static final String SECOND_APPROVER = "SECOND_APPROVER";

    public CurrentUser {
        unitIds = Set.copyOf(unitIds);
        standIns = Set.copyOf(standIns);
    }

    /** A user who stands in for nobody and approves by their role alone. */
    public CurrentUser(long id, String username, String displayName, Role role, Set<Long> unitIds) {
        this(id, username, displayName, role, unitIds, Set.of(), false);
    }

    /** Whether this user's pages may show the unit. */
    public boolean maySee(long unitId) {
        return role != Role.UNIT_STAFF || unitIds.contains(unitId);
    }

    /** Whether this user may see figures of single officials; of which units, {@link #maySee} says. */
    public boolean maySeeOfficials() {
        return role == Role.REVIEWER || role == Role.LEADER || role == Role.UNIT_STAFF;
    }

    /** Whether this user may enter the unit's figures. */
    public boolean mayEnter(long unitId) {
        return role == Role.REVIEWER || (role == Role.UNIT_STAFF && unitIds.contains(unitId));
    }

    /** The unit that this user enters figures for, if it is the only one. */
    public Optional<Long> onlyUnit() {
        return role == Role.UNIT_STAFF && unitIds.size() == 1 ? unitIds.stream().findFirst() : Optional.empty();
    }

    /** Whether this user may approve at all; whose figures, each return decides. */
    public boolean mayApprove() {
        return role == Role.REVIEWER || secondApprover;
    }

    /** What the trail and the pages call them where they act for these units: in whose place they do so is said. */
    public String nameFor(Collection<Long> units) {
        return !units.isEmpty() && standIns.containsAll(units) ? displayName + STANDING_IN : displayName;
    }

    public boolean seesAllUnits() {
        return role != Role.UNIT_STAFF;
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        SimpleGrantedAuthority own = new SimpleGrantedAuthority(role.authority());
        return secondApprover ? List.of(own, new SimpleGrantedAuthority(SECOND_APPROVER)) : List.of(own);
    }

    /** Kept from sessions and pages: the sign-in alone reads the hash. */
    @Override
    public @Nullable String getPassword() {
        return null;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String toString() {
        return username;
    }
}
