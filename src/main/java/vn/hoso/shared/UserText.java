package vn.hoso.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Tells text that can be kept, shown and written into documents from text that cannot. */
public final class UserText {

    private static final int LONGEST_ECHO = 40;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    private UserText() {}

    /** What is said back of something that makes no sense: its beginning. */
    public static String shortened(String typed) {
        String text = typed.strip();
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO);
    }

    /** The text as it is kept: composed Unicode, lines ended in one way, no blanks of any kind at its ends. */
    public static String kept(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("\\r\\n?", "\n")
                // A run of blanks is tried at its start alone: the time grows with the length, not with its square.
                .replaceAll("(?<![\\s\\p{Z}])[\\s\\p{Z}]++$|^[\\s\\p{Z}]+", "");
    }

    /** A name as it is kept: also with one blank where several were typed, so that no two names only look alike. */
    public static String keptName(String typed) {
        return kept(typed).replaceAll("[\\s\\p{Z}]+", " ");
    }

    /** The text without case and accents, as it is searched for; đ counts as d. */
    public static String unaccented(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }

    /** SQL that reads a column's text as {@link #unaccented} does. */
    public static String unaccentedSql(String column) {
        return "lower(translate(regexp_replace(normalize(%s, NFD), '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dD'))"
                .formatted(column);
    }

    /** Whether a text of several lines holds nothing but letters, signs, tabs and ends of lines. */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(UserText::unprintable);
    }

    /**
     * Whether a name holds nothing but letters and signs in the order in which they are read: no line ends, and none of the
     * invisible marks that turn the direction of writing and make one name look like another.
     */
    public static boolean isPlainName(String text) {
        IntPredicate lineEnd = each -> each == '\n' || each == '\r' || each == '\t' || each == 0x2028 || each == 0x2029;
        return isPlain(text) && text.codePoints().noneMatch(lineEnd.or(UserText::turnsDirection));
    }

    /** Control characters, halves of characters, and the two code points that XML does not allow. */
    private static boolean unprintable(int character) {
        return (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t')
                || Character.getType(character) == Character.SURROGATE
                || character == 0xFFFE
                || character == 0xFFFF;
    }

    /** Whether marks of no width stand in it, as emoji have them; a unit's name that differs by one only looks the same. */
    public static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(each -> Character.getType(each) == Character.FORMAT);
    }

    private static boolean turnsDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
