package vn.hoso.worklist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Moments;

/** Gathers what waits for a user from every module. */
@Component
public class WorkList {

    /** The menu's number may be this old; the page itself and whoever has just changed something see the present one. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private record Counted(int lines, Instant at) {}

    private final ObjectProvider<WorkSource> sources;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Clock clock;
    private final Cache<Long, Counted> counted =
            Caffeine.newBuilder().maximumSize(10_000).build();

    WorkList(ObjectProvider<WorkSource> sources, JdbcClient jdbc, EntityManager entities, Clock clock) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.entities = entities;
        this.clock = clock;
    }

    /** What waits for this user now, in the order of kinds; news that they have put away is left out. */
    public List<WorkItem> of(CurrentUser user) {
        List<WorkItem> found = Stream.concat(
                        sources.orderedStream().flatMap(source -> source.waitingFor(user).stream()),
                        counted(user).stream())
                .sorted(Comparator.comparing(WorkItem::kind))
                .toList();
        if (found.stream().anyMatch(item -> item.kind().isNews())) {
            Set<String> read = read(user);
            found = found.stream().filter(item -> !read.contains(key(item))).toList();
        }
        counted.put(user.id(), new Counted(found.size(), clock.instant()));
        return found;
    }

    /** The counts of all modules in one statement, none where there is nothing to count. */
    private List<WorkItem> counted(CurrentUser user) {
        List<WorkCount> counts = sources.orderedStream()
                .flatMap(source -> source.countedFor(user).stream())
                .toList();
        if (counts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(counts.stream()
                        .map(each -> "(" + each.sql() + ")")
                        .collect(Collectors.joining(", ", "select ", "")))
                .param("me", user.id())
                .param("every", user.seesAllUnits())
                .param("mine", user.unitIds().toArray(Long[]::new))
                .param("today", LocalDate.now(clock))
                .query((row, n) -> {
                    List<WorkItem> lines = new ArrayList<>();
                    for (int i = 0; i < counts.size(); i++) {
                        Long[] found = (Long[]) row.getArray(i + 1).getArray();
                        lines.addAll(counts.get(i).lines().apply(List.of(found)));
                    }
                    return lines;
                })
                .single();
    }

    /** How many lines wait for this user, as it was a few minutes ago at most. */
    public int count(CurrentUser user) {
        Counted known = counted.getIfPresent(user.id());
        return known == null || Moments.apart(known.at(), clock.instant(), REMEMBERED)
                ? of(user).size()
                : known.lines();
    }

    /** Has the number counted anew when it is next asked for: this user has changed something. */
    public void forget(CurrentUser user) {
        counted.invalidate(user.id());
    }

    private Set<String> read(CurrentUser user) {
        return jdbc
                .sql("select kind || ' ' || reference from work_read where user_id = ? and read_at > ?")
                .param(user.id())
                .param(clock.instant().minus(Duration.ofDays(400)).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String key(WorkItem item) {
        return item.kind().name() + " " + item.reference();
    }

    /**
     * Puts a line of news away for this user, once.
     *
     * @return false if no such line waits for them
     */
    @Transactional
    public boolean putAway(WorkKind kind, String reference, CurrentUser user) {
        // The same press sent twice: the second one waits for the first.
        jdbc.sql("select id from app_user where id = ? for no key update")
                .param(user.id())
                .query(Long.class)
                .single();
        WorkRead.Key key = new WorkRead.Key(user.id(), kind, reference);
        if (entities.find(WorkRead.class, key) != null) {
            return true;
        }
        if (of(user).stream()
                .noneMatch(item ->
                        item.kind() == kind && kind.isNews() && item.reference().equals(reference))) {
            return false;
        }
        entities.persist(new WorkRead(key, clock.instant()));
        return true;
    }
}
