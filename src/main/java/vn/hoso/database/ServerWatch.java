package vn.hoso.database;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts PostgreSQL again when it dies under a living program, on the same port, so that the connection pool finds it
 * there. A server installed on the computer has the system's service manager for this.
 */
final class ServerWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServerWatch.class);

    private final DataFolder folder;
    private final PostgresBinaries binaries;
    private final Map<String, String> settings;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "postgresql-watch");
        thread.setDaemon(true);
        return thread;
    });
    private PostgresServer server;
    private boolean closed;

    private ServerWatch(
            PostgresServer server, DataFolder folder, PostgresBinaries binaries, Map<String, String> settings) {
        this.server = server;
        this.folder = folder;
        this.binaries = binaries;
        this.settings = settings;
    }

    static ServerWatch over(
            PostgresServer server, DataFolder folder, PostgresBinaries binaries, Map<String, String> settings) {
        ServerWatch watch = new ServerWatch(server, folder, binaries, settings);
        var unused = watch.executor.scheduleWithFixedDelay(watch::look, 1, 1, TimeUnit.SECONDS);
        return watch;
    }

    synchronized PostgresServer server() {
        return server;
    }

    private synchronized void look() {
        if (closed) {
            return;
        }
        if (server.isAlive()) {
            shortenLog();
            return;
        }
        log.error("PostgreSQL đi kèm đã dừng đột ngột: đang chạy lại");
        try {
            // The folder may have been lost along with the process; a restart must be as careful as a start.
            if (!ExistingData.isIn(folder)) {
                log.error("Thư mục {} không còn dữ liệu; không chạy lại", folder.cluster());
                return;
            }
            OrphanPostgres.clear(folder, binaries);
            server = PostgresServer.start(folder, binaries, settings, server.port());
            log.info("PostgreSQL đi kèm đã chạy lại trên cổng {}", server.port());
        } catch (RuntimeException e) {
            log.error("Chưa chạy lại được PostgreSQL đi kèm, sẽ thử tiếp: {}", e.getMessage());
        }
    }

    private void shortenLog() {
        try {
            server.shortenLog();
        } catch (IOException e) {
            log.debug("PostgreSQL's log is left as it is until the next start", e);
        }
    }

    /** Stops watching, then the server. */
    @Override
    public void close() {
        executor.shutdown();
        synchronized (this) {
            if (!closed) {
                closed = true;
                server.stop();
            }
        }
    }
}
