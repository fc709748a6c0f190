package vn.hoso.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.units.UnitCarriage;

/** What an administrator does to users who are there already. There is always one administrator left who can sign in. */
@Service
public class UserService implements UnitCarriage {

    /** Somebody else has changed the user since the page was shown. */
    public static final AccountProblem CHANGED_MEANWHILE =
            new AccountProblem("displayName", "accounts.problem.changedMeanwhile");

    private static final AccountProblem LAST = new AccountProblem("role", "accounts.problem.lastAdministrator");

    private final Users users;
    private final UserQueries queries;
    private final SecondFactors factors;
    private final LoginRateLimiter limiter;
    private final UserSessions sessions;
    private final AuditTrail audit;
    private final JdbcClient jdbc;

    UserService(
            Users users,
            UserQueries queries,
            SecondFactors factors,
            LoginRateLimiter limiter,
            UserSessions sessions,
            AuditTrail audit,
            JdbcClient jdbc) {
        this.users = users;
        this.queries = queries;
        this.factors = factors;
        this.limiter = limiter;
        this.sessions = sessions;
        this.audit = audit;
        this.jdbc = jdbc;
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
        User user = users.findById(id).orElse(null);
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
        users.findById(id).filter(user -> user.enabled() != on).ifPresent(user -> {
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

    @Override
    public What what() {
        return What.PEOPLE;
    }

    /** Whoever may sign in and enters a unit's figures on the first day or later. */
    @Override
    public List<Item> find(Ways ways) {
        return jdbc.sql("""
                        select mine.unit_id as unit, way.successor, person.display_name as text, true as fits
                        from unnest(cast(:of as bigint[]), cast(:to as bigint[])) with ordinality as way (unit, successor, place)
                        join user_unit mine on mine.unit_id = way.unit and coalesce(mine.to_day >= :from, true)
                        join app_user person on person.id = mine.user_id and person.enabled
                        order by way.place, person.display_name
                        """)
                .param("of", ways.of())
                .param("to", ways.to())
                .param("from", ways.from())
                .query((row, n) -> Item.read(row))
                .list();
    }

    /** Gives them the new unit too; who stood in for several units does so on all the days. */
    @Override
    public String carry(Ways ways, CurrentUser by) {
        return jdbc.sql("""
                        with given as (
                            insert into user_unit (user_id, unit_id, from_day, to_day)
                            select mine.user_id, way.successor,
                                case when bool_and(mine.from_day is not null) then min(mine.from_day) end,
                                case when bool_and(mine.to_day is not null) then max(mine.to_day) end
                            from unnest(cast(:of as bigint[]), cast(:to as bigint[])) as way (unit, successor)
                            join user_unit mine on mine.unit_id = way.unit and coalesce(mine.to_day >= :from, true)
                            join app_user person on person.id = mine.user_id and person.enabled
                            group by mine.user_id, way.successor returning user_id, unit_id, from_day, to_day),
                        counted as (
                            update app_user set version = version + 1 where id in (select user_id from given) returning id, version)
                        select jsonb_build_object(
                            'given', (select coalesce(jsonb_agg(to_jsonb(given)), '[]') from given),
                            'counted', (select coalesce(jsonb_agg(to_jsonb(counted)), '[]') from counted))
                        """)
                .param("of", ways.of())
                .param("to", ways.to())
                .param("from", ways.from())
                .query(String.class)
                .single();
    }

    /** Takes the new units from those who were given them; a user who was changed since keeps counting on. */
    @Override
    public void takeBack(String undo, Collection<Long> successors) {
        jdbc.sql("""
                        with taken as (
                            delete from user_unit mine
                            using jsonb_populate_recordset(cast(null as user_unit), cast(:undo as jsonb) -> 'given') given
                            where (mine.user_id, mine.unit_id) = (given.user_id, given.unit_id)
                                and mine.from_day is not distinct from given.from_day and mine.to_day is not distinct from given.to_day)
                        update app_user person
                        set version = case when person.version = counted.version then person.version - 1 else person.version + 1 end
                        from jsonb_to_recordset(cast(:undo as jsonb) -> 'counted') as counted (id bigint, version integer)
                        where person.id = counted.id
                        """).param("undo", undo).update();
    }
}
