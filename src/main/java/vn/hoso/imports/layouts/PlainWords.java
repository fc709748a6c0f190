package vn.hoso.imports.layouts;

import java.text.Normalizer;
import java.util.Locale;

/** Text without case and marks but with its punctuation, as months and dates are looked for. */
final class PlainWords {

    private PlainWords() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Mn}+", "")
                .replace('đ', 'd')
                .replaceAll("[\\s\\u00A0\\u202F_]+", " ")
                .replaceAll("[\\u2012-\\u2015\\u2212]", "-")
                .strip();
    }
}
