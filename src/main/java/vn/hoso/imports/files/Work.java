package vn.hoso.imports.files;

/** The work that one file has cost so far; beyond the limits it is refused. */
final class Work {

    private long unpacked;
    private int elements;
    private int cells;
    private long characters;

    void unpacked(int bytes) {
        unpacked += bytes;
        if (unpacked > Limits.UNPACKED) {
            throw Refusals.of("bomb");
        }
    }

    void element(int depth, int attributes) {
        elements++;
        if (elements > Limits.ELEMENTS || depth > Limits.DEPTH || attributes > Limits.ATTRIBUTES) {
            throw Refusals.of("work");
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
        if (characters > Limits.CHARACTERS) {
            throw Refusals.of("characters", sheet, address);
        }
        if (cells > Limits.CELLS) {
            throw Refusals.of("cells", sheet, address, String.valueOf(Limits.CELLS));
        }
    }
}
