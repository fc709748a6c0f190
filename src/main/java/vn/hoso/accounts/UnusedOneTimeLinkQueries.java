package vn.hoso.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.Moments;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.Rows;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/** Reads the one-time links that wait to be used, and whose a link is. Each method is one statement. */
@Component
public class UnusedOneTimeLinkQueries implements WorkSource {

    /** How many of those whose link waits are named. */
    private static final int NAMED = 5;

    private final JdbcClient jdbc;
    private final PageMessages wording;
    private final Clock clock;

    UnusedOneTimeLinkQueries(JdbcClient jdbc, PageMessages wording, Clock clock) {
        this.jdbc = jdbc;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * The last link of a user, which they have not used.
     *
     * @param tokenHash the hash of its token
     * @param codes official codes of the units whose figures they enter, empty for other roles
     * @param units names of these units
     */
    public record UnusedLink(
            long id,
            String tokenHash,
            long userId,
            String username,
            String displayName,
            Role role,
            String codes,
            String units,
            Instant createdAt,
            Instant expiresAt) {

        /** Whether it would be taken now. */
        public boolean works(Instant now) {
            return Moments.runs(createdAt, expiresAt, now);
        }
    }

    /** One line for the administrator. */
    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        List<UnusedLink> links = user.is(Role.ADMINISTRATOR) ? find() : List.of();
        boolean ended = links.stream().anyMatch(link -> !link.works(clock.instant()));
        return links.isEmpty()
                ? List.of()
                : List.of(new WorkItem(
                        WorkKind.LINK,
                        "unused",
                        List.of(Formats.count(links.size())),
                        links.stream().limit(NAMED).map(UnusedLink::displayName).collect(Collectors.joining(", "))
                                + (links.size() > NAMED ? ", …" : ""),
                        ended ? wording.of("worklist.links-ended") : null,
                        "/accounts/links"));
    }

    /** The links that wait to be used, the oldest first: of users who never chose a password, and those that still work. */
    public List<UnusedLink> find() {
        return jdbc.sql("""
                        with today as materialized (select unit_id, code, name from unit_at(cast(:today as date))),
                        place as (select mine.user_id, string_agg(today.code, ', ' order by today.code) as codes,
                                string_agg(today.name, ', ' order by today.code) as units
                            from user_unit mine join today using (unit_id) group by mine.user_id)
                        select link.id, link.token_hash, person.id as user_id, person.username, person.display_name, person.role,
                            coalesce(place.codes, '') as codes, coalesce(place.units, '') as units, link.created_at, link.expires_at
                        from (select distinct on (user_id) * from one_time_link
                            where user_id is not null order by user_id, id desc) link
                        join app_user person on person.id = link.user_id and person.enabled
                        left join place on place.user_id = person.id
                        where link.used_at is null and (person.password_hash is null or (link.expires_at > :now and link.created_at <= :latest))
                        order by link.created_at, link.id
                        """)
                .param("today", LocalDate.now(clock))
                .param("now", OffsetDateTime.now(clock))
                .param("latest", Moments.latest(clock.instant()).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new UnusedLink(
                        row.getLong("id"),
                        row.getString("token_hash"),
                        row.getLong("user_id"),
                        row.getString("username"),
                        row.getString("display_name"),
                        Role.valueOf(row.getString("role")),
                        row.getString("codes"),
                        row.getString("units"),
                        Rows.instant(row, "created_at"),
                        Rows.instant(row, "expires_at")))
                .list();
    }

    /** Whose these links are, by link: "Lê Văn An (phuocan)". */
    Map<Long, String> ownersOf(Collection<Long> links) {
        Map<Long, String> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select link.id, person.display_name || ' (' || person.username || ')' as words
                        from one_time_link link join app_user person on person.id = link.user_id
                        where link.id = any(:ids) order by link.id
                        """).param("ids", links.toArray(Long[]::new)).query(row -> {
            found.put(row.getLong("id"), row.getString("words"));
        });
        return found;
    }
}
