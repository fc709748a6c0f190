package vn.hoso.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of somebody's work list.
 *
 * @param reference what it is about, the same each time it is asked for and another one once it happens again; at most 100
 *     characters of ASCII
 * @param words what its sentence {@code worklist.<kind>} names, in order, formatted for the reader
 * @param detail what somebody wrote about it, or which units it concerns; null for nothing
 * @param late that it should have been done by now, in words; null where it is in time
 * @param path where its button leads
 */
public record WorkItem(
        WorkKind kind,
        String reference,
        List<String> words,
        @Nullable String detail,
        @Nullable String late,
        String path) {

    public WorkItem {
        words = List.copyOf(words);
        if (!reference.matches("[!-~]{1,100}")) {
            throw new IllegalArgumentException("reference of " + reference.length() + " characters");
        }
    }
}
