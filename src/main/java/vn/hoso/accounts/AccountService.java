package vn.hoso.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;

/** Creates people and lets them choose their passwords through one-time links; no default account, no mailed password. */
@Service
public class AccountService {

    private final Users users;
    private final OneTimeLinkService links;
    private final PasswordPolicy passwords;
    private final Assignments assignments;
    private final UserSessions sessions;
    private final AuditTrail audit;
    private final Clock clock;

    AccountService(
            Users users,
            OneTimeLinkService links,
            PasswordPolicy passwords,
            Assignments assignments,
            UserSessions sessions,
            AuditTrail audit,
            Clock clock) {
        this.users = users;
        this.links = links;
        this.passwords = passwords;
        this.assignments = assignments;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether nobody has ever chosen a password, so that the program has to be set up first. */
    @Transactional(readOnly = true)
    public boolean needsSetUp() {
        return users.count() == 0;
    }

    /** The token of the one link that creates the first administrator. */
    @Transactional
    public String setUpToken() {
        return links.create(null);
    }

    /** What a link is for: the person's username, or empty text for the set-up. Empty if it is unknown, used or expired. */
    @Transactional(readOnly = true)
    public Optional<String> usernameOf(String token) {
        return links.usable(token)
                .filter(link -> link.person() != null || users.count() == 0)
                .map(link -> link.person() == null ? "" : link.person().username());
    }

    /**
     * What {@link #create} made.
     *
     * @param token of the link to hand over, null if there are problems
     */
    public record Created(@Nullable String token, List<AccountProblem> problems) {}

    /** Creates a person without a password and the link with which they choose one. */
    @Transactional
    public Created create(UserDraft details, CurrentUser by) {
        List<AccountProblem> problems = problems(details);
        if (!problems.isEmpty()) {
            return new Created(null, problems);
        }
        User person = users.saveAndFlush(person(details));
        UserState made = UserState.of(person, details.assignments());
        audit.record(by, UserState.NOBODY.to(made, TrailEntry.of("account.created", details.username(), "")));
        return new Created(links.create(person), List.of());
    }

    private List<AccountProblem> problems(UserDraft details) {
        List<AccountProblem> problems = new ArrayList<>(details.problems());
        if (users.existsByUsername(details.username())) {
            problems.add(new AccountProblem("username", "accounts.problem.usernameTaken"));
        }
        if (!assignments.allExist(details.assignments())) {
            problems.add(new AccountProblem("unitIds", "accounts.problem.unitUnknown"));
        }
        return problems;
    }

    private User person(UserDraft details) {
        User made = new User(
                details.username(), details.displayName(), Objects.requireNonNull(details.role()), clock.instant());
        made.assign(details.assignments());
        return made;
    }

    /** A new link for somebody who lost their password; the old password works until the new one is chosen. */
    @Transactional
    public Optional<HandedLink> newLink(long userId, CurrentUser by) {
        return users.findById(userId).map(person -> {
            audit.record(by, "account.link", person.username(), "");
            return new HandedLink(person.username(), links.create(person));
        });
    }

    /**
     * A link to hand over.
     *
     * @param username whose password it lets its bearer choose
     */
    public record HandedLink(String username, String token) {}

    /** What the office asks of a password. */
    public PasswordRules passwordRules() {
        return passwords.rules();
    }

    /** Chooses the password of the link's person, uses the link up and ends their sessions; problems leave all as it was. */
    @Transactional
    public List<AccountProblem> choosePassword(String token, NewPassword password) {
        User owner = links.usable(token).map(OneTimeLink::person).orElse(null);
        List<AccountProblem> problems = owner == null
                ? List.of(new AccountProblem("password", "accounts.problem.linkUsed"))
                : passwords.problems(password, owner.username(), owner.displayName());
        if (!problems.isEmpty()) {
            return problems;
        }
        User person = links.use(token).map(OneTimeLink::person).orElse(null);
        if (person == null) {
            return List.of(new AccountProblem("password", "accounts.problem.linkUsed"));
        }
        passwords.choose(person, password.password());
        sessions.endAllOf(person.username());
        audit.record(person.asCurrentUser(), "account.password", person.username(), "");
        return List.of();
    }

    /** Creates the first administrator and uses the set-up link up; does nothing once anybody exists. */
    @Transactional
    public List<AccountProblem> setUp(String token, UserDraft details, NewPassword password) {
        List<AccountProblem> problems = problems(details);
        problems.addAll(passwords.problems(password, details.username(), details.displayName()));
        if (!problems.isEmpty()) {
            return problems;
        }
        if (links.use(token).isEmpty() || users.count() > 0) {
            return List.of(new AccountProblem("password", "accounts.problem.linkUsed"));
        }
        User first = person(details);
        passwords.choose(first, password.password());
        users.save(first);
        audit.record(first.asCurrentUser(), "account.setup", first.username(), "");
        return List.of();
    }

    /** Creates a person of the demonstration, password included. */
    @Transactional
    public CurrentUser createForDemonstration(UserDraft details, String password) {
        User person = person(details);
        passwords.choose(person, password);
        users.saveAndFlush(person);
        return person.asCurrentUser();
    }
}
