package vn.hoso.imports.files;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell.
 *
 * @param text the text, NFC; a number as digits, with a comma before its decimals
 * @param kind how the file holds it
 * @param format how the file shows its number; PLAIN for anything but a number
 * @param original what the file holds, where unseen characters were taken out of the text or it was turned from TCVN3
 *     or VNI into Unicode; null where the text is as it came
 */
public record ParsedCell(
        String text, Kind kind, Format format, @Nullable String original) {

    public static final ParsedCell BLANK = new ParsedCell("", Kind.TEXT);

    private static final int MOST_DIGITS = 30;
    private static final int LONGEST_COUNT = 100;

    public enum Kind {
        TEXT,
        NUMBER,
        /** A formula whose result the file does not hold. */
        UNCOMPUTED,
        /** A formula that failed, such as #REF!. */
        FAILED
    }

    /** What a person who looks at a number sees. */
    public enum Format {
        /** The number itself, however many of its decimals. */
        PLAIN,
        /** A date or a time: 45332 is shown as 10/2. */
        DATE,
        /** A hundred times as much and a percent sign. */
        PERCENT,
        /** A thousandth or a millionth of it, or digits that do not belong to it. */
        SCALED
    }

    public ParsedCell(String text, Kind kind) {
        this(text, kind, Format.PLAIN, null);
    }

    /** Text without what cannot be seen; where something was taken out, the original stays beside it. */
    static ParsedCell text(String text) {
        return new ParsedCell(VisibleText.of(text), Kind.TEXT, Format.PLAIN, VisibleText.unseen(text) ? text : null);
    }

    /** A number as the file writes it: 10.682 is ten and a fraction, never ten thousand. */
    static ParsedCell number(String raw) {
        return number(raw, Format.PLAIN);
    }

    static ParsedCell number(String raw, Format format) {
        if (raw.length() > FileLimits.NUMBER_CHARACTERS) {
            return new ParsedCell(raw, Kind.FAILED);
        }
        BigDecimal value;
        try {
            value = new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            return new ParsedCell(raw, Kind.FAILED);
        }
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS || value.scale() > 2 * MOST_DIGITS) {
            return new ParsedCell(raw, Kind.FAILED);
        }
        return new ParsedCell(plain(value), Kind.NUMBER, format, null);
    }

    private static String plain(BigDecimal value) {
        BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return bare.toPlainString().replace('.', ',');
    }

    public boolean blank() {
        return kind == Kind.TEXT && text.isBlank();
    }

    public boolean hasDigit() {
        return text.chars().limit(LONGEST_COUNT).anyMatch(each -> each >= '0' && each <= '9');
    }
}
