package vn.hoso.imports.files;

import java.time.Duration;

/** How much of a file is read before it is refused. */
public final class Limits {

    /** Bytes of the file itself. */
    public static final int BYTES = 10 * 1024 * 1024;

    /** Columns that are looked at. */
    public static final int COLUMNS = 200;

    static final int ROWS = 20_000;
    static final int CELLS = 400_000;
    static final int SHEETS = 30;
    static final int ENTRIES = 1_000;

    /** Bytes of everything in a zipped file once unpacked. */
    static final long UNPACKED = 48L * 1024 * 1024;

    /** An entry that unpacks to more than this many times its size is a bomb, unless it is small anyway. */
    static final long RATIO = 150;

    static final long RATIO_FREE = 1024 * 1024;
    static final int SHARED_TEXTS = 400_000;
    static final int SHARED_CHARACTERS = 12_000_000;
    static final int CELL_CHARACTERS = 32_767;
    static final Duration TIME = Duration.ofSeconds(10);

    private Limits() {}
}
