package vn.hoso.accounts.web;

import java.util.Objects;
import vn.hoso.accounts.PasswordRules.NewPassword;

/**
 * What a user types to prove who they are, and the password they choose; each page asks for some of it, and none of it is
 * ever sent back.
 *
 * @param present the present password
 * @param password the new one
 * @param repeated the new one again
 * @param code of the authenticator, or a recovery code
 * @param answer the browser's about a passkey, in JSON
 */
record AccountSecretForm(String present, String password, String repeated, String code, String answer) {

    static final AccountSecretForm EMPTY = new AccountSecretForm("", "", "", "", "");

    /** Fields that were not sent are empty. */
    AccountSecretForm {
        present = Objects.requireNonNullElse(present, "");
        password = Objects.requireNonNullElse(password, "");
        repeated = Objects.requireNonNullElse(repeated, "");
        code = Objects.requireNonNullElse(code, "");
        answer = Objects.requireNonNullElse(answer, "");
    }

    NewPassword newPassword() {
        return new NewPassword(password, repeated);
    }

    /** Never printed, not even by accident. */
    @Override
    public String toString() {
        return "AccountSecretForm";
    }
}
