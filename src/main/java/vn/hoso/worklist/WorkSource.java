package vn.hoso.worklist;

import java.util.List;
import vn.hoso.security.CurrentUser;

/** A module in which something can wait for people. */
public interface WorkSource {

    /**
     * What waits for this user now, the oldest of each kind first. Costs at most a few statements, whatever the number of units,
     * and none for a user for whom nothing of this module can wait.
     */
    List<WorkItem> waitingFor(CurrentUser user);

    /** What waits for this user as mere numbers, which cost no statement of their own; none by default. */
    default List<WorkCount> countedFor(CurrentUser user) {
        return List.of();
    }
}
