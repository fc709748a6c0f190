package vn.hoso.imports.files;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as it can be seen: composed, and without signs that take no room. */
final class VisibleText {

    /** Format signs such as zero-width spaces, byte-order marks, soft hyphens and marks of direction; fillers. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0\uFE00-\uFE0F]");

    private static final Pattern HEAPED = Pattern.compile("\\p{M}{" + (FileLimits.ACCENTS + 1) + "}");

    private VisibleText() {}

    static String of(String text) {
        return whole(text) ? text : Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFC);
    }

    /** Whether a letter bears more accents than any language has; composing it would take long. */
    static boolean heaped(String text) {
        return !whole(text)
                && HEAPED.matcher(UNSEEN.matcher(text).replaceAll("")).find();
    }

    /** Whether cleaning takes something out, rather than composing letters. */
    static boolean unseen(String text) {
        return !whole(text) && UNSEEN.matcher(text).find();
    }

    /** Whether every letter stands for itself and is seen, as in nearly all texts: of Latin, with Vietnamese accents in it or none. */
    private static boolean whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each >= 0x300 && (each < 0x1E00 || each > 0x1EFF) || each == 0xAD) {
                return false;
            }
        }
        return true;
    }

    static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
