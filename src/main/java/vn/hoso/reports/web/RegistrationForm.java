package vn.hoso.reports.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.shared.PlainText;

/**
 * What the registry wrote on the signed paper, as typed.
 *
 * @param number number and sign, one line
 * @param signedOn the day it was signed
 */
record RegistrationForm(
        @PlainText(max = 60, name = true, message = "{reports.issue.registration.wrong}")
        String number,

        @NotNull(message = "{reports.issue.registration.wrong}") @Nullable
        LocalDate signedOn) {

    RegistrationForm {
        number = Objects.requireNonNullElse(number, "");
    }
}
