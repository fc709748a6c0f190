package vn.hoso.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A total of dossiers that somebody else states.
 *
 * @param unit the unit's name, null for all units together
 * @param value in dossiers
 * @param sourceText the document or page it stands in
 * @param sourceDate day of the document, or on which the page showed it
 * @param ended null while it is in force
 */
public record OutsideTotal(
        long id,
        ComparedFigure figure,
        @Nullable String unit,
        ValueSource source,
        long value,
        String sourceText,
        LocalDate sourceDate,
        String enteredBy,
        Instant enteredAt,
        @Nullable End ended) {

    /** The longest {@link #sourceText}, in characters. */
    public static final int LONGEST_SOURCE = 500;

    /** The longest reason, explanation or remark, in characters. */
    public static final int LONGEST_TEXT = 1000;

    /**
     * Why it is in force no longer.
     *
     * @param corrected whether another value took its place; else it should not have been entered
     */
    public record End(boolean corrected, String reason, String by, Instant at) {}

    /** A total to be entered; its text is composed Unicode. */
    public record Draft(
            ComparedFigure figure, ValueSource source, long value, String sourceText, LocalDate sourceDate) {}
}
