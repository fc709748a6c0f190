package vn.hoso.operations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.hoso.shared.Formats;

/** Sizes as people read them. */
public final class Sizes {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private Sizes() {}

    /** A number of bytes with at most one digit after the comma, such as {@code 21,4 MB}; a kilobyte has 1024. */
    public static String text(long bytes) {
        BigDecimal size = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (size.compareTo(BigDecimal.valueOf(1024)) >= 0 && unit < UNITS.length - 1) {
            size = size.divide(BigDecimal.valueOf(1024));
            unit++;
        }
        return Formats.number(size.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros()) + " " + UNITS[unit];
    }
}
