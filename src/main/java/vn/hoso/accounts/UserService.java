package vn.hoso.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** What an administrator does to users who are there already. There is always one administrator left who can sign in. */
@Service
public class UserService {

    /** Somebody else has changed the user since the page was shown. */
    public static final AccountProblem CHANGED_MEANWHILE =
            new AccountProblem("displayName", "accounts.problem.changedMeanwhile");

    private static final AccountProblem LAST = new AccountProblem("role", "accounts.problem.lastAdministrator");

    private final Users users;
    private final UserQueries queries;
    private final SecondFactors factors;
    private final AccountRateLimiter limiter;
    private final UserSessions sessions;
    private final AuditTrail audit;

    UserService(
            Users users,
            UserQueries queries,
            SecondFactors factors,
            AccountRateLimiter limiter,
            UserSessions sessions,
            AuditTrail audit) {
        this.users = users;
        this.queries = queries;
        this.factors = factors;
        this.limiter = limiter;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Changes name, role and units, which hold from the user's next request on. The name they sign in with stays.
     *
     * @param seen version of the user on the page that was filled in
     * @return what is wrong, empty if it was done
     */
    @Transactional
    public List<AccountProblem> change(long id, UserDraft details, int seen, CurrentUser by) {
        List<AccountProblem> problems = new ArrayList<>(details.problems());
        problems.removeIf(problem -> problem.field().equals("username"));
        if (!queries.unitsExist(details.assignments())) {
            problems.add(new AccountProblem("unitIds", "accounts.problem.unitUnknown"));
        }
        boolean lastOne = details.role() != Role.ADMINISTRATOR && isLastAdministrator(id);
        User user = users.lockForUpdate(id).orElse(null);
        if (user == null || user.version() != seen) {
            problems.add(CHANGED_MEANWHILE);
        }
        if (lastOne) {
            problems.add(LAST);
        }
        if (user == null || !problems.isEmpty()) {
            return problems;
        }
        UserState before = UserState.of(user, user.assignments());
        user.describe(details);
        users.saveAndFlush(user);
        UserState after = UserState.of(user, details.assignments());
        audit.record(by, before.to(after, TrailEntry.of("account.changed", user.username(), "")));
        return List.of();
    }

    /** Stops or lets them sign in; stopping ends their sessions. A problem if they are the last administrator. */
    @Transactional
    public List<AccountProblem> enable(long id, boolean on, CurrentUser by) {
        if (!on && isLastAdministrator(id)) {
            return List.of(LAST);
        }
        users.lockForUpdate(id).filter(user -> user.enabled() != on).ifPresent(user -> {
            user.enable(on);
            if (!on) {
                sessions.endAllOf(user.username());
            }
            audit.record(by, on ? "account.enabled" : "account.disabled", user.username(), "");
        });
        return List.of();
    }

    private boolean isLastAdministrator(long id) {
        List<User> administrators = users.lockAdministrators();
        return administrators.size() == 1 && administrators.get(0).id() == id;
    }

    /** Forgets their failed tries. */
    @Transactional
    public Optional<String> unlock(long id, CurrentUser by) {
        return users.findById(id).map(user -> {
            limiter.unlock(id);
            audit.record(by, "account.unlocked", user.username(), "");
            return user.username();
        });
    }

    /** Removes a lost authenticator; a role that requires one enrols another at the next sign-in. */
    @Transactional
    public Optional<String> resetSecondFactor(long id, CurrentUser by) {
        return users.findById(id).map(user -> {
            factors.remove(id);
            sessions.endAllOf(user.username());
            audit.record(by, "account.second-factor.reset", user.username(), "");
            return user.username();
        });
    }
}
