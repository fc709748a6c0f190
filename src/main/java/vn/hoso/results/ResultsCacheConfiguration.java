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
 * Keeps what was gathered of periods, and the answers made of it, until the next revision. The cache of answers stands before the transaction, so that what it knows is asked for without one.
 */
@Configuration(proxyBeanMethods = false)
@EnableCaching(order = Ordered.LOWEST_PRECEDENCE - 1)
class ResultsCacheConfiguration {

    static final String ANSWERS = "answers";

    static final String PERIODS = "periods";

    /** Units of all periods together, by which the memory they need is held in bounds: some 2,5 kB each. */
    private static final int MOST_OF_PERIODS = 40_000;

    /** Units of all answers together: some 1 kB each, besides what was gathered. */
    private static final int MOST_OF_ANSWERS = 70_000;

    /** What is kept: whatever rests on a year's results. */
    interface Kept {

        YearResults results();

        /** The units it holds, each as often as it holds figures of it. */
        default int weight() {
            return results().units().size() + 1;
        }
    }

    private final Cache<Object, Object> answers = cache(MOST_OF_ANSWERS);

    private final Cache<Object, Object> periods = cache(MOST_OF_PERIODS);

    private static Cache<Object, Object> cache(int most) {
        return Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Object asked, Object answer) -> ((Kept) answer).weight())
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
