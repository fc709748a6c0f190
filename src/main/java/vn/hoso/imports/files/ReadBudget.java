package vn.hoso.imports.files;

/** The work that one file has cost so far; beyond the limits it is refused. */
final class ReadBudget {

    private long unpacked;
    private int elements;
    private int cells;
    private long characters;

    void unpacked(int bytes) {
        unpacked += bytes;
        if (unpacked > FileLimits.UNPACKED) {
            throw FileErrors.of("bomb");
        }
    }

    void element(int depth, int attributes) {
        elements++;
        if (elements > FileLimits.ELEMENTS || depth > FileLimits.DEPTH || attributes > FileLimits.ATTRIBUTES) {
            throw FileErrors.of("work");
        }
    }

    /**
     * One more cell with content.
     *
     * @param sheet the sheet it stands in
     * @param address where it stands there
     * @param length how many characters it holds, shared ones too: each is looked at again in each cell
     */
    void cell(String sheet, String address, int length) {
        cells++;
        characters += length;
        if (characters > FileLimits.CHARACTERS) {
            throw FileErrors.of("characters", sheet, address);
        }
        if (cells > FileLimits.CELLS) {
            throw FileErrors.of("cells", sheet, address, String.valueOf(FileLimits.CELLS));
        }
    }
}
