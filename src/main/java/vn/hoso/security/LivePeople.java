package vn.hoso.security;

import java.util.Optional;

/** Says at each request what a signed-in person may do now, whatever their session remembers. */
public interface LivePeople {

    /** The person, if they may still sign in. One cheap statement. */
    Optional<LivePerson> byId(long id);
}
