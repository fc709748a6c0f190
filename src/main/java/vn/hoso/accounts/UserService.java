package vn.hoso.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** What an administrator does to people who are there already. There is always one administrator left who can sign in. */
@Service
public class UserService {

    private static final AccountProblem LAST = new AccountProblem("role", "accounts.problem.lastAdministrator");

    private final Users users;
    private final Assignments assignments;
    private final SecondFactors factors;
    private final LoginRateLimiter limiter;
    private final UserSessions sessions;
    private final AuditTrail audit;

    UserService(
            Users users,
            Assignments assignments,
            SecondFactors factors,
            LoginRateLimiter limiter,
            UserSessions sessions,
            AuditTrail audit) {
        this.users = users;
        this.assignments = assignments;
        this.factors = factors;
        this.limiter = limiter;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Changes name, role and units, which hold from the person's next request on. The name they sign in with stays.
     *
     * @param seen version of the person on the page that was filled in
     * @return what is wrong, empty if it was done
     */
    @Transactional
    public List<AccountProblem> change(long id, UserDraft details, int seen, CurrentUser by) {
        List<AccountProblem> problems = new ArrayList<>(details.problems());
        problems.removeIf(problem -> problem.field().equals("username"));
        if (!assignments.allExist(details.assignments())) {
            problems.add(new AccountProblem("unitIds", "accounts.problem.unitUnknown"));
        }
        boolean lastOne = details.role() != Role.ADMINISTRATOR && isLastAdministrator(id);
        User person = users.findById(id).orElse(null);
        if (person == null || person.version() != seen) {
            problems.add(new AccountProblem("displayName", "accounts.problem.changedMeanwhile"));
        }
        if (lastOne) {
            problems.add(LAST);
        }
        if (person == null || !problems.isEmpty()) {
            return problems;
        }
        UserState before = UserState.of(person, person.assignments());
        person.describe(details.displayName(), Objects.requireNonNull(details.role()));
        person.assign(details.assignments());
        users.saveAndFlush(person);
        UserState after = UserState.of(person, details.assignments());
        audit.record(by, before.to(after, TrailEntry.of("account.changed", person.username(), "")));
        return List.of();
    }

    /** Stops or lets them sign in; stopping ends their sessions. A problem if they are the last administrator. */
    @Transactional
    public List<AccountProblem> enable(long id, boolean on, CurrentUser by) {
        if (!on && isLastAdministrator(id)) {
            return List.of(LAST);
        }
        users.findById(id).filter(person -> person.enabled() != on).ifPresent(person -> {
            person.enable(on);
            if (!on) {
                sessions.endAllOf(person.username());
            }
            audit.record(by, on ? "account.enabled" : "account.disabled", person.username(), "");
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
        return users.findById(id).map(person -> {
            limiter.unlock(id);
            audit.record(by, "account.unlocked", person.username(), "");
            return person.username();
        });
    }

    /** Takes away a lost authenticator; whoever needs one enrols another at the next sign-in. */
    @Transactional
    public Optional<String> resetSecondFactor(long id, CurrentUser by) {
        return users.findById(id).map(person -> {
            factors.remove(id);
            sessions.endAllOf(person.username());
            audit.record(by, "account.second-factor.reset", person.username(), "");
            return person.username();
        });
    }
}
