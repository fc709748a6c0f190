package vn.hoso.accounts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the office has decided about passwords and second factors. */
@Component
class AccountSignInSettings {

    /** No office may go below this. */
    private static final int LEAST = 8;

    private final boolean secondFactorRequired;
    private final int shortest;
    private final boolean composition;
    private final int expiryDays;

    AccountSignInSettings(
            @Value("${hoso.security.second-factor-required}") boolean secondFactorRequired,
            @Value("${hoso.security.password.shortest}") int shortest,
            @Value("${hoso.security.password.composition}") boolean composition,
            @Value("${hoso.security.password.expiry-days}") int expiryDays) {
        if (shortest < LEAST || shortest > PasswordRules.LONGEST || expiryDays < 0) {
            throw new IllegalArgumentException("hoso.security.password: shortest must be " + LEAST + " to "
                    + PasswordRules.LONGEST + ", expiry-days 0 or more");
        }
        this.secondFactorRequired = secondFactorRequired;
        this.shortest = shortest;
        this.composition = composition;
        this.expiryDays = expiryDays;
    }

    /** Whether administrators and reviewers need a second factor; others may have one. */
    boolean secondFactorRequired() {
        return secondFactorRequired;
    }

    int shortest() {
        return shortest;
    }

    boolean composition() {
        return composition;
    }

    /** After how many days a password has to be changed; 0 for never. */
    int expiryDays() {
        return expiryDays;
    }
}
