package vn.hoso.imports.layouts;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text made comparable: no case, no punctuation, and each syllable's tone behind it, so that Hòa and Hoà, composed or
 * decomposed, are one. Every tone and every letter stays: Hòa and Hóa, Đ and D remain two.
 */
public final class ComparableText {

    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String LETTER_MARKS = "\u0302\u0306\u031B";

    /** No name or heading is longer; more of a text would only cost time. */
    private static final int LONGEST = 1_000;

    private ComparableText() {}

    public static String of(String text) {
        StringBuilder folded = new StringBuilder();
        StringBuilder tone = new StringBuilder();
        String parted = Normalizer.normalize(text.substring(0, Math.min(LONGEST, text.length())), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        parted.codePoints().forEach(each -> {
            if (TONES.indexOf(each) >= 0) {
                tone.appendCodePoint(each);
            } else if (LETTER_MARKS.indexOf(each) >= 0 || Character.isLetterOrDigit(each)) {
                folded.appendCodePoint(each);
            } else if (Character.getType(each) != Character.NON_SPACING_MARK) {
                endSyllable(folded, tone);
            }
        });
        endSyllable(folded, tone);
        return folded.toString().strip();
    }

    private static void endSyllable(StringBuilder folded, StringBuilder tone) {
        folded.append(tone);
        tone.setLength(0);
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }

    /** Text without case and marks but with its punctuation, as months and dates are looked for. */
    static final class UnaccentedText {

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
}
