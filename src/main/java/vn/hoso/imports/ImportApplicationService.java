package vn.hoso.imports;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Service;
import vn.hoso.figures.MonthEntryService;
import vn.hoso.figures.domain.MonthEdit;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.SaveOutcome;
import vn.hoso.figures.domain.SaveOutcome.JointSaveOutcome;
import vn.hoso.security.CurrentUser;
import vn.hoso.shared.Formats;

/**
 * Stores a file's figures, all or none of them; behind the page's back where that takes longer than a person likes to wait
 * for an answer. How far it is stands beside the file, so any copy of the program can say it.
 */
@Service
public class ImportApplicationService {

    /** Storing up to this many units takes about a second. */
    static final int SHORT = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ImportApplicationService.class);

    private final ImportFileService files;
    private final MonthEntryService entry;
    private final TaskExecutor behind;

    ImportApplicationService(
            ImportFileService files,
            MonthEntryService entry,
            @Qualifier("applicationTaskExecutor") TaskExecutor behind) {
        this.files = files;
        this.entry = entry;
        this.behind = behind;
    }

    public static boolean isLong(ImportPreview preview) {
        return preview.changed().size() > SHORT;
    }

    /** Begins to apply a file, unless that is under way. */
    public void begin(ImportPreview preview, Map<RowKey, Integer> seen, CurrentUser by) {
        if (files.begin(preview.file().id())) {
            behind.execute(() -> applyBehind(preview, seen, by));
        }
    }

    private void applyBehind(ImportPreview preview, Map<RowKey, Integer> seen, CurrentUser by) {
        long id = preview.file().id();
        try {
            JointSaveOutcome outcome = apply(preview, seen, by);
            if (!outcome.saved()) {
                files.stopped(id, alert(outcome));
            }
        } catch (RuntimeException failed) {
            LOG.error("Import {} failed; nothing of it is stored", id, failed);
            files.stopped(id, "imports.alert.failed");
        }
    }

    /**
     * Stores the file's figures of all its sheets and months, all or none.
     *
     * @param seen the version of each row that the person saw in the preview
     */
    public JointSaveOutcome apply(ImportPreview preview, Map<RowKey, Integer> seen, CurrentUser by) {
        SortedMap<YearMonth, List<ImportPreview.Row>> changed = preview.changed().stream()
                .collect(Collectors.groupingBy(ImportPreview.Row::month, TreeMap::new, Collectors.toList()));
        List<MonthEdit> edits = changed.entrySet().stream()
                .map(month -> edit(preview.file(), month.getKey(), month.getValue(), seen))
                .toList();
        JointSaveOutcome outcome =
                edits.isEmpty() ? new JointSaveOutcome(null, new SaveOutcome.Saved(0)) : entry.saveAll(edits, by);
        if (outcome.saved()) {
            SortedMap<YearMonth, Integer> stored = new TreeMap<>();
            preview.months()
                    .forEach(month -> stored.put(
                            month.month(),
                            changed.getOrDefault(month.month(), List.of()).size()));
            String sheets = preview.sheets().stream()
                    .filter(ActSheet::used)
                    .map(ActSheet::name)
                    .collect(Collectors.joining(", "));
            files.applied(preview.file().id(), stored, sheets, by);
        }
        return outcome;
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
                new MonthEdit.Origin(
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
