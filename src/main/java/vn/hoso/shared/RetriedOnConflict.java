package vn.hoso.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;

/**
 * A transaction that reads one snapshot and writes: every other person's save moves the trail's chain on, and whoever saw it
 * before is refused by the database (SQLSTATE 40001) although nothing they wrote is in question. It is simply done again, as a
 * whole and with a new snapshot.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(
        includes = ConcurrencyFailureException.class,
        maxRetries = 20,
        delay = 10,
        jitter = 10,
        multiplier = 1.3,
        maxDelay = 300)
public @interface RetriedOnConflict {}
