package vn.hoso.figures.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;

/**
 * Who changed a figure.
 *
 * @param id the user, null for the program itself
 * @param name what they were called at the time
 */
public record ReturnAuthor(@Nullable Long id, String name) {

    /** Whether it was this user. */
    public boolean is(CurrentUser user) {
        return id != null && id == user.id();
    }

    public static ReturnAuthor of(CurrentUser user) {
        return new ReturnAuthor(user.id(), user.displayName());
    }

    /** The same where they act for a unit, perhaps in somebody's place. */
    public static ReturnAuthor of(CurrentUser user, long unitId) {
        return new ReturnAuthor(user.id(), user.nameFor(Set.of(unitId)));
    }
}
