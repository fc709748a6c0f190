package vn.hoso.imports;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Service;
import vn.hoso.figures.domain.JointSaveOutcome;
import vn.hoso.security.CurrentUser;

/**
 * Applies files behind the page's back where that takes longer than a person likes to wait for an answer. How far it is
 * stands beside the file, so any copy of the program can say it.
 */
@Service
public class LongImports {

    /** Storing up to this many units takes about a second. */
    static final int SHORT = 500;

    private static final Logger LOG = LoggerFactory.getLogger(LongImports.class);

    private final ImportService imports;
    private final ImportFiles files;
    private final TaskExecutor behind;

    LongImports(ImportService imports, ImportFiles files, @Qualifier("applicationTaskExecutor") TaskExecutor behind) {
        this.imports = imports;
        this.files = files;
        this.behind = behind;
    }

    public static boolean isLong(ImportPreview preview) {
        return preview.changed().size() > SHORT;
    }

    /** Begins to apply a file, unless that is under way. */
    public void begin(ImportPreview preview, Map<RowKey, Integer> seen, CurrentUser by) {
        if (files.begin(preview.file().id())) {
            behind.execute(() -> apply(preview, seen, by));
        }
    }

    private void apply(ImportPreview preview, Map<RowKey, Integer> seen, CurrentUser by) {
        long id = preview.file().id();
        try {
            JointSaveOutcome outcome = imports.apply(preview, seen, by);
            if (!outcome.saved()) {
                files.stopped(id, ImportAlerts.of(outcome));
            }
        } catch (RuntimeException failed) {
            LOG.error("Import {} failed; nothing of it is stored", id, failed);
            files.stopped(id, "imports.alert.failed");
        }
    }
}
