package vn.hoso.security;

import java.util.List;
import java.util.Optional;

/**
 * A user as the database knows them at this moment.
 *
 * @param user name, role and units
 * @param owed the steps between their password and the program, in order
 */
public record UserAccess(CurrentUser user, List<SignInStep> owed) {

    public UserAccess {
        owed = List.copyOf(owed);
    }

    /** What they have to do next; a code is typed once in each session. */
    public Optional<SignInStep> next(boolean codeTyped) {
        return owed.stream()
                .filter(step -> step != SignInStep.CODE || !codeTyped)
                .findFirst();
    }
}
