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
class SecondFactorVerifier {

    private final Users users;
    private final PasswordPolicy passwords;
    private final LoginRateLimiter limiter;
    private final FailedSignInRecorder trail;

    SecondFactorVerifier(Users users, PasswordPolicy passwords, LoginRateLimiter limiter, FailedSignInRecorder trail) {
        this.users = users;
        this.passwords = passwords;
        this.limiter = limiter;
        this.trail = trail;
    }

    /** One try; while the person is locked, nothing is looked at and so no code used up. */
    VerificationResult check(CurrentUser person, Supplier<VerificationResult> look) {
        List<LoginRateLimiter.Counter> counter =
                List.of(new LoginRateLimiter.Counter(RateLimitKind.PERSON, person.username(), person.id()));
        LoginRateLimiter.Try attempt = limiter.tryAcquire(counter);
        if (!attempt.allowed()) {
            return VerificationResult.LOCKED;
        }
        VerificationResult found = look.get();
        if (found == VerificationResult.VALID) {
            limiter.recordSuccess(counter);
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
