package vn.hoso.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.UserAccess;
import vn.hoso.shared.Turns;

/**
 * Checks name and password. Unknown, wrong, locked and disabled are handled alike: each costs one comparison with a hash,
 * and which of them it was is told to the trail only.
 */
@Component
class PasswordAuthenticationProvider implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordAuthenticationProvider.class);
    private static final Duration REMEMBERED = Duration.ofDays(90);

    /**
     * A password that is checked takes 16 MB and a processor, holds up whoever comes from the same address, and counts as a failure
     * of theirs until it is found right: far fewer at a time than an address may fail.
     */
    private static final int AT_A_TIME = 4;

    /** Half of the requests that are served at a time. */
    private static final int WAITING = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final UserAddresses addresses;
    private final PasswordEncoder hashes;
    private final AccountRateLimiter limiter;
    private final StoredUserAccess access;
    private final Users users;
    private final AuditTrail audit;
    private final Clock clock;
    private final Turns turns = new Turns(
            AT_A_TIME, WAITING, PATIENCE, () -> new QueryTimeoutException("more sign-ins at once than can be checked"));

    /** Made at the first sign-in after a start, whoever signs in, so that neither a start nor an unknown name takes longer. */
    private final SingletonSupplier<String> nobodysHash;

    PasswordAuthenticationProvider(
            JdbcClient jdbc,
            UserAddresses addresses,
            PasswordEncoder hashes,
            AccountRateLimiter limiter,
            StoredUserAccess access,
            Users users,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.hashes = hashes;
        this.limiter = limiter;
        this.access = access;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
        this.nobodysHash = SingletonSupplier.of(
                () -> Objects.requireNonNull(hashes.encode(UUID.randomUUID().toString())));
    }

    /**
     * What is known of a name.
     *
     * @param familiar whether its owner has signed in from this address lately
     */
    private record Known(long id, @Nullable String passwordHash, boolean familiar) {}

    /** @throws QueryTimeoutException if so many sign in at once that the turn does not come: the program is busy, and says so */
    @Override
    public Authentication authenticate(Authentication typed) {
        return turns.take(() -> check(typed));
    }

    private Authentication check(Authentication typed) {
        String name = UserDraft.username(typed.getName());
        String address = typed.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        Optional<Known> known = find(name, address);
        List<AccountRateLimiter.Counter> counters = counters(name, address, known);
        AccountRateLimiter.Try attempt = limiter.tryAcquire(counters);
        String nobodys = nobodysHash.obtain();
        boolean right = hashes.matches(
                String.valueOf(typed.getCredentials()),
                known.map(Known::passwordHash).orElse(nobodys));
        if (!attempt.allowed()) {
            throw new LockedException("locked");
        }
        if (!right || known.isEmpty() || known.get().passwordHash() == null) {
            if (attempt.locks()) {
                known.flatMap(it -> users.findById(it.id())).ifPresent(this::recordLock);
            }
            throw new BadCredentialsException("refused");
        }
        UserAccess user = access.byId(known.get().id()).orElseThrow(() -> new DisabledException("disabled"));
        limiter.recordSuccess(counters);
        remember(known.get().id(), address);
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(
                user.user(),
                null,
                List.of(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                        .issuedAt(clock.instant())
                        .build()));
        signedIn.setDetails(typed.getDetails());
        return signedIn;
    }

    private void recordLock(User user) {
        audit.recordRefusal(user.asCurrentUser(), TrailEntry.of("account.locked", user.username(), ""));
    }

    private Optional<Known> find(String name, String address) {
        return jdbc.sql("""
                        select person.id, person.password_hash, exists (
                            select from known_address seen
                            where seen.user_id = person.id and seen.address = :address and seen.last_used_at > :since)
                            as familiar
                        from app_user person where person.username = :name
                        """)
                .param("name", name)
                .param("address", address)
                .param("since", OffsetDateTime.now(clock).minus(REMEMBERED))
                .query(Known.class)
                .optional();
    }

    /**
     * Tries from where its owner signs in are counted apart: strangers cannot lock them out there. A name that nobody has is no
     * username, whatever it looks like: it never counts against somebody's usual place.
     */
    private static List<AccountRateLimiter.Counter> counters(String name, String address, Optional<Known> known) {
        String subject = known.map(person -> person.familiar() ? name + "@" + address : name)
                .orElse("?" + name);
        return List.of(
                new AccountRateLimiter.Counter(
                        AccountThrottle.Kind.ACCOUNT,
                        subject,
                        known.map(Known::id).orElse(null)),
                new AccountRateLimiter.Counter(AccountThrottle.Kind.ADDRESS, address, null));
    }

    private void remember(long userId, String address) {
        try {
            addresses.save(new UserAddress(userId, address, clock.instant()));
        } catch (DataIntegrityViolationException remembered) {
            LOG.debug("Another sign-in from there has remembered it at the same moment", remembered);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
