package vn.hoso.targets;

import org.jspecify.annotations.Nullable;

/**
 * A target with the latest confirmation of its verdict in the year asked for.
 *
 * @param target the target
 * @param decision null while nobody has confirmed
 */
public record TargetInForce(Target target, @Nullable VerdictDecision decision) {}
