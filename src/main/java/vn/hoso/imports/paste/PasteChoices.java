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
}
