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
 * Keeps the leaders' page's answers. What was answered before the latest revision is never asked for again and makes room. The
 * cache stands before the transaction, so that what it knows is asked for without one.
 */
@Configuration(proxyBeanMethods = false)
@EnableCaching(order = Ordered.LOWEST_PRECEDENCE - 1)
class ResultsCacheConfiguration {

    static final String OVERVIEWS = "overviews";

    /** Units of all answers together, by which the memory they need is held in bounds. */
    private static final int MOST_UNITS = 30_000;

    private final Cache<Object, Object> overviews = Caffeine.newBuilder()
            .maximumWeight(MOST_UNITS)
            .weigher((Object asked, Object answer) ->
                    ((LeaderResults) answer).results().units().size() + 1)
            .executor(Runnable::run)
            .recordStats()
            .build();

    @Bean
    CacheManager resultsCaches() {
        SimpleCacheManager caches = new SimpleCacheManager();
        caches.setCaches(List.of(new ConcurrentMapCache(OVERVIEWS, overviews.asMap(), false)));
        return caches;
    }

    /** For those who watch the program: how often an answer was there already. */
    @Bean
    MeterBinder resultsCacheFigures() {
        return new CaffeineCacheMetrics<>(overviews, OVERVIEWS, List.of());
    }
}
