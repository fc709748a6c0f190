package vn.hoso.accounts.web;

import vn.hoso.accounts.UserQueries.Person;

/**
 * A person of the list, with their state as icon, word and colour.
 *
 * @param wordKey message key of the state
 */
record UserRow(Person person, String tone, String icon, String wordKey) {

    static UserRow of(Person person) {
        if (!person.enabled()) {
            return new UserRow(person, "unmet", "unmet", "accounts.state.disabled");
        }
        if (person.locked()) {
            return new UserRow(person, "suggested", "lock", "accounts.state.locked");
        }
        return person.ready()
                ? new UserRow(person, "met", "met", "accounts.state.ready")
                : new UserRow(person, "unknown", "clock", "accounts.state.waiting");
    }
}
