package vn.hoso.accounts.web;

import java.util.Objects;
import vn.hoso.accounts.Passkeys;
import vn.hoso.shared.PlainText;

/**
 * A passkey to be added.
 *
 * @param name what its owner calls it
 * @param present the present password
 * @param answer the browser's, in JSON
 */
record PasskeyForm(
        @PlainText(max = Passkeys.LONGEST_NAME, name = true, message = "{accounts.problem.passkeyName}")
        String name,

        String present,
        String answer) {

    static final PasskeyForm EMPTY = new PasskeyForm("", "", "");

    /** Fields that were not sent are empty. */
    PasskeyForm {
        name = Objects.requireNonNullElse(name, "");
        present = Objects.requireNonNullElse(present, "");
        answer = Objects.requireNonNullElse(answer, "");
    }

    /** Never printed, not even by accident. */
    @Override
    public String toString() {
        return "PasskeyForm";
    }
}
