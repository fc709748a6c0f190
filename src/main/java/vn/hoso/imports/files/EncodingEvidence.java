package vn.hoso.imports.files;

import java.util.HashSet;
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
}
