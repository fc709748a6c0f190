package vn.hoso.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers at all, known once for all requests. Somebody who waits too long or is refused raises a
 * suspicion; one thread then asks on a connection of its own. From the moment it gets no answer until it gets one again, whoever
 * wants a connection is refused at once instead of waiting in turn. While nothing is suspected nothing is asked.
 */
@Component("dbHealthIndicator")
public class DatabaseOutage implements HealthIndicator, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutage.class);

    /** Seconds within which a database that works answers the simplest question, connecting included. */
    private static final String ANSWER_LIMIT = "2";

    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    /** A first failure within this time is asked about once more, so that one lost connection is no outage. */
    private static final Duration SECOND_TRY_WITHIN = Duration.ofSeconds(3);

    /** After its answer the database is not asked again for so long, however many wait for a long statement. */
    private static final Duration ANSWER_HOLDS = Duration.ofSeconds(2);

    /** How long an outage is prolonged for a pool that has not got its connections back. */
    private static final Duration POOL_RECOVERS = Duration.ofSeconds(12);

    private static final String CANNOT_TAKE_MORE = "53300";

    private final ObjectProvider<JdbcConnectionDetails> where;
    private final ObjectProvider<DataSource> pool;
    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "database-probe");
        thread.setDaemon(true);
        return thread;
    });

    private volatile @Nullable Instant since;
    private @Nullable CountDownLatch question;
    private long answeredAt = System.nanoTime() - ANSWER_HOLDS.toNanos();
    private volatile String reason = "";

    /** The filters want this one before the database is there. */
    DatabaseOutage(ObjectProvider<JdbcConnectionDetails> where, ObjectProvider<DataSource> pool) {
        this.where = where;
        this.pool = pool;
    }

    /** Whether the database is known not to answer. */
    public boolean isKnown() {
        return since != null;
    }

    /** Has the database asked, unless it has just answered or is being asked. */
    public void suspect() {
        ask();
    }

    /** Whether the database answers: waits for the answer or its limit, about seven seconds at most. */
    boolean answers() {
        CountDownLatch asked = ask();
        try {
            return (asked == null || asked.await(10, TimeUnit.SECONDS)) && !isKnown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized @Nullable CountDownLatch ask() {
        if (isKnown() || System.nanoTime() - answeredAt < ANSWER_HOLDS.toNanos()) {
            return null;
        }
        if (question == null) {
            CountDownLatch asked = new CountDownLatch(1);
            question = asked;
            prober.execute(() -> firstQuestion(asked));
        }
        return question;
    }

    private void firstQuestion(CountDownLatch asked) {
        long start = System.nanoTime();
        boolean answered = answersNow();
        if (!answered && System.nanoTime() - start < SECOND_TRY_WITHIN.toNanos()) {
            pause();
            answered = answersNow();
        }
        synchronized (this) {
            question = null;
            if (answered) {
                answeredAt = System.nanoTime();
            } else {
                since = Instant.now();
            }
        }
        asked.countDown();
        if (!answered) {
            LOG.error("Cơ sở dữ liệu không trả lời ({}); chương trình tự thử lại mỗi giây", reason);
            dropIdleConnections();
            askAgain(0);
        }
    }

    private void askAgain(long answeringSince) {
        if (!prober.isShutdown()) {
            var unused = prober.schedule(
                    () -> nextQuestion(answeringSince), BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void nextQuestion(long answeringSince) {
        if (!answersNow()) {
            askAgain(0);
            return;
        }
        long answering = answeringSince == 0 ? System.nanoTime() : answeringSince;
        if (answeringSince == 0) {
            dropIdleConnections();
        }
        if (poolIsEmpty() && System.nanoTime() - answering < POOL_RECOVERS.toNanos()) {
            askAgain(answering);
            return;
        }
        Instant began;
        synchronized (this) {
            began = since;
            since = null;
            answeredAt = System.nanoTime();
        }
        if (began != null) {
            LOG.info(
                    "Cơ sở dữ liệu đã trả lời trở lại sau {} giây",
                    Duration.between(began, Instant.now()).toSeconds());
        }
    }

    private boolean answersNow() {
        JdbcConnectionDetails details = where.getObject();
        Properties asking = new Properties();
        asking.setProperty("user", String.valueOf(details.getUsername()));
        asking.setProperty("password", String.valueOf(details.getPassword()));
        asking.setProperty("connectTimeout", ANSWER_LIMIT);
        asking.setProperty("loginTimeout", ANSWER_LIMIT);
        asking.setProperty("socketTimeout", ANSWER_LIMIT);
        try (Connection connection = new Driver().connect(details.getJdbcUrl(), asking)) {
            if (connection == null) {
                // An address of another driver: nothing is known of it.
                return true;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select 1")) {
                return row.next();
            }
        } catch (SQLException e) {
            reason = String.valueOf(e.getMessage());
            return CANNOT_TAKE_MORE.equals(e.getSQLState());
        }
    }

    /** Connections from before an outage are as likely dead as not, and each costs its finder a time-out. */
    private void dropIdleConnections() {
        HikariPoolMXBean connections = connections();
        if (connections != null) {
            connections.softEvictConnections();
        }
    }

    private boolean poolIsEmpty() {
        HikariPoolMXBean connections = connections();
        return connections != null && connections.getTotalConnections() == 0;
    }

    private @Nullable HikariPoolMXBean connections() {
        try {
            DataSource source = pool.getIfAvailable();
            return source != null && source.isWrapperFor(HikariDataSource.class)
                    ? source.unwrap(HikariDataSource.class).getHikariPoolMXBean()
                    : null;
        } catch (SQLException e) {
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the database unless an outage is known; down within a few seconds, and at once while it lasts. */
    @Override
    public Health health() {
        return answers() ? Health.up().build() : Health.down().build();
    }

    @Override
    public void destroy() {
        prober.shutdownNow();
    }
}
