package vn.hoso.reports.domain;

import java.text.Normalizer;

/** How wide a line of bold Times New Roman is, for lines drawn below it and columns that hold it; no font needs to be installed. */
public final class ReportTextWidth {

    /** Advance widths in thousandths of the size: digits, A to Z, a to z; accents add nothing. */
    private static final int DIGIT = 500;

    private static final int[] CAPITALS = {
        722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722,
        1000, 722, 722, 667
    };

    private static final int[] SMALL = {
        500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500,
        722, 500, 500, 444
    };

    /** A hyphen, a colon and what closes or opens a parenthesis. */
    private static final int MARK = 333;

    private static final int QUOTE = 500;
    private static final int SIGN = 1000;
    private static final int OTHER = 250;

    private ReportTextWidth() {}

    /** The width in twips at this many points. */
    public static int bold(String text, int points) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('Đ', 'D')
                .replace('đ', 'd');
        int thousandths = letters.chars().map(ReportTextWidth::advance).sum();
        return thousandths * points * 20 / 1000;
    }

    private static int advance(int letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return CAPITALS[letter - 'A'];
        }
        if (letter >= 'a' && letter <= 'z') {
            return SMALL[letter - 'a'];
        }
        if (letter >= '0' && letter <= '9') {
            return DIGIT;
        }
        return switch (letter) {
            case '%', '—', '…' -> SIGN;
            case '“', '”', '–' -> QUOTE;
            case '-', ':', ';', '(', ')' -> MARK;
            default -> OTHER;
        };
    }
}
