package vn.hoso.reports.files;

import java.text.Normalizer;

/** Text as a file may hold it: composed letters, and nothing that is no character in XML. */
final class PrintableText {

    private PrintableText() {}

    /**
     * The text with its letters composed, since fonts draw "ế" but not always "e" and two accents; tabs and line ends
     * become spaces, other control characters and halves of characters disappear.
     */
    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\t\\r\\n]+", " ")
                .replaceAll("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]", "");
    }

    /** The same for running text, where a span such as "2021 - 2025" stays on one line. */
    static String line(String text) {
        return of(text).replaceAll("(?<=\\d) - (?=\\d)", "\u00a0-\u00a0");
    }
}
