package vn.hoso.security;

import java.util.Optional;

/** Says at each request what a signed-in user may do now, whatever their session remembers. */
public interface UserAccessLoader {

    /** The user, if they may still sign in. One cheap statement. */
    Optional<UserAccess> byId(long id);
}
