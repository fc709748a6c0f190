package vn.hoso.figures.web;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The returns ticked to be approved.
 *
 * @param approve units and the versions seen, such as {@code 2:5}
 */
record ApprovalForm(
        @NotEmpty(message = "{figures.review.approve.nothing}")
        List<String> approve) {

    ApprovalForm(@Nullable List<String> approve) {
        this.approve = Objects.requireNonNullElse(approve, List.of());
    }
}
