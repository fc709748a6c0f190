package vn.hoso.imports.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows what a Vietnamese syllable looks like, which text in another encoding does not. */
final class VietnameseSyllable {

    private static final int LONGEST = 8;
    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern STOPPED = Pattern.compile(".*(c|ch|p|t)");
    private static final Pattern STOPPED_TONE = Pattern.compile(".*[\u0301\u0323].*");

    /** In its parts: how it begins, its vowels, how it ends; an i or y after gi and qu belongs to these. */
    private static final Pattern SHAPE = Pattern.compile("(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvxg])?"
            + "(uyê|iêu|yêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|uya|uyu"
            + "|ia|iê|yê|ua|uô|ưa|ươ|ai|ao|au|ay|âu|ây|eo|êu|iu|oa|oă|oe|oi|ôi|ơi|ui|ưi|ưu|uy|uê|uâ|uơ"
            + "|[aăâeêioôơuưy])"
            + "(ng|nh|ch|[cmnpt])?");

    private VietnameseSyllable() {}

    /** Whether the word is one. */
    static boolean is(String word) {
        if (word.length() > LONGEST) {
            return false;
        }
        String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        String toneless = Normalizer.normalize(TONE.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
        long tones = TONE.matcher(apart).results().count();
        return tones <= 1
                && SHAPE.matcher(toneless).matches()
                && (!STOPPED.matcher(toneless).matches()
                        || STOPPED_TONE.matcher(apart).matches());
    }
}
