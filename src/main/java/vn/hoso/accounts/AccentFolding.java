package vn.hoso.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text without case and diacritics, as people type names when they search or choose a password. */
final class AccentFolding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private AccentFolding() {}

    static String of(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
    }
}
