package vn.hoso.imports.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.hoso.figures.domain.Measure;
import vn.hoso.imports.paste.ColumnOrder;
import vn.hoso.imports.paste.PasteChoices;
import vn.hoso.shared.UserFacingException;

/**
 * A pasted block as the grid's script sends it.
 *
 * @param month such as 2024-10
 * @param text the clipboard's text, a tab after each cell
 * @param cell the grid's cell with the cursor, such as u2.fullProcessReceived
 * @param order the chosen order of the columns, empty for none
 * @param dashes what its dashes mean, empty for nothing said
 */
record PasteForm(
        @Nullable String month,
        @Nullable String text,
        @Nullable String cell,
        @Nullable String order,
        @Nullable String dashes) {

    String monthOrEmpty() {
        return month == null ? "" : month;
    }

    String textOrEmpty() {
        return text == null ? "" : text;
    }

    /**
     * The unit of the cursor's row.
     *
     * @throws UserFacingException if it is no cell of a grid
     */
    long unit() {
        String unit = parts()[0];
        if (!unit.matches("u[0-9]{1,9}")) {
            throw noCell();
        }
        return Long.parseLong(unit.substring(1));
    }

    /**
     * The measure of the cursor's column.
     *
     * @throws UserFacingException if it is no cell of a grid
     */
    Measure measure() {
        return Measure.ofField(parts()[1]).orElseThrow(PasteForm::noCell);
    }

    PasteChoices choices() {
        return new PasteChoices(
                named(ColumnOrder.values(), order).orElse(null),
                named(PasteChoices.Dashes.values(), dashes).orElse(null));
    }

    private String[] parts() {
        String[] parts = cell == null ? new String[0] : cell.split("\\.", -1);
        if (parts.length != 2) {
            throw noCell();
        }
        return parts;
    }

    private static UserFacingException noCell() {
        return new UserFacingException(HttpStatus.BAD_REQUEST, "imports.refused.paste-cell");
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
