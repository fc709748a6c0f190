package vn.hoso.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.hoso.figures.domain.ReturnFigures;
import vn.hoso.figures.domain.ReturnSource;
import vn.hoso.figures.domain.ReturnStatus;

/** Reads every state that a unit's month ever had: one statement. */
@Component
public class RevisionQueries {

    private final ReturnRevisions revisions;

    RevisionQueries(ReturnRevisions revisions) {
        this.revisions = revisions;
    }

    /**
     * A return as it stood after one change.
     *
     * @param by who made the change
     * @param proposedBy who proposed it, where a correction was approved; else null
     * @param reason why, null for changes that need no reason
     * @param fileId the imported file that the figures stood in, null if they were typed
     * @param fileSheet the sheet of it, null where that is the only one known of the file
     * @param fileRow the row of its sheet
     */
    public record Revision(
            int version,
            ReturnFigures figures,
            ReturnStatus status,
            ReturnSource source,
            String by,
            Instant at,
            @Nullable String proposedBy,
            @Nullable String reason,
            @Nullable Long fileId,
            @Nullable String fileSheet,
            @Nullable Integer fileRow) {

        /** Whether it was counted and could be submitted. */
        public boolean complete() {
            return figures.complete();
        }
    }

    /** The revisions, the first one first; empty while nothing was entered. */
    public List<Revision> of(YearMonth month, long unitId) {
        return revisions.findAllOf(month.atDay(1), unitId).stream()
                .map(found -> found.revision().told(found.proposedBy()))
                .toList();
    }
}
