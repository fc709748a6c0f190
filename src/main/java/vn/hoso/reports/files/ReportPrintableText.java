package vn.hoso.reports.files;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text as a file may hold it: composed letters, and nothing that is no character in XML. */
final class ReportPrintableText {

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");
    private static final Pattern NO_CHARACTERS = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]");
    private static final Pattern SPAN = Pattern.compile("(?<=\\d) - (?=\\d)");

    /** Beyond them letters may be marks that belong to the one before. */
    private static final char LAST_ALONE = '\u02ff';

    /** From here on characters may be halves, or none at all. */
    private static final char FIRST_HALF = '\ud800';

    private ReportPrintableText() {}

    /**
     * The text with its letters composed, since fonts draw "ế" but not always "e" and two accents; tabs and line ends
     * become spaces, other control characters and halves of characters disappear.
     */
    static String of(String text) {
        if (isPrintable(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return NO_CHARACTERS.matcher(BREAKS.matcher(composed).replaceAll(" ")).replaceAll("");
    }

    /** Whether it is printed as it is, as almost every text of a table. */
    private static boolean isPrintable(String text) {
        boolean alone = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isISOControl(letter) || letter >= FIRST_HALF) {
                return false;
            }
            alone &= letter <= LAST_ALONE;
        }
        return alone || Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    /** The same for running text, where a span such as "2021 - 2025" stays on one line. */
    static String line(String text) {
        String printable = of(text);
        return printable.contains(" - ") ? SPAN.matcher(printable).replaceAll("\u00a0-\u00a0") : printable;
    }
}
