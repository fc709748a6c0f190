package vn.hoso.results;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.List;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.cache.support.SimpleCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Keeps what was gathered of periods, what others make of it, and the answers, until the next revision. The cache of answers stands before the transaction, so that what it knows is asked for without one.
 */
@Configuration(proxyBeanMethods = false)
@EnableCaching(order = Ordered.LOWEST_PRECEDENCE - 1)
class ResultsCacheConfiguration {

    static final String ANSWERS = "answers";

    static final String PERIODS = "periods";

    /** Units of all periods together, and of what others make of them, by which the memory they need is held in bounds. */
    static final Bound PERIODS_KEPT = new Bound(40_000, 2_500, 8);

    /** Units of all answers together, each with what was gathered for it. */
    static final Bound ANSWERS_KEPT = new Bound(70_000, 3_000, 5);

    /** What an answer needs besides its units, as so many of them. */
    static final int FRAME = 10;

    /**
     * How much is kept.
     *
     * @param units of how many units at most, each as often as something of it is kept
     * @param bytes what one of them needs
     * @param part the part of the program's memory that all of them may take: a half, a third …
     */
    record Bound(int units, int bytes, int part) {

        /** Of how many units, where the program has so much memory. */
        long within(long memory) {
            return Math.min(units, memory / part / bytes);
        }
    }

    /** What is kept. */
    interface Weighed {

        /** The units it holds, each as often as it holds figures of it. */
        int weight();
    }

    /** What rests on a year's results. */
    interface Kept extends Weighed {

        YearResults results();

        @Override
        default int weight() {
            return results().units().size() + FRAME;
        }
    }

    private final Cache<Object, Object> answers = cache(ANSWERS_KEPT);

    private final Cache<Object, Object> periods = cache(PERIODS_KEPT);

    private static Cache<Object, Object> cache(Bound bound) {
        return Caffeine.newBuilder()
                .maximumWeight(bound.within(Runtime.getRuntime().maxMemory()))
                .weigher((Object asked, Object answer) -> ((Weighed) answer).weight())
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    @Bean
    CacheManager resultsCaches() {
        SimpleCacheManager caches = new SimpleCacheManager();
        caches.setCaches(List.of(
                new ConcurrentMapCache(ANSWERS, answers.asMap(), false),
                new ConcurrentMapCache(PERIODS, periods.asMap(), false)));
        return caches;
    }

    /** For those who watch the program: how often an answer was there already. */
    @Bean
    MeterBinder resultsCacheFigures() {
        return registry -> {
            new CaffeineCacheMetrics<>(answers, ANSWERS, List.of()).bindTo(registry);
            new CaffeineCacheMetrics<>(periods, PERIODS, List.of()).bindTo(registry);
        };
    }
}
