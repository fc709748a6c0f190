package vn.hoso;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who are at the same rows at the same time. */
public final class Meanwhile {

    private static final String SOMEBODY_WAITS = """
            select exists (
                select from pg_locks waits
                join pg_locks held on held.pid = waits.pid
                    and held.database = (select oid from pg_database where datname = current_database())
                where not waits.granted)
            """;

    private Meanwhile() {}

    /** Does something in another thread while a change is not over yet, and lets that one end once the other waits for it. */
    public static <T> T press(TransactionTemplate transactions, JdbcClient jdbc, Runnable change, Callable<T> press)
            throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<T> pressed = Objects.requireNonNull(transactions.execute(status -> {
                change.run();
                Future<T> sent = other.submit(press);
                while (!sent.isDone()
                        && !jdbc.sql(SOMEBODY_WAITS).query(Boolean.class).single()) {
                    Thread.onSpinWait();
                }
                return sent;
            }));
            return pressed.get(20, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
    }
}
