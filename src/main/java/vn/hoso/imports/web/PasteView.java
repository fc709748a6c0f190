package vn.hoso.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pasted block beside the grid, before anything of it is filled in.
 *
 * @param refusal why nothing of it can be filled in; null if something can, then the rest is empty
 * @param counts how many cells would be filled in and how many need a look
 * @param understood how the block was read, one sentence each
 * @param unused what of it is not used, one sentence each
 * @param choices what has to be chosen first, or was chosen
 * @param columns message keys of the figures' names
 * @param rows the block's rows
 */
record PasteView(
        @Nullable String refusal,
        @Nullable String counts,
        List<String> understood,
        List<String> unused,
        List<Choice> choices,
        List<String> columns,
        List<Row> rows) {

    static PasteView refused(String why) {
        return new PasteView(why, null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Something to choose.
     *
     * @param field its field's name
     * @param hint why it is asked
     */
    record Choice(String field, String legend, String hint, List<Option> options) {}

    /**
     * An answer.
     *
     * @param detail what it would mean
     */
    record Option(String value, String label, String detail, boolean chosen) {}

    /**
     * A row of the block.
     *
     * @param unit the unit it goes to, or what the block calls it
     * @param place where it stands in the block, and how the block calls the unit if that differs
     * @param refusal why it is not filled in, null if it is
     */
    record Row(String unit, String place, @Nullable String refusal, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param into the id of the grid's cell it goes to, null if it is not filled in
     * @param fills the text it fills in, null if it is not
     * @param shown the figure as read, or the pasted text if it could not be
     * @param problem what is wrong with it, null for nothing
     */
    record Cell(
            String labelKey,
            @Nullable String into,
            @Nullable String fills,
            String shown,
            @Nullable String problem) {}
}
