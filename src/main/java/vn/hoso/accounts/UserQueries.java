package vn.hoso.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.Role;
import vn.hoso.units.UnitReporters;

/** The users with an account, a page of them at a time, and one of them in full. */
@Component
public class UserQueries implements UnitReporters {

    public static final int PAGE = 50;

    private static final String COLUMNS = """
            person.id, person.username, person.display_name, person.role, person.enabled, person.version, person.second_approver,
            person.password_hash is not null as ready,
            exists (select from second_factor where user_id = person.id and confirmed_at is not null) as second_factor,
            exists (select from sign_in_throttle where user_id = person.id and locked_until > :now) as locked,
            (select count(*) from wall_link where made_by = person.id and revoked_at is null and (last_day is null or last_day >= cast(:today as date))) as wall_links,
            coalesce((select string_agg(version.name
                    || case when from_day is null and to_day is null then '' else
                        ' (' || coalesce(to_char(from_day, 'DD/MM/YYYY'), '…') || '–' || coalesce(to_char(to_day, 'DD/MM/YYYY'), '…') || ')' end,
                    ', ' order by version.code)
                from user_unit
                join lateral unit_at(cast(:today as date)) version on version.unit_id = user_unit.unit_id
                where user_unit.user_id = person.id), '') as units,
            coalesce((select string_agg(last.name, ', ' order by last.code)
                from user_unit
                join lateral (select name, code, valid from unit_version version
                    where version.unit_id = user_unit.unit_id order by valid desc limit 1) last on upper(last.valid) <= cast(:today as date)
                where user_unit.user_id = person.id), '') as ended_units
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    UserQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A user as the list shows them.
     *
     * @param ready whether they have chosen a password
     * @param secondFactor whether an authenticator is enrolled
     * @param locked whether too many failed tries keep them out at this moment
     * @param secondApprover whether they approve what the Office entered, without being a reviewer
     * @param wallLinks how many links of wall screens that they made are open: they stay so when the account stops
     * @param units names of the units they enter, days of a stand-in included; empty for other roles
     * @param endedUnits names of those that have ended, of which they may still owe months
     */
    public record UserSummary(
            long id,
            String username,
            String displayName,
            Role role,
            boolean enabled,
            int version,
            boolean ready,
            boolean secondFactor,
            boolean locked,
            boolean secondApprover,
            long wallLinks,
            String units,
            String endedUnits) {}

    /**
     * One page of the list.
     *
     * @param page counted from 1
     * @param more whether there is a next page
     */
    public record Found(List<UserSummary> users, int page, boolean more) {}

    /** The users with the text in their name, without regard to case and diacritics; empty text finds all. */
    public Found search(String text, int page) {
        List<UserSummary> found = jdbc.sql("select " + COLUMNS + """
                        from app_user person
                        where :text = '' or position(:text in person.username) > 0
                            or position(:text in replace(lower(regexp_replace(normalize(person.display_name, nfd), '[\\u0300-\\u036f]', '', 'g')), 'đ', 'd')) > 0
                        order by person.enabled desc, person.username limit :limit offset :offset
                        """)
                .param("text", PasswordRules.unaccented(text))
                .param("now", OffsetDateTime.now(clock))
                .param("today", LocalDate.now(clock))
                .param("limit", PAGE + 1)
                .param("offset", (page - 1) * PAGE)
                .query(new SimplePropertyRowMapper<>(UserSummary.class))
                .list();
        return new Found(found.subList(0, Math.min(PAGE, found.size())), page, found.size() > PAGE);
    }

    public Optional<UserSummary> byId(long id) {
        return jdbc.sql("select " + COLUMNS + " from app_user person where person.id = :id")
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .param("today", LocalDate.now(clock))
                .query(UserSummary.class)
                .optional();
    }

    /**
     * Who approves for the Office. Nobody approves what they entered themselves, so a single reviewer needs a second person.
     *
     * @param reviewers the Office's users who may sign in
     * @param seconds who else approves what these entered
     * @param candidates who could be named a second
     */
    public record Approvers(List<UserSummary> reviewers, List<UserSummary> seconds, List<UserSummary> candidates) {

        /** Whether nobody can approve what units submit. */
        public boolean lackAny() {
            return reviewers.isEmpty();
        }

        /** Whether what the Office's only reviewer enters can be approved by nobody. */
        public boolean lackSecond() {
            return reviewers.size() == 1 && seconds.isEmpty();
        }
    }

    /** Who approves now; the set-up and the list of users tell an Office with one reviewer what to do. */
    public Approvers approvers() {
        List<UserSummary> found = jdbc.sql("select " + COLUMNS + """
                         from app_user person where person.enabled
                            and person.role in ('REVIEWER', 'LEADER', 'REPORT_CLERK') order by person.username
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("today", LocalDate.now(clock))
                .query(new SimplePropertyRowMapper<>(UserSummary.class))
                .list();
        return new Approvers(
                found.stream().filter(user -> user.role() == Role.REVIEWER).toList(),
                found.stream().filter(UserSummary::secondApprover).toList(),
                found.stream()
                        .filter(user -> user.role() != Role.REVIEWER && !user.secondApprover())
                        .toList());
    }

    /** The units whose figures a user enters. */
    public List<UserAssignment> assignments(long id) {
        return jdbc.sql("""
                        select unit_id, from_day as "from", to_day as "to" from user_unit where user_id = ? order by unit_id
                        """)
                .param(id)
                .query(new SimplePropertyRowMapper<>(UserAssignment.class))
                .list();
    }

    @Override
    public List<Reporter> findByUnit(long unitId) {
        return jdbc.sql("""
                        select person.display_name as name, user_unit.from_day as "from", user_unit.to_day as "to", person.enabled
                        from user_unit join app_user person on person.id = user_unit.user_id
                        where user_unit.unit_id = ? order by person.display_name
                        """)
                .param(unitId)
                .query(new SimplePropertyRowMapper<>(Reporter.class))
                .list();
    }

    /** Whether there is each of the units. */
    boolean unitsExist(List<UserAssignment> assignments) {
        Long[] ids = assignments.stream().map(UserAssignment::unitId).distinct().toArray(Long[]::new);
        return jdbc.sql("select count(*) from unit where id = any(?)")
                        .param(ids)
                        .query(Integer.class)
                        .single()
                == ids.length;
    }

    /** A unit of today whose figures nobody who may sign in enters without an end. */
    public record UnservedUnit(long id, String code, String name) {

        /** Whether the text is in its name, without regard to case and diacritics, or begins its code. */
        public boolean isFoundBy(String text) {
            String wanted = PasswordRules.unaccented(text);
            return PasswordRules.unaccented(name).contains(wanted) || code.startsWith(wanted);
        }
    }

    /** The units of today that have no account, in the order of documents. */
    public List<UnservedUnit> unservedUnits() {
        return jdbc.sql("""
                        select version.unit_id as id, version.code, version.name
                        from unit_at(cast(:today as date)) version
                        where not exists (select from user_unit mine
                            join app_user person on person.id = mine.user_id and person.enabled
                            where mine.unit_id = version.unit_id and mine.to_day is null
                                and coalesce(mine.from_day, :today) <= :today)
                        order by version.place, version.code
                        """)
                .param("today", LocalDate.now(clock))
                .query((row, number) ->
                        new UnservedUnit(row.getLong("id"), row.getString("code"), row.getString("name")))
                .list();
    }

    /** Who enters these units' figures without an end, by unit: "Xã Phước An: Lê Văn An (phuocan)". */
    Map<Long, String> servedBy(Collection<Long> units) {
        Map<Long, String> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select today.unit_id as id, today.name || ': '
                            || string_agg(person.display_name || ' (' || person.username || ')', ', ' order by person.id) as words
                        from unit_at(cast(:today as date)) today join user_unit mine on mine.unit_id = today.unit_id and mine.to_day is null
                        join app_user person on person.id = mine.user_id and person.enabled
                        where today.unit_id = any(:ids) group by today.unit_id, today.name order by today.unit_id
                        """)
                .param("ids", units.toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    found.put(row.getLong("id"), row.getString("words"));
                });
        return found;
    }
}
