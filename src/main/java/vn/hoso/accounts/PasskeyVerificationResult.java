package vn.hoso.accounts;

import java.util.List;

/** What became of a typed code or password, or of a passkey. */
public enum PasskeyVerificationResult {
    VALID,
    WRONG_CODE,
    WRONG_PASSWORD,
    /** Another's passkey, another page's, too late, used before or not signed as it should be: told alike. */
    WRONG_PASSKEY,
    /** The passkey counts fewer uses than are known here: there may be two of it. Told like any wrong one. */
    COPIED_PASSKEY,
    /** Too many failures: even a right one is not checked for some minutes. */
    LOCKED;

    /** What to tell the user, at the field it is about. */
    public List<AccountProblem> problems() {
        return switch (this) {
            case VALID -> List.of();
            case WRONG_CODE -> List.of(new AccountProblem("code", "accounts.problem.code"));
            case WRONG_PASSWORD -> List.of(new AccountProblem("present", "accounts.problem.passwordWrong"));
            case WRONG_PASSKEY, COPIED_PASSKEY -> List.of(new AccountProblem("passkey", "accounts.problem.passkey"));
            case LOCKED -> List.of(new AccountProblem("present", "accounts.problem.tooManyTries"));
        };
    }

    /** What was refused, as the trail calls it. */
    String refused() {
        return switch (this) {
            case WRONG_PASSWORD -> "password";
            case WRONG_PASSKEY -> "passkey";
            case COPIED_PASSKEY -> "passkey-copy";
            default -> "code";
        };
    }
}
