package vn.hoso.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;

/** Creates people and lets them choose their passwords through one-time links; no default account, no mailed password. */
@Service
public class Accounts {

    private final AppUsers users;
    private final Links links;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;
    private final JdbcClient jdbc;

    Accounts(AppUsers users, Links links, PasswordEncoder passwords, AuditTrail audit, Clock clock, JdbcClient jdbc) {
        this.users = users;
        this.links = links;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * A person as the list shows them.
     *
     * @param units the names of the units they enter, empty for other roles
     * @param ready whether they have chosen a password
     */
    public record Person(long id, String username, String displayName, Role role, String units, boolean ready) {}

    public List<Person> all() {
        return jdbc.sql("""
                        select person.id, person.username, person.display_name, person.role,
                            coalesce(string_agg(version.name, ', ' order by version.code), '') as units,
                            person.password_hash is not null as ready
                        from app_user person
                        left join user_unit on user_unit.user_id = person.id
                        left join unit_version version on version.unit_id = user_unit.unit_id and upper_inf(version.valid)
                        group by person.id order by person.username
                        """).query(Person.class).list();
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
    public Created create(PersonDetails details, CurrentUser by) {
        List<AccountProblem> problems = problems(details);
        if (!problems.isEmpty()) {
            return new Created(null, problems);
        }
        AppUser person = users.save(person(details));
        audit.record(by, "account.created", details.username(), String.valueOf(details.role()));
        return new Created(links.create(person), List.of());
    }

    private List<AccountProblem> problems(PersonDetails details) {
        List<AccountProblem> problems = new ArrayList<>(details.problems());
        if (users.existsByUsername(details.username())) {
            problems.add(new AccountProblem("username", "accounts.problem.usernameTaken"));
        }
        return problems;
    }

    private AppUser person(PersonDetails details) {
        return new AppUser(
                details.username(),
                details.displayName(),
                Objects.requireNonNull(details.role()),
                details.unitIds(),
                clock.instant());
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

    /** Chooses the password of the link's person and uses the link up; problems leave both as they were. */
    @Transactional
    public List<AccountProblem> choosePassword(String token, NewPassword password) {
        String username = usernameOf(token).orElse("");
        List<AccountProblem> problems = password.problems(username);
        if (!problems.isEmpty()) {
            return problems;
        }
        AppUser person = links.use(token).map(OneTimeLink::person).orElse(null);
        if (person == null) {
            return List.of(new AccountProblem("password", "accounts.problem.linkUsed"));
        }
        person.choosePassword(Objects.requireNonNull(passwords.encode(password.password())));
        audit.record(person.asCurrentUser(), "account.password", person.username(), "");
        return List.of();
    }

    /** Creates the first administrator and uses the set-up link up; does nothing once anybody exists. */
    @Transactional
    public List<AccountProblem> setUp(String token, PersonDetails details, NewPassword password) {
        List<AccountProblem> problems = problems(details);
        problems.addAll(password.problems(details.username()));
        if (!problems.isEmpty()) {
            return problems;
        }
        if (links.use(token).isEmpty() || users.count() > 0) {
            return List.of(new AccountProblem("password", "accounts.problem.linkUsed"));
        }
        AppUser first = person(details);
        first.choosePassword(Objects.requireNonNull(passwords.encode(password.password())));
        users.save(first);
        audit.record(first.asCurrentUser(), "account.setup", first.username(), "");
        return List.of();
    }

    /** Creates a person of the demonstration, password included. */
    @Transactional
    public CurrentUser createForDemonstration(PersonDetails details, String password) {
        AppUser person = person(details);
        person.choosePassword(Objects.requireNonNull(passwords.encode(password)));
        return users.save(person).asCurrentUser();
    }
}
