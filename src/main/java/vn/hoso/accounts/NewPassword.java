package vn.hoso.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A password being chosen.
 *
 * @param password as typed
 * @param repeated as typed again
 */
public record NewPassword(String password, String repeated) {

    List<AccountProblem> problems(PasswordRules rules, Collection<String> context) {
        List<AccountProblem> found = new ArrayList<>();
        for (String problem : rules.problems(password, context)) {
            found.add(new AccountProblem("password", "accounts.problem." + problem));
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
