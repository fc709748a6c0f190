package vn.hoso.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Every running copy of the program holds one advisory lock of its database, shared, for as long as it runs: a restore takes it for
 * itself alone, so it never works under a running copy, and no copy starts under a restore. A copy that lost the lock with its
 * connection and finds the database being restored stops: what it has in memory is not true any more.
 */
@Component
@ConditionalOnProperty(EarlyStart.SETTING)
public class RunningCopies implements Callback, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RunningCopies.class);

    /** The lock's two numbers, "hoso" in hexadecimal and 1. */
    private static final String LOCK = "1752134511, 1";

    private final DirectConnections connections;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "running-copies");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Connection held;

    RunningCopies(DirectConnections connections) {
        this.connections = connections;
    }

    /**
     * Takes the lock for one restore, until the connection ends.
     *
     * @return false when a copy of the program runs on this database
     */
    public static boolean excludeFrom(Connection connection) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(" + LOCK + ")");
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "running-copies";
    }

    /** Before the program touches the schema. */
    @Override
    public void handle(Event event, Context context) {
        try {
            if (!take()) {
                throw new StartupFailure(
                        "Cơ sở dữ liệu đang được khôi phục từ gói sao lưu.",
                        "Hãy chờ lệnh khôi phục chạy xong rồi chạy lại chương trình.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not answer", e);
        }
        var unused = watch.scheduleWithFixedDelay(this::look, 5, 5, TimeUnit.SECONDS);
    }

    private boolean take() throws SQLException {
        Connection connection = connections.asProgram();
        if (ask(connection, "select pg_try_advisory_lock_shared(" + LOCK + ")")) {
            held = connection;
            return true;
        }
        connection.close();
        return false;
    }

    private void look() {
        try {
            if (held != null && held.isValid(5)) {
                return;
            }
            if (held != null) {
                held.close();
                held = null;
            }
            if (!take()) {
                log.error("Cơ sở dữ liệu đang được khôi phục: chương trình dừng lại.");
                // From a thread of its own, for the shutdown waits for this one.
                new Thread(() -> System.exit(1), "stop-under-restore").start();
            }
        } catch (SQLException notYet) {
            log.debug("The database does not answer; asked again", notYet);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public void destroy() throws SQLException {
        watch.shutdownNow();
        if (held != null) {
            held.close();
        }
    }
}
