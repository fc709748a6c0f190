package vn.hoso.reports.web;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.reports.ReportIssuing.Wish;
import vn.hoso.reports.domain.ReportTerm;

/**
 * The wish to issue a draft, as typed.
 *
 * @param previous the term's latest issued report that its writer saw, 0 for none
 * @param seen fingerprint of the draft that was seen
 * @param reason why it is issued although its figures are provisional; empty where they are final
 * @param replacement why it takes the place of the one before; empty where it does not
 */
record IssueForm(
        @NotNull(message = "{error.unreadable-request}") @Nullable
        Long previous,

        @NotNull(message = "{error.unreadable-request}") @Nullable
        String seen,

        String reason,
        String replacement) {

    static final IssueForm EMPTY = new IssueForm(null, null, "", "");

    IssueForm {
        reason = Objects.requireNonNullElse(reason, "");
        replacement = Objects.requireNonNullElse(replacement, "");
    }

    Wish wish(ReportTerm term) {
        return new Wish(
                term,
                Objects.requireNonNull(previous),
                Objects.requireNonNull(seen),
                acceptable(reason),
                acceptable(replacement));
    }

    private static @Nullable String acceptable(String reason) {
        String clean = ReviewRemarks.clean(reason);
        return ReviewRemarks.acceptable(clean) ? clean : null;
    }
}
