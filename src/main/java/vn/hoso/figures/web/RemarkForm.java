package vn.hoso.figures.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.figures.domain.ReviewRemarks;
import vn.hoso.shared.PlainText;

/** Why a proposed correction is refused or withdrawn, as typed. */
record RemarkForm(
        @PlainText(max = ReviewRemarks.LONGEST, message = "{figures.correction.remark-missing}")
        String remark) {

    RemarkForm(@Nullable String remark) {
        this.remark = Objects.requireNonNullElse(remark, "");
    }

    /** The remark as it is stored. */
    String clean() {
        return ReviewRemarks.clean(remark);
    }
}
