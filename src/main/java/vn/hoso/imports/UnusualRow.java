package vn.hoso.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.UnusualFinding;

/**
 * A row whose figures need a word of why.
 *
 * @param row the row, with the word where there is one
 * @param findings what is unusual about it
 * @param note the word in the file or stored already, null if the person has to say it
 * @param typed the word typed for this row alone, empty for none
 * @param ticked whether a person ticked it for the common word
 */
public record UnusualRow(
        ImportPreview.Row row,
        List<UnusualFinding> findings,
        @Nullable String note,
        String typed,
        boolean ticked) {

    private static final String UNCLASSIFIED = "unclassified";

    /** Whether somebody has to say why. */
    public boolean asked() {
        return note == null;
    }

    /** Whether nobody has said why. */
    public boolean open() {
        return row.fresh() == null || row.fresh().note() == null;
    }

    /** Whether all there is to explain stands in the source itself: dossiers that it does not classify. */
    public boolean ofTheSource() {
        return findings.stream().allMatch(finding -> finding.rule().equals(UNCLASSIFIED));
    }
}
