package vn.hoso.imports.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.imports.paste.PasteChoices;
import vn.hoso.imports.paste.PasteChoices.ColumnOrder;

/**
 * A pasted block as the grid's script sends it.
 *
 * @param text the clipboard's text, a tab after each cell
 * @param cell the grid's cell with the cursor, such as u2.fullProcessReceived
 * @param order the chosen order of the columns, null for none
 * @param dashes what its dashes mean, null for nothing said
 */
record PasteForm(
        @NotNull(message = "{imports.refused.month}") @Nullable
        YearMonth month,

        String text,

        @Pattern(regexp = "u[0-9]{1,9}\\.[A-Za-z][A-Za-z0-9_]{0,42}", message = "{imports.refused.paste-cell}")
        String cell,

        @Nullable ColumnOrder order,
        PasteChoices.@Nullable Dashes dashes) {

    PasteForm {
        text = Objects.requireNonNullElse(text, "");
        cell = Objects.requireNonNullElse(cell, "");
    }

    /** The unit of the cursor's row. */
    long unit() {
        return Long.parseLong(cell.substring(1, cell.indexOf('.')));
    }

    /** The name of the cursor's column. */
    String column() {
        return cell.substring(cell.indexOf('.') + 1);
    }

    PasteChoices choices() {
        return new PasteChoices(order, dashes);
    }
}
