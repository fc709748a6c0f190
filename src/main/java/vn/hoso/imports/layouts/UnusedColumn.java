package vn.hoso.imports.layouts;

/**
 * A column of figures that is not taken for any measure.
 *
 * @param column its number, from 1
 * @param heading the words above it
 * @param reason why it is not used
 */
public record UnusedColumn(int column, String heading, Reason reason) {

    public enum Reason {
        /** A rate, a rank, a verdict. */
        RATE,
        /** Last month, last year, added up since January, carried over. */
        OTHER_PERIOD,
        /** Solved, overdue, refused, withdrawn: other dossiers than those received. */
        OTHER_DOSSIERS,
        /** Dossiers on paper or by post, which follow from the others. */
        OFFLINE,
        /** Words that are not known, or that mean no measure exactly. */
        NOT_UNDERSTOOD,
        /** A measure that another column says as well. */
        TWICE
    }
}
