package vn.hoso.accounts;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.accounts.UnusedOneTimeLinkQueries.UnusedLink;
import vn.hoso.accounts.UserQueries.UnservedUnit;
import vn.hoso.audit.AuditTrail;
import vn.hoso.audit.TrailEntry;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Moments;
import vn.hoso.shared.Sha256;

/**
 * Accounts for units and their one-time links, many by one press. All tokens of a press come from one random key, which nobody but the
 * session of the person who pressed keeps, sealed: for an hour a sheet and letters can be made of it, while the database has hashes only.
 */
@Service
public class UnitAccountService {

    /** Longer than that of a link handed over on the spot: letters take days. */
    private static final Duration LINK_LIFETIME = Duration.ofDays(14);

    private static final Duration HANDING_OUT = Duration.ofHours(1);
    private static final int KEY_BYTES = 32;

    private final Users users;
    private final OneTimeLinks links;
    private final UserQueries queries;
    private final UnusedOneTimeLinkQueries unused;
    private final SecondFactorCipher cipher;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    UnitAccountService(
            Users users,
            OneTimeLinks links,
            UserQueries queries,
            UnusedOneTimeLinkQueries unused,
            SecondFactorCipher cipher,
            AuditTrail audit,
            Clock clock) {
        this.users = users;
        this.links = links;
        this.queries = queries;
        this.unused = unused;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a user will sign in with and be called, as proposed or typed. */
    public record Names(String username, String displayName) {

        private UserDraft draft(long unit) {
            return new UserDraft(username, displayName, Role.UNIT_STAFF, Set.of(unit));
        }
    }

    /** A unit without an account, and the names proposed for it. */
    public record Proposed(UnservedUnit unit, Names names) {}

    /**
     * What became of a press.
     *
     * @param key the sealed key of the links that were made; null where none were, because of what follows
     * @param count how many links were made
     * @param problems what cannot be accepted, in fields called {@code u<unit>.username}
     * @param overtaken what stands in the way since the page was shown, by unit or link: the account or link that is there by now
     */
    public record Outcome(
            @Nullable String key, int count, List<AccountProblem> problems, Map<Long, String> overtaken) {}

    /** A link and its token, for as long as it can be handed out. */
    public record HandedOut(UnusedLink link, String token) {}

    /** Every unit of today without an account. */
    @Transactional(readOnly = true)
    public List<Proposed> proposed() {
        return proposed(queries.unservedUnits(), users.findUsernames());
    }

    private static List<Proposed> proposed(List<UnservedUnit> units, Set<String> taken) {
        Map<String, Long> alike = units.stream()
                .collect(Collectors.groupingBy(
                        unit -> UserDraft.shortName(unit.name(), unit.code()), Collectors.counting()));
        Set<String> used = new HashSet<>(taken);
        List<Proposed> proposed = new ArrayList<>();
        for (UnservedUnit unit : units) {
            boolean namesakes = alike.getOrDefault(UserDraft.shortName(unit.name(), unit.code()), 0L) > 1;
            String username = UserDraft.proposedUsername(unit.name(), unit.code(), namesakes, used);
            used.add(username);
            proposed.add(new Proposed(unit, new Names(username, UserDraft.proposedDisplayName(unit.name()))));
        }
        return proposed;
    }

    /**
     * Makes an account with a link for each of these units, all or none.
     *
     * @param wanted the units and the names for them
     * @param rest whether every other unit without an account gets one, too, under the names proposed
     */
    @Transactional
    public Outcome create(Map<Long, Names> wanted, boolean rest, CurrentUser by) {
        users.lockCreation();
        List<UnservedUnit> open = queries.unservedUnits();
        Set<Long> overtaken = new HashSet<>(wanted.keySet());
        open.forEach(unit -> overtaken.remove(unit.id()));
        Set<String> taken = users.findUsernames();
        Map<Long, UserDraft> drafts = new LinkedHashMap<>();
        wanted.forEach((unit, names) -> drafts.put(unit, names.draft(unit)));
        List<AccountProblem> problems = problems(drafts, taken);
        Map<Long, String> served = queries.servedBy(overtaken);
        overtaken.stream()
                .filter(unit -> !served.containsKey(unit))
                .forEach(unit -> problems.add(new AccountProblem("units", "accounts.problem.unitUnknown")));
        if (!served.isEmpty() || !problems.isEmpty()) {
            return new Outcome(null, 0, problems, served);
        }
        if (rest) {
            drafts.values().forEach(draft -> taken.add(draft.username()));
            open.removeIf(unit -> wanted.containsKey(unit.id()));
            proposed(open, taken)
                    .forEach(each -> drafts.put(
                            each.unit().id(), each.names().draft(each.unit().id())));
        }
        List<User> made = users.saveAllAndFlush(drafts.values().stream()
                .map(draft -> new User(draft, clock.instant()))
                .toList());
        made.forEach(user -> audit.record(
                by,
                UserState.NOBODY.to(
                        UserState.of(user, user.assignments()),
                        TrailEntry.of("account.created", user.username(), ""))));
        return handOut(made);
    }

    private static List<AccountProblem> problems(Map<Long, UserDraft> drafts, Set<String> taken) {
        List<AccountProblem> problems = new ArrayList<>();
        Set<String> used = new HashSet<>(taken);
        drafts.forEach((unit, draft) -> {
            draft.problems()
                    .forEach(each ->
                            problems.add(new AccountProblem("u" + unit + "." + each.field(), each.messageKey())));
            if (!used.add(draft.username())) {
                problems.add(new AccountProblem("u" + unit + ".username", "accounts.problem.usernameTaken"));
            }
        });
        return problems;
    }

    /**
     * Makes new links in the place of unused ones, all or none; the old ones stop working.
     *
     * @param seen the links that are replaced
     * @param rest whether all others are replaced, too
     * @param latest the newest link on the page: where there is a newer one by now, the page that was seen is not the present
     */
    @Transactional
    public Outcome renew(Set<Long> seen, boolean rest, long latest, CurrentUser by) {
        users.lockCreation();
        Map<Long, UnusedLink> present = unused.find().stream()
                .collect(Collectors.toMap(UnusedLink::id, link -> link, (one, other) -> one, LinkedHashMap::new));
        Map<Long, String> overtaken = new LinkedHashMap<>(unused.ownersOf(
                seen.stream().filter(link -> !present.containsKey(link)).toList()));
        present.values().stream()
                .filter(link -> rest && link.id() > latest)
                .forEach(link -> overtaken.put(link.id(), link.displayName() + " (" + link.username() + ")"));
        Collection<Long> wanted = rest ? present.keySet() : seen;
        List<OneTimeLink> old = overtaken.isEmpty() ? links.lockAll(wanted) : List.of();
        // One that was used before it could be locked.
        old.stream().filter(OneTimeLink::used).forEach(link -> overtaken.putAll(unused.ownersOf(List.of(link.id()))));
        if (!overtaken.isEmpty()) {
            return new Outcome(null, 0, List.of(), overtaken);
        }
        old.forEach(OneTimeLink::expire);
        List<User> owners =
                old.stream().map(OneTimeLink::user).map(Objects::requireNonNull).toList();
        owners.forEach(user -> audit.record(by, "account.link", user.username(), ""));
        return handOut(owners);
    }

    private Outcome handOut(List<User> owners) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Instant now = clock.instant();
        links.saveAllAndFlush(owners.stream()
                .map(user -> new OneTimeLink(
                        Sha256.of(OneTimeLink.token(key, user.id())), user, now, now.plus(LINK_LIFETIME)))
                .toList());
        byte[] kept = ByteBuffer.allocate(Long.BYTES + KEY_BYTES)
                .putLong(now.plus(HANDING_OUT).getEpochSecond())
                .put(key)
                .array();
        String sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.encrypt(kept));
        return new Outcome(sealed, owners.size(), List.of(), Map.of());
    }

    /** The links made with these keys within the last hour that were neither used nor replaced since, with their tokens. */
    @Transactional(readOnly = true)
    public List<HandedOut> handedOut(List<String> sealed) {
        List<byte[]> keys = sealed.stream()
                .flatMap(each -> cipher.decrypt(Base64.getUrlDecoder().decode(each)).stream())
                .map(ByteBuffer::wrap)
                .filter(each -> Moments.runs(HANDING_OUT, Instant.ofEpochSecond(each.getLong()), clock.instant()))
                .map(each -> {
                    byte[] key = new byte[KEY_BYTES];
                    each.get(key);
                    return key;
                })
                .toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        return unused.find().stream()
                .flatMap(link -> keys.stream()
                        .map(key -> new HandedOut(link, OneTimeLink.token(key, link.userId())))
                        .filter(each -> Sha256.of(each.token()).equals(link.tokenHash())))
                .toList();
    }

    /** The same, about to leave the program as a sheet. */
    @Transactional
    public List<HandedOut> forSheet(List<String> sealed, CurrentUser by) {
        List<HandedOut> found = handedOut(sealed);
        if (!found.isEmpty()) {
            audit.record(by, "account.sheet", String.valueOf(found.size()), "");
        }
        return found;
    }
}
