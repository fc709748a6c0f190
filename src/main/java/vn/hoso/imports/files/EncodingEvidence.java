package vn.hoso.imports.files;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Weighs whether texts are Vietnamese in an old encoding. Only different words with a letter beyond ASCII count: nearly all
 * have to be Vietnamese once turned, and clearly more of them than as they stand.
 */
final class EncodingEvidence {

    private static final Pattern WORD = Pattern.compile("[A-Za-z\u00A1-\u00FF]++");
    private static final Pattern WESTERN = Pattern.compile("[\u00A1-\u00FF]");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    /** Letters that Vietnamese alone has, and the accents it may be written with. */
    private static final Pattern UNICODE = Pattern.compile(
            "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9\u0300-\u036F]");

    private static final int LEAST_WORDS = 2;
    private static final int MOST_WORDS = 2_000;

    private final Set<String> words = new HashSet<>();
    private boolean unicode;

    /** Whether a text is in Unicode for certain. */
    static boolean unicode(String text) {
        return UNICODE.matcher(text).find();
    }

    void add(String text) {
        if (VisibleText.ascii(text)) {
            return;
        }
        if (unicode(text)) {
            unicode = true;
            return;
        }
        Matcher word = WORD.matcher(text);
        while (words.size() < MOST_WORDS && word.find()) {
            if (WESTERN.matcher(word.group()).find()
                    && LETTER.matcher(word.group()).find()) {
                words.add(word.group());
            }
        }
    }

    /** The encoding that the texts are in, if anything but Unicode. */
    Optional<OldEncoding> encoding() {
        if (unicode || words.size() < LEAST_WORDS) {
            return Optional.empty();
        }
        long tcvn3 = vietnamese(OldEncoding.TCVN3);
        long vni = vietnamese(OldEncoding.VNI);
        OldEncoding better = tcvn3 >= vni ? OldEncoding.TCVN3 : OldEncoding.VNI;
        long sound = Math.max(tcvn3, vni);
        boolean nearlyAll = sound * 10 >= words.size() * 9L;
        boolean moreThanBefore = (sound - vietnamese(null)) * 10 >= words.size() * 3L;
        return nearlyAll && moreThanBefore && tcvn3 != vni ? Optional.of(better) : Optional.empty();
    }

    /**
     * Whether texts whose font is made for an encoding are in it.
     *
     * @param font what the font shows
     */
    boolean agrees(OldEncoding font) {
        return unicode ? vietnamese(font) > vietnamese(null) : vietnamese(font) >= vietnamese(null);
    }

    private long vietnamese(@Nullable OldEncoding turned) {
        return words.stream()
                .map(word -> turned == null ? word : turned.unicode(word))
                .filter(VietnameseSyllable::is)
                .count();
    }

    /** Knows what a Vietnamese syllable looks like, which text in another encoding does not. */
    static final class VietnameseSyllable {

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
}
