package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.stereotype.Service;
import vn.hoso.figures.MonthEntryService;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SaveOutcome.JointSaveOutcome;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/**
 * Stores a file's figures together with the mark that they are stored, all or none of it; behind the page's back where that takes
 * longer than a person likes to wait for an answer. That it is under way stands beside the file, so any copy of the program can
 * say it, and for as long as the copy that works says so ({@link ImportHeartbeat}).
 */
@Service
public class ImportApplicationService {

    /** Storing up to this many units takes about a second. */
    static final int SHORT = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ImportApplicationService.class);

    private final ImportFileService files;
    private final MonthEntryService entry;
    private final ImportHeartbeat heartbeat;
    private final TaskExecutor behind;

    ImportApplicationService(
            ImportFileService files,
            MonthEntryService entry,
            ImportHeartbeat heartbeat,
            @Qualifier("applicationTaskExecutor") TaskExecutor behind) {
        this.files = files;
        this.entry = entry;
        this.heartbeat = heartbeat;
        this.behind = behind;
    }

    public static boolean isLong(ImportPreview preview) {
        return preview.changed().size() > SHORT;
    }

    /** Begins to apply a file, unless that is under way or was done since the preview. */
    public void begin(ImportPreview preview, Map<RowKey, Integer> seen, CurrentUser by) {
        long id = preview.file().id();
        UUID attempt = UUID.randomUUID();
        if (files.begin(id, preview.file().appliedAt(), attempt)) {
            heartbeat.begin(attempt, id);
            try {
                behind.execute(() -> applyBehind(preview, seen, attempt, by));
            } catch (TaskRejectedException stopping) {
                heartbeat.end(attempt);
                files.stopped(id, attempt, "imports.alert.failed");
            }
        }
    }

    private void applyBehind(ImportPreview preview, Map<RowKey, Integer> seen, UUID attempt, CurrentUser by) {
        long id = preview.file().id();
        try {
            JointSaveOutcome outcome = apply(preview, seen, attempt, by);
            if (!outcome.saved()) {
                files.stopped(id, attempt, alert(outcome));
            }
        } catch (RuntimeException failed) {
            LOG.error("Import {} failed; nothing of it is stored", id, failed);
            files.stopped(id, attempt, "imports.alert.failed");
        } finally {
            heartbeat.end(attempt);
        }
    }

    /**
     * Stores the file's figures of all its sheets and months and the mark that they are, all or none; nothing where that was done since
     * the preview, as from another tab.
     *
     * @param seen the version of each row that the person saw in the preview
     */
    public JointSaveOutcome apply(ImportPreview preview, Map<RowKey, Integer> seen, CurrentUser by) {
        try {
            return apply(preview, seen, null, by);
        } catch (ImportFileService.Overtaken done) {
            LOG.debug("Import {} was applied at the same moment", preview.file().id(), done);
            return new JointSaveOutcome(null, new SaveOutcome.Saved(0));
        }
    }

    /** @param attempt what {@link #begin} gave, null for one that nobody waits for */
    JointSaveOutcome apply(ImportPreview preview, Map<RowKey, Integer> seen, @Nullable UUID attempt, CurrentUser by) {
        SortedMap<YearMonth, List<ImportPreview.Row>> changed = preview.changed().stream()
                .collect(Collectors.groupingBy(ImportPreview.Row::month, TreeMap::new, Collectors.toList()));
        List<MonthEdit> edits = changed.entrySet().stream()
                .map(month -> edit(preview.file(), month.getKey(), month.getValue(), seen))
                .toList();
        SortedMap<YearMonth, Integer> stored = new TreeMap<>();
        preview.months()
                .forEach(month -> stored.put(
                        month.month(),
                        changed.getOrDefault(month.month(), List.of()).size()));
        String sheets = preview.sheets().stream()
                .filter(ActSheet::used)
                .map(ActSheet::name)
                .collect(Collectors.joining(", "));
        Runnable mark =
                () -> files.applied(preview.file().id(), attempt, preview.file().appliedAt(), stored, sheets, by);
        if (edits.isEmpty()) {
            mark.run();
            return new JointSaveOutcome(null, new SaveOutcome.Saved(0));
        }
        return entry.saveAll(edits, by, mark);
    }

    private static MonthEdit edit(
            ImportFile file, YearMonth month, List<ImportPreview.Row> rows, Map<RowKey, Integer> seen) {
        return new MonthEdit(
                month,
                rows.stream()
                        .map(row -> new MonthEdit.Row(
                                row.unit().id(), seen.getOrDefault(row.key(), 0), Objects.requireNonNull(row.fresh())))
                        .toList(),
                ReturnSource.IMPORT,
                new MonthEdit.Origin.File(
                        file.id(),
                        rows.stream().collect(Collectors.toMap(row -> row.unit().id(), ImportPreview.Row::place))));
    }

    /** Key of the sentence that says why a file was not applied, and behind a bar the month that it is about. */
    public static String alert(JointSaveOutcome joint) {
        return key(joint.outcome()) + (joint.month() == null ? "" : "|" + Formats.month(joint.month()));
    }

    private static String key(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Conflicting) {
            return "imports.alert.conflict";
        }
        if (outcome instanceof SaveOutcome.MonthLocked) {
            return "imports.alert.locked";
        }
        if (outcome instanceof SaveOutcome.AlreadyApproved) {
            return "imports.alert.approved";
        }
        return outcome instanceof SaveOutcome.Unexplained ? "imports.alert.unexplained" : "imports.alert.foreign";
    }
}
