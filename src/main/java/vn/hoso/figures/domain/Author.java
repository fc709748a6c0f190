package vn.hoso.figures.domain;

import org.jspecify.annotations.Nullable;
import vn.hoso.security.CurrentUser;

/**
 * Who changed a figure.
 *
 * @param id the person, null for the program itself
 * @param name what they were called at the time
 */
public record Author(@Nullable Long id, String name) {

    /** Whether it was this person. */
    public boolean is(CurrentUser person) {
        return id != null && id == person.id();
    }

    public static Author of(CurrentUser person) {
        return new Author(person.id(), person.displayName());
    }
}
