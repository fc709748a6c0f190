package vn.hoso.imports.files;

import org.jspecify.annotations.Nullable;

/**
 * A column that stands after the months of a sheet and belongs to none of them.
 *
 * @param sheet the name of the sheet in the file
 * @param column its number, from 1
 * @param words what stands above it
 * @param wrong where it adds up the months and says something else than they come to, the first of such cells; null for none
 */
public record ColumnBeside(
        String sheet, int column, String words, @Nullable WrongSum wrong) {

    /**
     * A sum that is not that of the months.
     *
     * @param address where it stands
     * @param stated what it says, in dossiers
     * @param summed what the months beside it come to
     * @param others how many more cells of the column are wrong
     */
    public record WrongSum(String address, long stated, long summed, int others) {}
}
