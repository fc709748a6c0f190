package vn.hoso.followups.web;

import java.util.Objects;
import vn.hoso.followups.FollowUp;
import vn.hoso.shared.PlainText;

/** How a task ended, as typed. */
record ClosingForm(
        @PlainText(max = FollowUp.LONGEST_TEXT, message = "{followups.problem.result}")
        String result) {

    /** A field that was not sent is empty. */
    ClosingForm {
        result = Objects.requireNonNullElse(result, "");
    }
}
