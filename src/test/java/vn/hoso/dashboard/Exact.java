package vn.hoso.dashboard;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Fractions and their Vietnamese notation from whole numbers alone: shares no line with the program's own rounding and
 * formats.
 */
record Exact(BigInteger over, BigInteger under) {

    private static final long[] THRESHOLDS = {50, 60, 100};

    static Exact of(long over, long under) {
        return new Exact(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    static long ceiling(long over, long under) {
        return -Math.floorDiv(-over, under);
    }

    boolean below(Exact other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under)) < 0;
    }

    Exact plus(Exact other) {
        return new Exact(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Exact minus(Exact other) {
        return plus(new Exact(other.over.negate(), other.under));
    }

    Exact times(Exact other) {
        return new Exact(over.multiply(other.over), under.multiply(other.under));
    }

    Exact half() {
        return new Exact(over, under.shiftLeft(1));
    }

    /** How many of so many it asks for, at least. */
    long ofAtLeast(long whole) {
        BigInteger[] found = over.multiply(BigInteger.valueOf(whole)).divideAndRemainder(under);
        return found[0].longValueExact() + found[1].signum();
    }

    /** A hundred times it, in units of the last decimal, a half away from zero. */
    private BigInteger hundredfold(int decimals) {
        BigInteger scaled = over.abs().multiply(BigInteger.valueOf(200)).multiply(BigInteger.TEN.pow(decimals));
        BigInteger rounded = scaled.add(under).divide(under.shiftLeft(1));
        return over.signum() < 0 ? rounded.negate() : rounded;
    }

    /** As a rate of a scope in a column, 78,00%: more decimals where two would cross a threshold. */
    String percent() {
        int decimals = 2;
        while (crosses(decimals)) {
            decimals++;
        }
        return notation(hundredfold(decimals), decimals) + "%";
    }

    private boolean crosses(int decimals) {
        BigInteger shown = hundredfold(decimals);
        return (over.signum() > 0 && shown.signum() == 0)
                || LongStream.of(THRESHOLDS)
                        .anyMatch(each ->
                                (shown.compareTo(BigInteger.valueOf(each).multiply(BigInteger.TEN.pow(decimals))) >= 0)
                                        == below(of(each, 100)));
    }

    /** As a part of a whole that no threshold is set for. */
    String share() {
        return notation(hundredfold(2), 2) + "%";
    }

    /** In a sentence: 78%. */
    static String prose(String percent) {
        return percent.replaceFirst(",00%$", "%").replaceFirst("(,\\d)0%$", "$1%");
    }

    /** Percentage points without their sign. */
    String points() {
        return notation(hundredfold(2).abs(), 2);
    }

    /** Percentage points with their sign, two parts and their sum with as many decimals as it takes to add up. */
    static List<String> adding(Exact one, Exact other) {
        Exact sum = one.plus(other);
        int decimals = 2;
        while (!one.hundredfold(decimals).add(other.hundredfold(decimals)).equals(sum.hundredfold(decimals))) {
            decimals++;
        }
        int shown = decimals;
        return Stream.of(one, other, sum)
                .map(each -> each.hundredfold(shown))
                .map(each -> (each.signum() > 0 ? "+" : "") + notation(each, shown))
                .toList();
    }

    int sign() {
        return over.signum();
    }

    static String fraction(long over, long under) {
        return count(over) + "/" + count(under);
    }

    /** A rate in a cell. */
    static String cell(long over, long under) {
        return under == 0
                ? "không phát sinh —"
                : fraction(over, under) + " " + of(over, under).percent();
    }

    static String count(long number) {
        return notation(BigInteger.valueOf(number), 0);
    }

    private static String notation(BigInteger scaled, int decimals) {
        String digits = scaled.abs().toString();
        digits = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
        StringBuilder whole = new StringBuilder(digits.substring(0, digits.length() - decimals));
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            whole.insert(at, '.');
        }
        String sign = scaled.signum() < 0 ? "−" : "";
        return sign + whole + (decimals == 0 ? "" : "," + digits.substring(digits.length() - decimals));
    }
}
