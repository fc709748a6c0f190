package vn.hoso.accounts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hoso.security.Role;
import vn.hoso.shared.UserText;

/**
 * A user to be created or changed, as typed.
 *
 * @param username what they will sign in with
 * @param displayName what pages and the trail will call them
 * @param role null while none is chosen
 * @param assignments the units they enter; needed for unit staff, left out for everyone else
 * @param secondApprover whether they approve what the Office entered; left out for roles that cannot
 */
public record UserDraft(
        String username,
        String displayName,
        @Nullable Role role,
        List<UserAssignment> assignments,
        boolean secondApprover) {

    /** The roles that see every unit and enter nothing: whoever has one can be the second to look at what the Office entered. */
    public static final Set<Role> SECOND_APPROVERS = Set.of(Role.LEADER, Role.REPORT_CLERK);

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{3,40}");
    private static final int SHORTEST_USERNAME = 3;
    private static final int LONGEST_USERNAME = 40;
    private static final int EASY_TO_TYPE = 16;
    private static final int LONGEST_NAME = 120;

    /** Kinds that a unit's name begins with and people leave out when they speak of it. */
    private static final Pattern KIND = Pattern.compile("^(xa|phuong|thi tran|dac khu)\\s+");

    private static final Pattern LETTERS = Pattern.compile("[a-z].*[a-z].*[a-z]");
    private static final Pattern OTHER_SIGNS = Pattern.compile("[^a-z0-9]+");

    public UserDraft {
        username = username(username);
        displayName = UserText.kept(displayName);
        assignments = role == Role.UNIT_STAFF ? List.copyOf(assignments) : List.of();
        secondApprover = secondApprover && role != null && SECOND_APPROVERS.contains(role);
    }

    /** A user who approves by their role alone. */
    public UserDraft(String username, String displayName, @Nullable Role role, List<UserAssignment> assignments) {
        this(username, displayName, role, assignments, false);
    }

    /** A user whose units have no end date. */
    public UserDraft(String username, String displayName, @Nullable Role role, Set<Long> unitIds) {
        this(
                username,
                displayName,
                role,
                unitIds.stream().sorted().map(UserAssignment::lasting).toList());
    }

    /** Names are compared in lower case and NFC. */
    static String username(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with it by itself; whether the name is free only the database knows. */
    public List<AccountProblem> problems() {
        List<AccountProblem> found = new ArrayList<>();
        if (!USERNAME.matcher(username).matches()) {
            found.add(new AccountProblem("username", "accounts.problem.username"));
        }
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME || !UserText.isPlainName(displayName)) {
            found.add(new AccountProblem("displayName", "accounts.problem.displayName"));
        }
        if (role == null) {
            found.add(new AccountProblem("role", "accounts.problem.role"));
        }
        if (role == Role.UNIT_STAFF && assignments.isEmpty()) {
            found.add(new AccountProblem("unitIds", "accounts.problem.units"));
        }
        if (!assignments.stream().map(UserAssignment::unitId).allMatch(new HashSet<>()::add)) {
            found.add(new AccountProblem("standIns", "accounts.problem.unitTwice"));
        }
        if (assignments.stream().anyMatch(UserAssignment::endsBeforeItBegins)) {
            found.add(new AccountProblem("standIns", "accounts.problem.standInOrder"));
        }
        return found;
    }

    /**
     * A free name to sign in with for a unit: "Xã Phước An" becomes "phuocan", with the unit's code where another unit is called alike.
     *
     * @param namesakes whether another unit without an account would get the same name
     * @param used names that are not free
     */
    static String proposedUsername(String unit, String code, boolean namesakes, Set<String> used) {
        String name = shortName(unit, code);
        if (!namesakes && !used.contains(name)) {
            return name;
        }
        String end = "." + plain(code);
        String proposed = shortened(name, LONGEST_USERNAME - end.length()) + end;
        for (int number = 2; used.contains(proposed); number++) {
            String numbered = end + "-" + number;
            proposed = shortened(name, LONGEST_USERNAME - numbered.length()) + numbered;
        }
        return proposed;
    }

    /** The unit's name, cut where it is longer than a person's may be. */
    static String proposedDisplayName(String unit) {
        return unit.length() <= LONGEST_NAME
                ? unit
                : unit.substring(0, LONGEST_NAME).strip();
    }

    /** The unit's name in letters without diacritics, without its kind where enough is left; its code where that is easier to type. */
    static String shortName(String unit, String code) {
        String whole = PasswordRules.unaccented(unit);
        String bare = plain(KIND.matcher(whole).replaceFirst(""));
        String name = bare.length() < SHORTEST_USERNAME ? plain(whole) : bare;
        String abbreviation = plain(code);
        if (name.length() > EASY_TO_TYPE && LETTERS.matcher(abbreviation).find()) {
            return shortened(abbreviation, LONGEST_USERNAME);
        }
        return name.length() < SHORTEST_USERNAME ? "donvi" + name : shortened(name, LONGEST_USERNAME);
    }

    private static String shortened(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private static String plain(String text) {
        return OTHER_SIGNS.matcher(PasswordRules.unaccented(text)).replaceAll("");
    }
}
