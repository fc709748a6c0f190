package vn.hoso.accounts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.shared.Sha256;

/** Makes one-time links and finds them again by their token, of which only the SHA-256 is stored. */
@Component
class OneTimeLinkService {

    private static final Duration LIFETIME = Duration.ofDays(3);
    private static final int TOKEN_BYTES = 32;

    private final OneTimeLinks links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinkService(OneTimeLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** A new token for this person, or for the set-up; earlier ones stop working. */
    String create(@Nullable User person) {
        Instant now = clock.instant();
        links.findByPersonAndUsedAtIsNull(person).forEach(earlier -> earlier.expire(now));
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        links.save(new OneTimeLink(Sha256.of(token), person, now, now.plus(LIFETIME)));
        return token;
    }

    Optional<OneTimeLink> usable(String token) {
        return links.findByTokenHash(Sha256.of(token)).filter(link -> link.usable(clock.instant()));
    }

    /** The link, used up by this transaction. */
    Optional<OneTimeLink> use(String token) {
        Optional<OneTimeLink> link =
                links.lockForUpdate(Sha256.of(token)).filter(found -> found.usable(clock.instant()));
        link.ifPresent(found -> found.use(clock.instant()));
        return link;
    }
}
