package vn.hoso.imports.files;

/**
 * How much of a file is read before it is refused. Work is counted, never time: the same file is taken or refused on
 * every computer, however busy it is.
 */
public final class FileLimits {

    /** Bytes of the file itself. */
    public static final int BYTES = 10 * 1024 * 1024;

    /** Columns that are looked at. */
    public static final int COLUMNS = 200;

    static final int SHEETS = 30;

    /** Parts of a zipped file. */
    static final int ENTRIES = 1_000;

    /** An entry that unpacks to more than this many times its size is a bomb, unless it is small anyway. */
    static final long RATIO = 150;

    static final long RATIO_FREE = 1024 * 1024;

    /** Elements within one another; sheets that programs write go down to a dozen. */
    static final int DEPTH = 64;

    /** Attributes of one element. */
    static final int ATTRIBUTES = 200;

    /** Characters of one tag, comment, instruction or literal section. */
    static final int MARKUP = 256 * 1024;

    static final int CELL_CHARACTERS = 32_767;

    /** Characters of a number; programs write two dozen at most. */
    static final int NUMBER_CHARACTERS = 100;

    /** Accents upon one letter; Vietnamese has two, and ordering thousands of them takes minutes. */
    static final int ACCENTS = 30;

    /** Cell formats, fonts and number formats, each; Excel itself keeps fewer. */
    static final int STYLES = 70_000;

    /** Characters of a number format; Excel keeps 255. */
    static final int FORMAT_CHARACTERS = 1_000;

    /** Names for cells and ranges. */
    static final int NAMES = 20_000;

    /** Sheets of figures, which are kept in memory as a whole. */
    public static final Size SHEET =
            new Size(BYTES, 20_000, 400_000, 48L * 1024 * 1024, 6_000_000, 400_000, 12_000_000, 12_000_000);

    /** Lists of dossiers, which are read row by row. */
    public static final Size LIST = new Size(
            40 * 1024 * 1024, 150_000, 4_000_000, 512L * 1024 * 1024, 40_000_000, 2_000_000, 24_000_000, 240_000_000);

    private FileLimits() {}

    /**
     * What grows with the number of rows.
     *
     * @param bytes of the file itself
     * @param rows of a sheet
     * @param cells of all sheets, those with content
     * @param unpacked bytes of everything in a zipped file once unpacked
     * @param elements XML elements of all parts together: the cells, each with its row, value and format, several times over
     * @param sharedTexts texts that cells share
     * @param sharedCharacters characters of these
     * @param characters characters of all cells together
     */
    public record Size(
            int bytes,
            int rows,
            int cells,
            long unpacked,
            int elements,
            int sharedTexts,
            int sharedCharacters,
            int characters) {}
}
