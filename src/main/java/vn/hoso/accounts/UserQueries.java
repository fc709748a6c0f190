package vn.hoso.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.Role;

/** The users with an account, a page of them at a time, and one of them in full. */
@Component
public class UserQueries {

    public static final int PAGE = 50;

    private static final String COLUMNS = """
            person.id, person.username, person.display_name, person.role, person.enabled, person.version,
            person.password_hash is not null as ready,
            exists (select from second_factor where user_id = person.id and confirmed_at is not null) as second_factor,
            exists (select from sign_in_throttle where user_id = person.id and locked_until > :now) as locked,
            coalesce((select string_agg(version.name
                    || case when from_day is null and to_day is null then '' else
                        ' (' || coalesce(to_char(from_day, 'DD/MM/YYYY'), '…') || '–' || coalesce(to_char(to_day, 'DD/MM/YYYY'), '…') || ')' end,
                    ', ' order by version.code)
                from user_unit
                join lateral unit_at(cast(:today as date)) version on version.unit_id = user_unit.unit_id
                where user_unit.user_id = person.id), '') as units
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
     * @param units names of the units they enter, days of a stand-in included; empty for other roles
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
            String units) {}

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

    /** The units whose figures a user enters. */
    public List<Assignment> assignments(long id) {
        return jdbc.sql("""
                        select unit_id, from_day as "from", to_day as "to" from user_unit where user_id = ? order by unit_id
                        """)
                .param(id)
                .query(new SimplePropertyRowMapper<>(Assignment.class))
                .list();
    }

    /** Whether there is each of the units. */
    boolean unitsExist(List<Assignment> assignments) {
        Long[] ids = assignments.stream().map(Assignment::unitId).distinct().toArray(Long[]::new);
        return jdbc.sql("select count(*) from unit where id = any(?)")
                        .param(ids)
                        .query(Integer.class)
                        .single()
                == ids.length;
    }
}
