package vn.hoso.imports.files;

/** The work that one file has cost so far; beyond the limits it is refused. */
final class ReadBudget {

    private final FileLimits.Size limits;
    private long unpacked;
    private int elements;
    private int cells;
    private long characters;

    ReadBudget(FileLimits.Size limits) {
        this.limits = limits;
    }

    FileLimits.Size limits() {
        return limits;
    }

    void unpacked(int bytes) {
        unpacked += bytes;
        if (unpacked > limits.unpacked()) {
            throw FileErrors.of("bomb");
        }
    }

    void element(int depth, int attributes) {
        elements++;
        if (elements > limits.elements() || depth > FileLimits.DEPTH || attributes > FileLimits.ATTRIBUTES) {
            throw FileErrors.of("work");
        }
    }

    /**
     * One more cell with content.
     *
     * @param sheet the sheet it stands in
     * @param column where it stands there, with its row
     * @param length how many characters it holds, shared ones too: each is looked at again in each cell
     */
    void cell(String sheet, int column, int row, int length) {
        cells++;
        characters += length;
        if (characters > limits.characters()) {
            throw FileErrors.of("characters", sheet, Columns.letters(column) + row);
        }
        if (cells > limits.cells()) {
            throw FileErrors.of("cells", sheet, Columns.letters(column) + row, String.valueOf(limits.cells()));
        }
    }
}
