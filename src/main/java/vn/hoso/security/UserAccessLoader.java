package vn.hoso.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says at each request what a signed-in user may do now, whatever their session remembers. */
public interface UserAccessLoader {

    /** The user, if they may still sign in. One cheap statement. */
    Optional<UserAccess> byId(long id);

    /** The users whose role is the Office's: what they enter, somebody else approves. */
    Set<Long> reviewers();

    /** Whether the user may approve what another one typed; nobody approves their own. */
    default boolean mayApprove(CurrentUser user, @Nullable Long typist) {
        return (typist == null || typist != user.id())
                && (user.is(Role.REVIEWER)
                        || (user.secondApprover()
                                && typist != null
                                && reviewers().contains(typist)));
    }
}
