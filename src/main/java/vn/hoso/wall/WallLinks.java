package vn.hoso.wall;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Sha256;

/** Links to the wall screen: made for a name, shown once, kept as the SHA-256 of their token, revoked at once. */
@Component
public class WallLinks {

    /** The longest name, in characters. */
    public static final int LONGEST = 120;

    private static final int TOKEN_BYTES = 32;

    /** A screen asks all day long; its last use is noted this often. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WallLinks(JdbcClient jdbc, EntityManager entities, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A link as it is listed; its token is nowhere to be found.
     *
     * @param lastUsed when it last showed the screen, null if never
     * @param revokedBy who revoked it, null while it works
     */
    public record Link(
            long id,
            String name,
            String madeBy,
            Instant madeAt,
            @Nullable Instant lastUsed,
            @Nullable String revokedBy,
            @Nullable Instant revokedAt) {

        public boolean works() {
            return revokedAt == null;
        }
    }

    /** Every link ever made: those that work first, each the latest first. */
    public List<Link> all() {
        return jdbc.sql("""
                        select link.id, link.name, link.made_by_name, link.made_at, link.revoked_by_name, link.revoked_at,
                            last_used_at
                        from wall_link link left join wall_use on link_id = link.id
                        order by link.revoked_at is not null, link.id desc
                        """)
                .query((row, n) -> new Link(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("made_by_name"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("last_used_at", OffsetDateTime.class)),
                        row.getString("revoked_by_name"),
                        instant(row.getObject("revoked_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Makes a link; its token, which is not kept. */
    @Transactional
    public String make(String name, CurrentUser by) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entities.persist(new StoredWallLink(name, Sha256.of(token), by, clock.instant()));
        audit.record(by, "wall.made", name, "");
        return token;
    }

    /** Takes a link out of use; false if there is none that works. */
    @Transactional
    public boolean revoke(long id, CurrentUser by) {
        StoredWallLink link = entities.find(StoredWallLink.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (link == null || !link.revoke(by, clock.instant())) {
            return false;
        }
        audit.record(by, "wall.revoked", link.name(), "");
        return true;
    }

    /** Whether the token is one of a working link, whose use is noted then: two statements. */
    public boolean opens(String token) {
        Optional<Long> link = jdbc.sql("select id from wall_link where token_hash = ? and revoked_at is null")
                .param(Sha256.of(token))
                .query(Long.class)
                .optional();
        link.ifPresent(this::noteUse);
        return link.isPresent();
    }

    // By hand: screens that ask at the same moment write one row, and no lock is worth a look at a wall.
    private void noteUse(long link) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into wall_use (link_id, last_used_at) values (?, ?)
                        on conflict (link_id) do update set last_used_at = excluded.last_used_at
                        where wall_use.last_used_at < ?
                        """).params(link, now, now.minus(NOTED_EVERY)).update();
    }
}
