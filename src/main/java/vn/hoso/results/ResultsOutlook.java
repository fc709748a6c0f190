package vn.hoso.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Percentages;
import vn.hoso.rates.Rate;
import vn.hoso.targets.Target;
import vn.hoso.targets.TargetEvaluator;
import vn.hoso.targets.Verdict;

/**
 * What the rest of the year must bring for a target of the overall rate to be met at its end.
 *
 * <p>The rest R is an expectation. For months to come it is taken as it is, and a reader may put another number in its
 * place. A return of a month already begun is a fact that nobody knows yet: it may hold any number of dossiers, none of them
 * online or all of them. Two verdicts claim to hold whatever comes, so while such returns are owed they are given only if
 * they hold for every number v ≥ 0 of dossiers owed and every number of them online:
 *
 * <ul>
 *   <li>certain: {@code 100·N ≥ t·(D+R+v)} for every v only if t is 0, as v has no bound;
 *   <li>out of reach: {@code 100·(N+v) < t·(D+v)} for every v only if t is at least 100 and missed so far, as the rate comes
 *       as near to 100 % as v is large, but never makes up for dossiers that are on paper already.
 * </ul>
 *
 * The same holds while some unit-months have no basis for an expectation.
 *
 * @param target the target
 * @param needed dossiers that must still arrive online: {@code ⌈t·(D+R)/100⌉ − N}, 0 when none must
 * @param share this as a percentage of the dossiers expected, rounded for print; null where none are needed or expected,
 *     or more are needed than expected
 * @param state whether that can be done
 */
public record ResultsOutlook(
        Target target, long needed, @Nullable BigDecimal share, State state) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In the order of the exact comparison; the first that holds. */
    public enum State {
        /** Đã chắc đạt: met even if nothing more arrives online, {@code 100·N ≥ t·(D+R)}, and no owed return can turn it. */
        CERTAIN,
        /** Không còn khả năng: more are needed than can arrive online, {@code needed > ⌊R·E/D⌋}, and no owed return can turn it. */
        OUT_OF_REACH,
        /**
         * Chưa kết luận: it depends on returns that are owed or cannot be estimated; either no month is left in which
         * anything could be done, or more are needed than are expected to be possible.
         */
        UNDECIDED,
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
    static ResultsOutlook of(Target target, Counts soFar, RemainingYear remaining) {
        if (!Indicator.OVERALL.equals(target.indicator())) {
            throw new IllegalArgumentException("remaining volume is known for all dossiers only, not for " + target);
        }
        Verdict withoutMoreOnline = TargetEvaluator.judge(target, receiving(soFar, remaining.dossiers()), null);
        long needed = withoutMoreOnline.shortBy();
        boolean shown = needed > 0 && needed <= remaining.dossiers();
        return new ResultsOutlook(
                target,
                needed,
                shown ? Percentages.shown(new Rate(needed, remaining.dossiers()), List.of()) : null,
                state(target, withoutMoreOnline.met(), needed, soFar, remaining));
    }

    private static State state(Target target, boolean metAnyway, long needed, Counts soFar, RemainingYear remaining) {
        BigDecimal threshold = Objects.requireNonNull(target.threshold());
        boolean beyond = needed > remaining.eligible();
        if (metAnyway && (!remaining.open() || threshold.signum() == 0)) {
            return State.CERTAIN;
        }
        boolean lost = threshold.compareTo(HUNDRED) >= 0
                && !TargetEvaluator.judge(target, soFar, null).met();
        if (beyond && (!remaining.open() || lost)) {
            return State.OUT_OF_REACH;
        }
        if (beyond || !remaining.hasMonthsAhead()) {
            return State.UNDECIDED;
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
