package vn.hoso.accounts;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;

/**
 * Looks at what somebody types who has proved one factor already, and counts what was wrong. Password and code typed
 * together are one try: a right one of the two must not forgive the guesses at the other.
 */
@Component
class PersonChecks {

    private final AppUsers users;
    private final Passwords passwords;
    private final Throttle throttle;
    private final SignInTrail trail;

    PersonChecks(AppUsers users, Passwords passwords, Throttle throttle, SignInTrail trail) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.trail = trail;
    }

    /** One try; while the person is locked, nothing is looked at and so no code used up. */
    CodeCheck check(CurrentUser person, Supplier<CodeCheck> look) {
        List<Throttle.Counter> counter =
                List.of(new Throttle.Counter(ThrottleKind.PERSON, person.username(), person.id()));
        Throttle.Try attempt = throttle.take(counter);
        if (!attempt.allowed()) {
            return CodeCheck.LOCKED;
        }
        CodeCheck found = look.get();
        if (found == CodeCheck.RIGHT) {
            throttle.wasRight(counter);
            return found;
        }
        trail.refused(person, found.refused());
        if (attempt.locks()) {
            trail.locked(person.id());
        }
        return found;
    }

    /** Whether this is their password now; to be asked within a try. */
    boolean isPassword(CurrentUser person, String typed) {
        return users.findById(person.id())
                .filter(known -> passwords.matches(typed, known))
                .isPresent();
    }
}
