package vn.hoso.imports.paste;

import org.jspecify.annotations.Nullable;

/**
 * What a person answered about a block.
 *
 * @param order the order of its columns, null while they have not said
 * @param dashes what its dashes mean, null while they have not said
 */
public record PasteChoices(
        @Nullable ColumnOrder order, @Nullable Dashes dashes) {

    public static final PasteChoices NONE = new PasteChoices(null, null);

    /** What the dashes of a block mean. */
    public enum Dashes {
        ZERO,
        NOT_REPORTED
    }

    /** How a block's columns of figures follow each other. */
    public enum ColumnOrder {
        /** As its own headings say. */
        HEADINGS,
        /** As in the month's grid and in the program's own template. */
        GRID,
        /** The same, where the block's empty columns are none of the grid's. */
        GRID_WITHOUT_BLANKS,
        /** As in the 766 sheet: all dossiers first, then full-process, then partial, each with its online ones. */
        FORM_766,
        /** From the column of the cursor on, as in the grid. */
        CURSOR
    }
}
