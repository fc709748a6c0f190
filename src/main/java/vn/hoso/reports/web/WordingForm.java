package vn.hoso.reports.web;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.reports.domain.Part;

/**
 * The typed form of a part's words.
 *
 * @param words with composed letters, one kind of line end and no control characters
 * @param lasting whether later years get them too
 * @param seen the version they were typed over; -1 where the form brought none
 */
record WordingForm(
        @NotEmpty(message = "{reports.wording.empty}")
        @Size(max = WordingForm.LONGEST, message = "{reports.wording.long}")
        String words,

        @Nullable Boolean lasting,
        @Nullable Long seen) {

    static final int LONGEST = 20_000;

    WordingForm {
        words = Normalizer.normalize(Objects.requireNonNullElse(words, ""), Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\t', ' ')
                .replaceAll("[\\p{Cc}\\p{Cs}&&[^\n]]", "")
                .strip();
        seen = Objects.requireNonNullElse(seen, -1L);
    }

    boolean lasting(Part part) {
        return part.lasting() && Boolean.TRUE.equals(lasting);
    }

    long version() {
        return Objects.requireNonNull(seen);
    }
}
