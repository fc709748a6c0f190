package vn.hoso.reports.files;

import java.math.BigInteger;

/** Lengths as word processors count them: twips, 1440 to the inch. */
final class Millimetres {

    private Millimetres() {}

    /** The nearest twip; 20 mm are 1134. */
    static int twips(int millimetres) {
        return (int) Math.round(millimetres * 1440 / 25.4);
    }

    static BigInteger exact(int millimetres) {
        return BigInteger.valueOf(twips(millimetres));
    }
}
