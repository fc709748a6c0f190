package vn.hoso.presentation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target and how it stands, ready to print.
 *
 * @param mark the verdict
 * @param code the target's short name
 * @param label what is asked
 * @param asked the threshold in words, null for a target without one
 * @param basis numbers of the instruments and the clause
 * @param citations full citations of the instruments
 * @param finding what is missing or what there is, the line's main statement
 * @param grounds figures behind it, null where there are none
 * @param reach whether the target can be met with today's procedures, null where that is no question
 * @param beyondReach whether it cannot
 * @param confirmation who confirmed the verdict and when, or that nobody has; null for a target that figures decide
 * @param note the confirming person's words
 * @param warning that the figures have changed since
 * @param confirmPath where this reader confirms it, null if they may not
 * @param followUpPath where this reader has something done about a missed target, null if they may not
 * @param outlook what the rest of the year must bring, null where that is no question
 * @param trace where its figures come from, null where no page tells
 */
public record VerdictView(
        StatusBadge mark,
        String code,
        String label,
        @Nullable String asked,
        String basis,
        List<String> citations,
        String finding,
        @Nullable String grounds,
        @Nullable String reach,
        boolean beyondReach,
        @Nullable String confirmation,
        @Nullable String note,
        @Nullable String warning,
        @Nullable String confirmPath,
        @Nullable String followUpPath,
        @Nullable OutlookView outlook,
        @Nullable String trace) {

    /** The citations as a hint on the instrument's number. */
    public String hint() {
        return String.join("\n", citations);
    }
}
