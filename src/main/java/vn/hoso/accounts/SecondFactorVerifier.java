package vn.hoso.accounts;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;

/**
 * Checks what a user types after one factor is proved, and counts failures. Password and code typed
 * together are one try: a right one of the two must not forgive the guesses at the other.
 */
@Component
class SecondFactorVerifier {

    private final Users users;
    private final PasswordPolicy passwords;
    private final AccountRateLimiter limiter;
    private final AuditTrail audit;

    SecondFactorVerifier(Users users, PasswordPolicy passwords, AccountRateLimiter limiter, AuditTrail audit) {
        this.users = users;
        this.passwords = passwords;
        this.limiter = limiter;
        this.audit = audit;
    }

    /** Makes one try; while the user is locked, nothing is checked and so no code used up. */
    PasskeyVerificationResult check(CurrentUser user, Supplier<PasskeyVerificationResult> look) {
        List<AccountRateLimiter.Counter> counter =
                List.of(new AccountRateLimiter.Counter(AccountThrottle.Kind.PERSON, user.username(), user.id()));
        AccountRateLimiter.Try attempt = limiter.tryAcquire(counter);
        if (!attempt.allowed()) {
            audit.recordRefusal(user, TrailEntry.of("account.locked.refused", user.username(), ""));
            return PasskeyVerificationResult.LOCKED;
        }
        PasskeyVerificationResult found = look.get();
        if (found == PasskeyVerificationResult.VALID) {
            limiter.recordSuccess(counter);
            return found;
        }
        audit.recordRefusal(user, TrailEntry.of("account." + found.refused() + ".refused", user.username(), ""));
        if (attempt.locks()) {
            audit.recordRefusal(user, TrailEntry.of("account.locked", user.username(), ""));
        }
        return found;
    }

    /** Whether this is their password now; to be asked within a try. */
    boolean isPassword(CurrentUser user, String typed) {
        return users.findById(user.id())
                .filter(known -> passwords.matches(typed, known))
                .isPresent();
    }
}
