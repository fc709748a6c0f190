package vn.hoso.reports.web;

import java.text.Normalizer;

/**
 * The typed form of a part's words.
 *
 * @param words with composed letters, one kind of line end and no control characters
 * @param lasting whether later years get them too
 * @param seen the version they were typed over; -1 where the form brought none
 */
record WordingForm(String words, boolean lasting, long seen) {

    static final int LONGEST = 20_000;

    static WordingForm of(String words, boolean lasting, String seen) {
        return new WordingForm(
                Normalizer.normalize(words, Normalizer.Form.NFC)
                        .replace("\r\n", "\n")
                        .replace('\t', ' ')
                        .replaceAll("[\\p{Cc}\\p{Cs}&&[^\n]]", "")
                        .strip(),
                lasting,
                seen.matches("[0-9]{1,18}") ? Long.parseLong(seen) : -1);
    }
}
