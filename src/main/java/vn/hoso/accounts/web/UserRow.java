package vn.hoso.accounts.web;

import vn.hoso.accounts.UserQueries.UserSummary;

/**
 * A user of the list, with their state as icon, word and colour.
 *
 * @param wordKey message key of the state
 */
record UserRow(UserSummary user, String tone, String icon, String wordKey) {

    static UserRow of(UserSummary user) {
        if (!user.enabled()) {
            return new UserRow(user, "unmet", "unmet", "accounts.state.disabled");
        }
        if (user.locked()) {
            return new UserRow(user, "suggested", "lock", "accounts.state.locked");
        }
        return user.ready()
                ? new UserRow(user, "met", "met", "accounts.state.ready")
                : new UserRow(user, "unknown", "clock", "accounts.state.waiting");
    }
}
