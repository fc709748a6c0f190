package vn.hoso.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;

/** Lets a signed-in user change their password, who has to know the present one. */
@Service
public class PasswordService {

    private final Users users;
    private final PasswordPolicy passwords;
    private final SecondFactorVerifier checks;
    private final UserSessions sessions;
    private final AuditTrail audit;
    private final TransactionOperations transaction;

    PasswordService(
            Users users,
            PasswordPolicy passwords,
            SecondFactorVerifier checks,
            UserSessions sessions,
            AuditTrail audit,
            TransactionOperations transaction) {
        this.users = users;
        this.passwords = passwords;
        this.checks = checks;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Changes it and ends the user's other sessions; with problems nothing changes. */
    public List<AccountProblem> change(
            CurrentUser user, String present, PasswordRules.NewPassword wanted, @Nullable String sessionId) {
        List<AccountProblem> problems = passwords.problems(wanted, user.username(), user.displayName());
        if (wanted.password().equals(present)) {
            problems = List.of(new AccountProblem("password", "accounts.problem.passwordSame"));
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        PasskeyVerificationResult check = checks.check(
                user,
                () -> checks.isPassword(user, present)
                        ? PasskeyVerificationResult.VALID
                        : PasskeyVerificationResult.WRONG_PASSWORD);
        if (check != PasskeyVerificationResult.VALID) {
            return check.problems();
        }
        transaction.executeWithoutResult(status -> {
            passwords.choose(users.lockForUpdate(user.id()).orElseThrow(), wanted.password());
            sessions.endOthersOf(user.username(), sessionId);
            audit.record(user, "account.password", user.username(), "");
        });
        return List.of();
    }

    /** What the office asks of a password. */
    public PasswordRules rules() {
        return passwords.rules();
    }
}
