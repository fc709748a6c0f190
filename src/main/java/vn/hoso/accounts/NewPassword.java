package vn.hoso.accounts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A password being chosen. Long ones are welcome and nothing is prescribed but length, after NIST SP 800-63B-4.
 *
 * @param password as typed
 * @param repeated as typed again
 */
public record NewPassword(String password, String repeated) {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    public List<AccountProblem> problems(String username) {
        List<AccountProblem> found = new ArrayList<>();
        String text = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            found.add(new AccountProblem("password", "accounts.problem.passwordLength"));
        } else if (!username.isBlank() && text.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            found.add(new AccountProblem("password", "accounts.problem.passwordHoldsName"));
        }
        if (!password.equals(repeated)) {
            found.add(new AccountProblem("repeated", "accounts.problem.passwordsDiffer"));
        }
        return found;
    }

    /** Never printed, not even by accident. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
