package vn.hoso.targets;

import org.jspecify.annotations.Nullable;

/**
 * A version of a target as it is kept.
 *
 * @param version counts its changes, for whoever changes it next
 * @param begun whether its first day has come: it is never edited any more
 * @param replaced whether a newer version comes after it
 * @param replaces the version before it, null for the first
 * @param draft what it says
 */
public record KeptTarget(
        long id,
        int version,
        boolean begun,
        boolean replaced,
        @Nullable Long replaces,
        TargetDraft draft) {}
