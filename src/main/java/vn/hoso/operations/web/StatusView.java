package vn.hoso.operations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about the program itself.
 *
 * @param checks what can go wrong, first
 * @param facts what else an administrator is asked for when something did
 * @param jobs what the program does by itself
 */
record StatusView(List<Check> checks, List<Fact> facts, List<Job> jobs) {

    public boolean sound() {
        return checks.stream().allMatch(Check::sound);
    }

    /**
     * Something that is as it should be, or needs somebody.
     *
     * @param name last part of its message key
     * @param state what it is now, in words
     * @param path where more can be done about it, null for nowhere
     */
    record Check(
            String name,
            boolean sound,
            String state,
            @Nullable String path) {}

    /** @param name last part of its message key */
    record Fact(String name, String value) {}

    /**
     * A job.
     *
     * @param name what it does
     * @param last when it last ran, null if not since the start
     * @param failed whether it then failed
     * @param next when it runs next
     */
    record Job(
            String name,
            @Nullable String last,
            boolean failed,
            @Nullable String next) {}
}
