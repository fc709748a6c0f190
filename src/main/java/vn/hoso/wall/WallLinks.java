package vn.hoso.wall;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.audit.AuditTrail;
import vn.hoso.security.CurrentUser;
import vn.hoso.security.Role;
import vn.hoso.shared.Formats;
import vn.hoso.shared.PageMessages;
import vn.hoso.shared.Sha256;
import vn.hoso.worklist.WorkCount;
import vn.hoso.worklist.WorkItem;
import vn.hoso.worklist.WorkKind;
import vn.hoso.worklist.WorkSource;

/**
 * Links to the wall screen: made for a name and a time, shown once, kept as the SHA-256 of their token, revoked at once. Whoever may renew
 * them is told in time, and so is whoever stands before the screen.
 */
@Component
public class WallLinks implements WorkSource {

    /** The longest name, in characters. */
    public static final int LONGEST = 120;

    /** For how many months a link may be made. */
    public static final List<Integer> MONTHS = List.of(3, 6, 12, 24);

    /** For how many it is made where nothing else is chosen, and renewed. */
    public static final int USUAL = 12;

    /** So many days before its last one a link is on the list of who may renew it, and on its own screen. */
    private static final int TOLD = 30;

    private static final int SHOWN = 14;

    private static final int TOKEN_BYTES = 32;

    /** A screen asks all day long; its last use is noted this often. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final StoredWallLinks links;
    private final AuditTrail audit;
    private final PageMessages wording;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WallLinks(StoredWallLinks links, AuditTrail audit, PageMessages wording, Clock clock) {
        this.links = links;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A link as it is listed; its token is nowhere to be found.
     *
     * @param makerStays whether the maker's account is in use still
     * @param makerManages whether the maker could make it today
     * @param lastDay the last day on which it works, null: until it is revoked
     * @param lastUsed when it last showed the screen, null if never
     * @param revokedBy who revoked it, null while it works
     */
    public record Link(
            long id,
            String name,
            String madeBy,
            boolean makerStays,
            boolean makerManages,
            Instant madeAt,
            @Nullable LocalDate lastDay,
            @Nullable Instant lastUsed,
            @Nullable String revokedBy,
            @Nullable Instant revokedAt) {

        /** Whether it would show the screen on this day. */
        public boolean works(LocalDate today) {
            return revokedAt == null && (lastDay == null || !lastDay.isBefore(today));
        }
    }

    /**
     * A link that was opened.
     *
     * @param lastDay the last day on which it works, null: until it is revoked
     */
    public record Opened(long id, @Nullable LocalDate lastDay) {

        /** Its last day, where that is so near that whoever stands before the screen should know; null before. */
        public @Nullable LocalDate ending(LocalDate today) {
            return lastDay == null || lastDay.isAfter(today.plusDays(SHOWN)) ? null : lastDay;
        }
    }

    /** Every link ever made: those that work first, each the latest first. */
    public List<Link> all() {
        return links.findAllLinks(Role.ADMINISTRATOR);
    }

    /** The last day of what is made or renewed today for so many months. */
    public LocalDate lastDay(int months) {
        return LocalDate.now(clock).plusMonths(months);
    }

    /**
     * Makes a link; its token, which is not kept. Empty where one that was not revoked has the name: a screen is revoked by its name.
     *
     * @param months for how long, one of {@link #MONTHS}
     */
    @Transactional
    public Optional<String> make(String name, int months, CurrentUser by) {
        links.lockAll();
        if (links.existsWorking(name)) {
            return Optional.empty();
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        links.save(new StoredWallLink(name, Sha256.of(token), lastDay(months), by, clock.instant()));
        audit.record(by, "wall.made", name, Formats.date(lastDay(months)));
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

    /** Lets a link work for the usual time from today on; false if there is none that was not revoked, or it works as long already. */
    @Transactional
    public boolean renew(long id, CurrentUser by) {
        LocalDate until = lastDay(USUAL);
        StoredWallLink link = links.lockForUpdate(id).orElse(null);
        if (link == null || !link.renew(until)) {
            return false;
        }
        audit.record(by, "wall.renewed", link.name(), Formats.date(until));
        return true;
    }

    /** The working link of a token, whose use is noted then: two statements. */
    @Transactional
    public Optional<Opened> open(String token) {
        Instant now = clock.instant();
        Optional<Opened> link = links.findWorking(Sha256.of(token), LocalDate.now(clock));
        link.ifPresent(opened -> links.noteUse(opened.id(), now, now.minus(NOTED_EVERY)));
        return link;
    }

    @Override
    public List<WorkItem> waitingFor(CurrentUser user) {
        return List.of();
    }

    /** One line for the administrator. */
    @Override
    public List<WorkCount> countedFor(CurrentUser user) {
        return user.is(Role.ADMINISTRATOR)
                ? List.of(new WorkCount("""
                        select array[count(*), count(*) filter (where last_day < :today)] from wall_link
                        where revoked_at is null and last_day <= cast(:today as date) + %d
                        """.formatted(TOLD), counts -> line(counts.get(0), counts.get(1))))
                : List.of();
    }

    private List<WorkItem> line(long ending, long ended) {
        return ending == 0
                ? List.of()
                : List.of(new WorkItem(
                        WorkKind.WALL,
                        "ending",
                        List.of(Formats.count(ending)),
                        null,
                        ended == 0 ? null : wording.of("worklist.links-ended"),
                        "/wall"));
    }
}
