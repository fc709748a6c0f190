package vn.hoso.accounts.web;

import vn.hoso.accounts.PeopleList.Person;

/**
 * A person of the list, with their state as icon, word and colour.
 *
 * @param wordKey message key of the state
 */
record PersonRow(Person person, String tone, String icon, String wordKey) {

    static PersonRow of(Person person) {
        if (!person.enabled()) {
            return new PersonRow(person, "unmet", "unmet", "accounts.state.disabled");
        }
        if (person.locked()) {
            return new PersonRow(person, "suggested", "lock", "accounts.state.locked");
        }
        return person.ready()
                ? new PersonRow(person, "met", "met", "accounts.state.ready")
                : new PersonRow(person, "unknown", "clock", "accounts.state.waiting");
    }
}
