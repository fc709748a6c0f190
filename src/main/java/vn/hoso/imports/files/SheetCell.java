package vn.hoso.imports.files;

import java.math.BigDecimal;
import java.text.Normalizer;

/**
 * What stands in a cell.
 *
 * @param text the text, NFC; a number as digits, with a comma before its decimals
 * @param kind how the file holds it
 */
public record SheetCell(String text, Kind kind) {

    public static final SheetCell BLANK = new SheetCell("", Kind.TEXT);

    private static final int MOST_DIGITS = 30;

    public enum Kind {
        TEXT,
        NUMBER,
        /** A formula whose result the file does not hold. */
        UNCOMPUTED,
        /** A formula that failed, such as #REF!. */
        FAILED
    }

    static SheetCell text(String text) {
        return new SheetCell(Normalizer.normalize(text, Normalizer.Form.NFC), Kind.TEXT);
    }

    /** A number as the file writes it: 10.682 is ten and a fraction, never ten thousand. */
    static SheetCell number(String raw) {
        BigDecimal value;
        try {
            value = new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            return new SheetCell(raw, Kind.FAILED);
        }
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS || value.scale() > 2 * MOST_DIGITS) {
            return new SheetCell(raw, Kind.FAILED);
        }
        return new SheetCell(plain(value), Kind.NUMBER);
    }

    private static String plain(BigDecimal value) {
        BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return bare.toPlainString().replace('.', ',');
    }

    public boolean blank() {
        return kind == Kind.TEXT && text.isBlank();
    }

    public boolean hasDigit() {
        return text.chars().anyMatch(each -> each >= '0' && each <= '9');
    }
}
