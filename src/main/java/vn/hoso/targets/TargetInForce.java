package vn.hoso.targets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target with the latest confirmation of its verdict in the year asked for.
 *
 * @param target the target
 * @param decision null while nobody has confirmed
 */
public record TargetInForce(Target target, @Nullable VerdictDecision decision) {

    /** Those that hold on the day. */
    public static List<TargetInForce> on(LocalDate day, List<TargetInForce> all) {
        return all.stream().filter(each -> each.target().holdsOn(day)).toList();
    }

    /** The same without confirmations: people confirm a year's verdicts, which says nothing about a slice of it. */
    public static List<TargetInForce> undecided(List<TargetInForce> all) {
        return all.stream().map(each -> new TargetInForce(each.target(), null)).toList();
    }
}
