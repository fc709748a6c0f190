package vn.hoso.imports;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brought.
 *
 * @param id its own id
 * @param name what it was called on their computer; text only
 * @param sha256 the hash of its bytes
 * @param uploadedBy who brought it
 * @param chosen the month that a person chose for the whole file, null to go by what it says
 * @param months the months it is for, the earliest first; once it is applied those that it was applied to
 * @param sheet the sheets its figures were taken from, null while there are none
 * @param appliedAt when its figures were stored, null if they were not
 * @param unitsChanged how many units' monthly figures that changed
 * @param applyingSince since when its figures are being stored, null if nobody does so any more
 * @param outcome key of the sentence that says why storing them stopped, null if it did not
 */
public record ImportFile(
        long id,
        String name,
        String sha256,
        long uploadedBy,
        String uploadedByName,
        Instant uploadedAt,
        @Nullable YearMonth chosen,
        List<YearMonth> months,
        @Nullable String sheet,
        @Nullable Instant appliedAt,
        @Nullable Integer unitsChanged,
        @Nullable Instant applyingSince,
        @Nullable String outcome) {

    /** Key of the sentence that says that whoever stored its figures was stopped. */
    static final String SILENT = "imports.alert.silent";

    /** Whether storing its figures was cut off, so that none is stored. */
    public boolean cutOff() {
        return outcome != null && outcome.startsWith(SILENT);
    }
}
