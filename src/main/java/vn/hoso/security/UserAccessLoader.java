package vn.hoso.security;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says at each request what a signed-in user may do now, whatever their session remembers. */
public interface UserAccessLoader {

    /** The user, if they may still sign in. One cheap statement. */
    Optional<UserAccess> byId(long id);

    /** The users whose role is the Office's: what they enter, somebody else approves. */
    Set<Long> reviewers();

    /** Whether the user may approve what another one typed; nobody approves their own. */
    default boolean mayApprove(CurrentUser user, @Nullable Long typist) {
        return approvable(user).test(typist);
    }

    /** The same for the figures of many typists: who the reviewers are is asked once. */
    default Predicate<@Nullable Long> approvable(CurrentUser user) {
        boolean reviewer = user.is(Role.REVIEWER);
        Set<Long> reviewers = user.secondApprover() && !reviewer ? reviewers() : Set.of();
        return typist ->
                (typist == null || typist != user.id()) && (reviewer || (typist != null && reviewers.contains(typist)));
    }
}
