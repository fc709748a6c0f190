package vn.hoso.imports.layouts;

import java.text.Normalizer;
import java.util.Locale;

/** Text without case and marks but with its punctuation, as months and dates are looked for. */
final class UnaccentedText {

    /** What says a month stands at the beginning of a text; more of it would only cost time. */
    private static final int LONGEST = 1_000;

    private UnaccentedText() {}

    static String of(String text) {
        return Normalizer.normalize(text.substring(0, Math.min(LONGEST, text.length())), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Mn}+", "")
                .replace('đ', 'd')
                .replaceAll("[\\s\\u00A0\\u202F_]+", " ")
                .replaceAll("[\\u2012-\\u2015\\u2212]", "-")
                .strip();
    }
}
