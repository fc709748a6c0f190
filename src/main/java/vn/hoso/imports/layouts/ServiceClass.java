package vn.hoso.imports.layouts;

import java.util.Optional;
import java.util.regex.Pattern;

/** The two classes of online services, by their names of today and by the levels of before 2022. */
enum ServiceClass {
    FULL_PROCESS,
    PARTIAL;

    private static final Pattern FULL_WORDS =
            Pattern.compile("toan trinh|\\b(?:muc(?: do)?|md|cap do)\\s*:?\\s*(?:0?4|iv)\\b");
    private static final Pattern PARTIAL_WORDS =
            Pattern.compile("mot phan|\\b(?:muc(?: do)?|md|cap do)\\s*:?\\s*(?:0?3|iii)\\b");
    private static final Pattern BOTH_LEVELS = Pattern.compile(
            "\\b(?:muc(?: do)?|md|cap do)\\s*:?\\s*"
                    + "(?:0?[1-4]|iii|iv)\\s*(?:-|,|/|;|&|\\+|va|den|hoac)\\s*(?:(?:muc(?: do)?|md|cap do)\\s*)?(?:0?[1-4]|iii|iv)\\b");

    /** The class that is named; nothing where none is, or both. */
    static Optional<ServiceClass> in(String text) {
        String words = UnaccentedText.of(text);
        boolean full = FULL_WORDS.matcher(words).find();
        boolean partial = PARTIAL_WORDS.matcher(words).find();
        if (full == partial || BOTH_LEVELS.matcher(words).find()) {
            return Optional.empty();
        }
        return Optional.of(full ? FULL_PROCESS : PARTIAL);
    }

    /** Whether any class is named. */
    static boolean named(String text) {
        String words = UnaccentedText.of(text);
        return FULL_WORDS.matcher(words).find() || PARTIAL_WORDS.matcher(words).find();
    }
}
