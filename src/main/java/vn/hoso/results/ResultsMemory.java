package vn.hoso.results;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.cache.Cache;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;

/**
 * Remembers what others make of results until anything behind it changes: the next revision, or another day. It shares its room
 * with what was gathered of periods.
 */
@Component
public class ResultsMemory {

    private final ResultsRevision revision;
    private final Cache kept;

    ResultsMemory(ResultsRevision revision, CacheManager caches) {
        this.revision = revision;
        kept = Objects.requireNonNull(caches.getCache(ResultsCacheConfiguration.PERIODS));
    }

    /** What was made, of how many units. */
    private record Made(Object made, int weight) implements ResultsCacheConfiguration.Weighed {}

    /**
     * What was made of it before, or is made now. It is kept and given again in a transaction alone that changes nothing and sees
     * one moment.
     *
     * @param asked tells it from everything else that is remembered, with whatever it is made of beside what counts as a change
     * @param weight of how many units it is, by what each needs
     * @param make makes it, for a reader who sees every unit
     */
    public <T> T get(List<?> asked, Class<T> kind, ToIntFunction<T> weight, Supplier<T> make) {
        if (!revision.mayKeep()) {
            return make.get();
        }
        Object key = List.of(kind, asked, revision.ofThisMoment(), revision.today());
        Made known = kept.get(key, Made.class);
        if (known != null) {
            return kind.cast(known.made());
        }
        T made = make.get();
        kept.put(key, new Made(made, weight.applyAsInt(made) + ResultsCacheConfiguration.FRAME));
        return made;
    }
}
