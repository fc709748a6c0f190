package vn.hoso.security;

import java.util.Collection;
import java.util.List;
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
 */
public record CurrentUser(long id, String username, String displayName, Role role, Set<Long> unitIds)
        implements UserDetails {

    public CurrentUser {
        unitIds = Set.copyOf(unitIds);
    }

    /** Whether this user's pages may show the unit. */
    public boolean maySee(long unitId) {
        return role != Role.UNIT_STAFF || unitIds.contains(unitId);
    }

    /** Whether this user may enter the unit's figures. */
    public boolean mayEnter(long unitId) {
        return role == Role.REVIEWER || (role == Role.UNIT_STAFF && unitIds.contains(unitId));
    }

    public boolean seesAllUnits() {
        return role != Role.UNIT_STAFF;
    }

    public boolean is(Role wanted) {
        return role == wanted;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(role.authority()));
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
