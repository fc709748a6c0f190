package vn.hoso.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hoso.audit.Change;
import vn.hoso.audit.TrailEntry;

/**
 * What a user may do, as the trail compares it before and after a change.
 *
 * @param units for each unit how long they enter its figures
 * @param secondApprover whether they approve what the Office entered
 */
record UserState(@Nullable String displayName, @Nullable String role, Map<Long, String> units, boolean secondApprover) {

    /** The state before the account exists. */
    static final UserState NOBODY = new UserState(null, null, Map.of(), false);

    static UserState of(User user, List<UserAssignment> assignments) {
        return new UserState(
                user.displayName(),
                user.role().name(),
                assignments.stream().collect(Collectors.toMap(UserAssignment::unitId, UserState::time)),
                user.secondApprover());
    }

    private static String time(UserAssignment each) {
        return each.lasting() ? "LASTING" : each.from() + "–" + each.to();
    }

    private @Nullable String approving() {
        return secondApprover ? "OFFICE_ENTRIES" : null;
    }

    /** The line with what is different now. */
    TrailEntry to(UserState after, TrailEntry line) {
        List<Change> changes = new ArrayList<>();
        add(changes, null, "displayName", displayName, after.displayName);
        add(changes, null, "role", role, after.role);
        add(changes, null, "approving", approving(), after.approving());
        TreeSet<Long> either = new TreeSet<>(units.keySet());
        either.addAll(after.units.keySet());
        either.forEach(unit -> add(changes, unit, "entering", units.get(unit), after.units.get(unit)));
        return line.units(either).changing(changes);
    }

    private static void add(
            List<Change> changes, @Nullable Long unit, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(unit, null, field, before, after));
        }
    }
}
