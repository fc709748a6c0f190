package vn.hoso.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;

/** Lets a signed-in person change their password, who has to know the present one. */
@Service
public class OwnPassword {

    private final AppUsers users;
    private final Passwords passwords;
    private final Throttle throttle;
    private final OwnSessions sessions;
    private final SignInTrail trail;
    private final AuditTrail audit;
    private final TransactionOperations transaction;

    OwnPassword(
            AppUsers users,
            Passwords passwords,
            Throttle throttle,
            OwnSessions sessions,
            SignInTrail trail,
            AuditTrail audit,
            TransactionOperations transaction) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.trail = trail;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Changes it and ends the person's other sessions; with problems nothing changes. */
    public List<AccountProblem> change(
            CurrentUser person, String present, NewPassword wanted, @Nullable String sessionId) {
        List<AccountProblem> problems = passwords.problems(wanted, person.username(), person.displayName());
        if (wanted.password().equals(present)) {
            problems = List.of(new AccountProblem("password", "accounts.problem.passwordSame"));
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        CodeCheck check = check(person, present);
        if (check != CodeCheck.RIGHT) {
            return List.of(new AccountProblem(
                    "present",
                    check == CodeCheck.LOCKED ? "accounts.problem.tooManyTries" : "accounts.problem.passwordWrong"));
        }
        transaction.executeWithoutResult(status -> {
            passwords.choose(users.getReferenceById(person.id()), wanted.password());
            sessions.endOthersOf(person.username(), sessionId);
            audit.record(person, "account.password", person.username(), "");
        });
        return List.of();
    }

    /** What the office asks of a password. */
    public PasswordRules rules() {
        return passwords.rules();
    }

    private CodeCheck check(CurrentUser person, String present) {
        List<Throttle.Counter> counter =
                List.of(new Throttle.Counter(ThrottleKind.PERSON, person.username(), person.id()));
        Throttle.Try attempt = throttle.take(counter);
        boolean right = users.findById(person.id())
                .filter(known -> passwords.matches(present, known))
                .isPresent();
        if (!attempt.allowed()) {
            return CodeCheck.LOCKED;
        }
        if (right) {
            throttle.wasRight(counter);
            return CodeCheck.RIGHT;
        }
        trail.refused(person, "password");
        if (attempt.locks()) {
            trail.locked(person.id());
        }
        return CodeCheck.WRONG;
    }
}
