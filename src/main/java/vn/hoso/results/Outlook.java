package vn.hoso.results;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Percentages;
import vn.hoso.rates.Rate;
import vn.hoso.targets.Judge;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;

/**
 * What the rest of the year must bring for a target of the overall rate to be met at its end.
 *
 * @param target the target
 * @param needed dossiers that must still arrive online: {@code ⌈t·(D+R)/100⌉ − N}, 0 when none must
 * @param share this as a percentage of the dossiers expected, rounded for print; null where none are needed or expected,
 *     or more are needed than expected
 * @param state whether that can be done
 */
public record Outlook(Target target, long needed, @Nullable BigDecimal share, State state) {

    /** In the order of the exact comparison; the first that holds. */
    public enum State {
        /** Đã chắc đạt: met even if nothing more arrives online, {@code 100·N ≥ t·(D+R)}. */
        CERTAIN,
        /** Không còn khả năng: more are needed than can arrive online, {@code needed > ⌊R·E/D⌋}. */
        OUT_OF_REACH,
        /** Đúng tiến độ: the share of R needed is at most the rate so far, {@code needed·D ≤ N·R}. */
        ON_TRACK,
        /** Phải tăng tốc: it can be done, but not at the rate so far. */
        MUST_SPEED_UP
    }

    /**
     * Looks ahead.
     *
     * @param target a target of the overall rate with a threshold
     * @param soFar the year so far, with at least one dossier
     */
    static Outlook of(Target target, Counts soFar, Remaining remaining) {
        if (target.indicator() != Indicator.OVERALL) {
            throw new IllegalArgumentException("remaining volume is known for all dossiers only, not for " + target);
        }
        Verdict withoutMoreOnline = Judge.judge(target, receiving(soFar, remaining.dossiers()), null);
        long needed = withoutMoreOnline.shortBy();
        boolean shown = needed > 0 && needed <= remaining.dossiers();
        return new Outlook(
                target,
                needed,
                shown ? Percentages.shown(new Rate(needed, remaining.dossiers()), List.of()) : null,
                withoutMoreOnline.met() ? State.CERTAIN : state(needed, soFar, remaining));
    }

    private static State state(long needed, Counts soFar, Remaining remaining) {
        if (needed > remaining.eligible()) {
            return State.OUT_OF_REACH;
        }
        BigDecimal asked = BigDecimal.valueOf(needed).multiply(BigDecimal.valueOf(soFar.dossiersReceived()));
        BigDecimal kept = BigDecimal.valueOf(soFar.onlineTotal()).multiply(BigDecimal.valueOf(remaining.dossiers()));
        return asked.compareTo(kept) <= 0 ? State.ON_TRACK : State.MUST_SPEED_UP;
    }

    /** The year with the dossiers to come, none of them online. */
    private static Counts receiving(Counts soFar, long more) {
        return new Counts(
                soFar.fullProcessReceived(),
                soFar.fullProcessOnline(),
                soFar.partialReceived(),
                soFar.partialOnline(),
                Math.addExact(soFar.dossiersReceived(), more),
                soFar.onlineTotal(),
                null);
    }
}
