package vn.hoso.imports.paste;

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
