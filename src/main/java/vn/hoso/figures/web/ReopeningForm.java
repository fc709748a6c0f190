package vn.hoso.figures.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.shared.PlainText;

/**
 * The wish to reopen a month as typed.
 *
 * @param until the last day on which it is to be open
 */
record ReopeningForm(
        @PlainText(max = ReviewRemarks.LONGEST, message = "{figures.reopening.incomplete}")
        String reason,

        String until) {

    static final ReopeningForm EMPTY = new ReopeningForm(null, null);

    /** A field that was not sent is empty. */
    ReopeningForm(@Nullable String reason, @Nullable String until) {
        this.reason = Objects.requireNonNullElse(reason, "");
        this.until = Objects.requireNonNullElse(until, "");
    }
}
