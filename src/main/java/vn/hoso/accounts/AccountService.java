package vn.hoso.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Sha256;

/** Creates users and lets them choose their passwords through one-time links; no default account, no mailed password. */
@Service
public class AccountService {

    private static final Duration LINK_LIFETIME = Duration.ofDays(3);
    private static final int TOKEN_BYTES = 32;

    private final Users users;
    private final OneTimeLinks links;
    private final PasswordPolicy passwords;
    private final UserQueries queries;
    private final UserSessions sessions;
    private final SecondFactors factors;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountService(
            Users users,
            OneTimeLinks links,
            PasswordPolicy passwords,
            UserQueries queries,
            UserSessions sessions,
            SecondFactors factors,
            AuditTrail audit,
            Clock clock) {
        this.users = users;
        this.links = links;
        this.passwords = passwords;
        this.queries = queries;
        this.sessions = sessions;
        this.factors = factors;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is no account yet, so that the program has to be set up first. */
    @Transactional(readOnly = true)
    public boolean needsSetUp() {
        return users.count() == 0;
    }

    /** The token of the one link that creates the first administrator. */
    @Transactional
    public String setUpToken() {
        users.lockCreation();
        return newToken(null);
    }

    /** What a link is for: the user's username, or empty text for the set-up. Empty if it is unknown, used or expired. */
    @Transactional(readOnly = true)
    public Optional<String> usernameOf(String token) {
        return usable(token)
                .filter(link -> link.user() != null || users.count() == 0)
                .map(link -> link.user() == null ? "" : link.user().username());
    }

    /**
     * What {@link #create} made.
     *
     * @param token of the link to hand over, null if there are problems
     */
    public record Created(@Nullable String token, List<AccountProblem> problems) {}

    /** Creates a user without a password and the link with which they choose one. */
    @Transactional
    public Created create(UserDraft details, CurrentUser by) {
        users.lockCreation();
        List<AccountProblem> problems = problems(details);
        if (!problems.isEmpty()) {
            return new Created(null, problems);
        }
        User user = users.saveAndFlush(new User(details, clock.instant()));
        UserState made = UserState.of(user, details.assignments());
        audit.record(by, UserState.NOBODY.to(made, TrailEntry.of("account.created", details.username(), "")));
        return new Created(newToken(user), List.of());
    }

    /** A new token for this user, or for the set-up, of which only the SHA-256 is stored; earlier ones stop working. */
    private String newToken(@Nullable User user) {
        Instant now = clock.instant();
        links.findByUserAndUsedAtIsNull(user).forEach(OneTimeLink::expire);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        links.save(new OneTimeLink(Sha256.of(token), user, now, now.plus(LINK_LIFETIME)));
        return token;
    }

    private Optional<OneTimeLink> usable(String token) {
        return links.findByTokenHash(Sha256.of(token)).filter(link -> link.usable(clock.instant()));
    }

    /** The link, used up by this transaction. */
    private Optional<OneTimeLink> use(String token) {
        Optional<OneTimeLink> link =
                links.lockForUpdate(Sha256.of(token)).filter(found -> found.usable(clock.instant()));
        link.ifPresent(found -> found.use(clock.instant()));
        return link;
    }

    private List<AccountProblem> problems(UserDraft details) {
        List<AccountProblem> problems = new ArrayList<>(details.problems());
        if (users.existsByUsername(details.username())) {
            problems.add(new AccountProblem("username", "accounts.problem.usernameTaken"));
        }
        if (!queries.unitsExist(details.assignments())) {
            problems.add(new AccountProblem("unitIds", "accounts.problem.unitUnknown"));
        }
        return problems;
    }

    /** A new link for a user who lost their password; the old password works until the new one is chosen. */
    @Transactional
    public Optional<HandedLink> newLink(long userId, CurrentUser by) {
        users.lockCreation();
        return users.findById(userId).map(user -> {
            audit.record(by, "account.link", user.username(), "");
            return new HandedLink(user.username(), newToken(user));
        });
    }

    /**
     * The token of a link for an administrator who has lost password, authenticator or both, and whom no other one can help: the
     * authenticator is taken away, the old password works until the new one is chosen. Empty if there is none of this name.
     */
    @Transactional
    public Optional<String> linkForLockedOut(String username) {
        users.lockCreation();
        return users.findByUsernameAndRoleAndEnabledTrue(username, Role.ADMINISTRATOR)
                .map(user -> {
                    factors.remove(user.id());
                    sessions.endAllOf(username);
                    audit.recordOwn(TrailEntry.of("account.second-factor.reset", username, ""));
                    audit.recordOwn(TrailEntry.of("account.link", username, ""));
                    return newToken(user);
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

    /** Chooses the password of the link's user, uses the link up and ends their sessions; problems leave all as it was. */
    @Transactional
    public List<AccountProblem> choosePassword(String token, PasswordRules.NewPassword password) {
        // Both are held before they are looked at: the same press sent twice finds the link used, not the password
        // changed meanwhile. The user first, since a link brings its user along.
        User user = users.lockOwner(Sha256.of(token)).orElse(null);
        OneTimeLink link = links.lockForUpdate(Sha256.of(token))
                .filter(found -> found.usable(clock.instant()))
                .orElse(null);
        if (link == null || user == null) {
            return List.of(new AccountProblem("password", "accounts.problem.linkUsed"));
        }
        List<AccountProblem> problems = passwords.problems(password, user.username(), user.displayName());
        if (!problems.isEmpty()) {
            return problems;
        }
        link.use(clock.instant());
        passwords.choose(user, password.password());
        sessions.endAllOf(user.username());
        audit.record(user.asCurrentUser(), "account.password", user.username(), "");
        return List.of();
    }

    /** Creates the first administrator and uses the set-up link up; does nothing once anybody exists. */
    @Transactional
    public List<AccountProblem> setUp(String token, UserDraft details, PasswordRules.NewPassword password) {
        List<AccountProblem> problems = problems(details);
        problems.addAll(passwords.problems(password, details.username(), details.displayName()));
        if (!problems.isEmpty()) {
            return problems;
        }
        if (use(token).isEmpty() || users.count() > 0) {
            return List.of(new AccountProblem("password", "accounts.problem.linkUsed"));
        }
        User first = new User(details, clock.instant());
        passwords.choose(first, password.password());
        users.save(first);
        audit.record(first.asCurrentUser(), "account.setup", first.username(), "");
        return List.of();
    }

    /** Creates a user of the demonstration, password included. */
    @Transactional
    public CurrentUser createForDemonstration(UserDraft details, String password) {
        User user = new User(details, clock.instant());
        passwords.choose(user, password);
        users.saveAndFlush(user);
        return user.asCurrentUser();
    }
}
