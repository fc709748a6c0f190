package vn.hoso.imports.layouts;

import vn.hoso.imports.files.ColumnBeside;

/**
 * A column of figures that is not taken for any measure.
 *
 * @param column its number, from 1
 * @param heading the words above it
 * @param reason why it is not used
 */
public record UnusedColumn(int column, String heading, Reason reason) {

    static UnusedColumn of(ColumnBeside column) {
        return new UnusedColumn(column.column(), column.words(), Reason.AFTER_THE_MONTHS);
    }

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
        TWICE,
        /** After the months that stand side by side: the year's sum, remarks. */
        AFTER_THE_MONTHS;

        /** Whether it may be a column that somebody expects to be read. */
        public boolean heeded() {
            return this == NOT_UNDERSTOOD || this == TWICE || this == AFTER_THE_MONTHS;
        }
    }
}
