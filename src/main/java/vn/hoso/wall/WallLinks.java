package vn.hoso.wall;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private final StoredWallLinks links;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WallLinks(StoredWallLinks links, AuditTrail audit, Clock clock) {
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A link as it is listed; its token is nowhere to be found.
     *
     * @param makerStays whether the maker's account is in use still
     * @param lastUsed when it last showed the screen, null if never
     * @param revokedBy who revoked it, null while it works
     */
    public record Link(
            long id,
            String name,
            String madeBy,
            boolean makerStays,
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
        return links.findAllLinks();
    }

    /** Makes a link; its token, which is not kept. Empty where a link that works has the name: a screen is revoked by its name. */
    @Transactional
    public Optional<String> make(String name, CurrentUser by) {
        links.lockAll();
        if (links.existsWorking(name)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        links.save(new StoredWallLink(name, Sha256.of(token), by, clock.instant()));
        audit.record(by, "wall.made", name, "");
        return Optional.of(token);
    }

    /** Takes a link out of use; false if there is none that works. */
    @Transactional
    public boolean revoke(long id, CurrentUser by) {
        StoredWallLink link = links.lockForUpdate(id).orElse(null);
        if (link == null || !link.revoke(by, clock.instant())) {
            return false;
        }
        audit.record(by, "wall.revoked", link.name(), "");
        return true;
    }

    /** Whether the token is one of a working link, whose use is noted then: two statements. */
    @Transactional
    public boolean opens(String token) {
        Instant now = clock.instant();
        Optional<Long> link = links.findWorking(Sha256.of(token));
        link.ifPresent(id -> links.noteUse(id, now, now.minus(NOTED_EVERY)));
        return link.isPresent();
    }
}
