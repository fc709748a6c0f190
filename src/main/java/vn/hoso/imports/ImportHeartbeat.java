package vn.hoso.imports;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Says every two seconds of each file that this copy of the program works on that it still does, whatever else it is busy with.
 * A copy that was stopped says nothing, and then no page goes on saying that the file is being stored
 * ({@link StoredImports#SILENCE}).
 */
@Component
class ImportHeartbeat implements DisposableBean {

    private static final int SECONDS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ImportHeartbeat.class);

    private final ImportFileService files;
    private final Map<UUID, Long> worked = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "import-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    ImportHeartbeat(ImportFileService files) {
        this.files = files;
        var unused = executor.scheduleWithFixedDelay(this::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** From now on this copy works on a file. */
    void begin(UUID attempt, long id) {
        worked.put(attempt, id);
    }

    /** It does so no longer, whatever came of it. */
    void end(UUID attempt) {
        worked.remove(attempt);
    }

    private void beat() {
        worked.forEach((attempt, id) -> {
            try {
                files.goesOn(id, attempt);
            } catch (DataAccessException | TransactionException notNow) {
                LOG.warn("Import {} goes on, but the database could not be told", id);
            }
        });
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
