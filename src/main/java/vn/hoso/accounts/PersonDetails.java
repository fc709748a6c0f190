package vn.hoso.accounts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.Role;
import vn.hoso.shared.TypedText;

/**
 * A person to be created, as typed.
 *
 * @param username what they will sign in with
 * @param displayName what pages and the trail will call them
 * @param role null while none is chosen
 * @param unitIds the units they enter; needed for unit staff, empty for everyone else
 */
public record PersonDetails(
        String username, String displayName, @Nullable Role role, Set<Long> unitIds) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{3,40}");
    private static final int LONGEST_NAME = 120;

    public PersonDetails {
        username = Normalizer.normalize(username, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        displayName = TypedText.kept(displayName);
        unitIds = Set.copyOf(unitIds);
    }

    /** What is wrong with it by itself; whether the name is taken only the database knows. */
    public List<AccountProblem> problems() {
        List<AccountProblem> found = new ArrayList<>();
        if (!USERNAME.matcher(username).matches()) {
            found.add(new AccountProblem("username", "accounts.problem.username"));
        }
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME || !TypedText.isPlainName(displayName)) {
            found.add(new AccountProblem("displayName", "accounts.problem.displayName"));
        }
        if (role == null) {
            found.add(new AccountProblem("role", "accounts.problem.role"));
        }
        if (role == Role.UNIT_STAFF && unitIds.isEmpty()) {
            found.add(new AccountProblem("unitIds", "accounts.problem.units"));
        }
        return found;
    }
}
