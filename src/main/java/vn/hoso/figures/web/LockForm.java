package vn.hoso.figures.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wish to lock a month.
 *
 * @param missing how many units the reviewer saw that have not submitted, and locks all the same; null where they were not
 *     asked or did not tick
 */
record LockForm(@Nullable String missing) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    /** What is no number was never seen. */
    int seen() {
        if (missing == null) {
            return 0;
        }
        return NUMBER.matcher(missing).matches() ? Integer.parseInt(missing) : -1;
    }
}
