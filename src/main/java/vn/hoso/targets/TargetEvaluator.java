package vn.hoso.targets;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Counts;
import vn.hoso.rates.Fraction;
import vn.hoso.rates.Indicator;
import vn.hoso.rates.Rate;

/** Holds counts against a target, exactly. */
public final class TargetEvaluator {

    private TargetEvaluator() {}

    /**
     * The verdict of a target that figures alone decide, or that a user confirms.
     *
     * @param target the target
     * @param counts what was reported, null when nothing was
     * @param decision a user's confirmation, for a target without a percentage
     */
    public static Verdict judge(Target target, @Nullable Counts counts, @Nullable VerdictDecision decision) {
        Rate rate = counts == null ? null : counts.rate(target.indicator());
        if (target.rule() == TargetRule.HAS_ARISEN) {
            return confirmable(target, rate, decision);
        }
        if (rate == null || counts == null) {
            return new Verdict(target, VerdictStatus.NOT_ASSESSED, null, 0, 0, null, 0, null, null, null);
        }
        if (!rate.arisen()) {
            return new Verdict(target, VerdictStatus.NOTHING_ARISEN, rate, 0, 0, null, 0, null, null, null);
        }
        return measured(target, rate, ceiling(target.indicator(), counts));
    }

    private static Verdict confirmable(Target target, @Nullable Rate rate, @Nullable VerdictDecision decision) {
        VerdictStatus suggested = arisen(rate);
        VerdictStatus status = decision == null ? suggested : decision.verdict();
        return new Verdict(target, status, rate, 0, 0, null, 0, suggested, decision, null);
    }

    private static VerdictStatus arisen(@Nullable Rate rate) {
        if (rate == null) {
            return VerdictStatus.NOT_ASSESSED;
        }
        if (!rate.arisen()) {
            return VerdictStatus.NOTHING_ARISEN;
        }
        return rate.positive() ? VerdictStatus.MET : VerdictStatus.NOT_MET;
    }

    private static Verdict measured(Target target, Rate rate, @Nullable Rate ceiling) {
        BigDecimal threshold = Objects.requireNonNull(target.threshold());
        boolean met = satisfies(target.rule(), rate, threshold);
        long missingEligible = met || ceiling == null ? 0 : Math.max(0, whole(target.rule(), ceiling, threshold));
        return new Verdict(
                target,
                met ? VerdictStatus.MET : VerdictStatus.NOT_MET,
                rate,
                required(target.rule(), rate, threshold),
                Math.max(0, whole(target.rule(), rate, threshold)),
                ceiling,
                missingEligible,
                null,
                null,
                null);
    }

    /**
     * How many dossiers more a rate needs to meet a target with a threshold, whole: a part of a dossier is one. Negative for
     * what could be missing and the target still met.
     */
    public static long lacking(Target target, Rate rate) {
        return rate.arisen() ? whole(target.rule(), rate, Objects.requireNonNull(target.threshold())) : 0;
    }

    /** The points that a rate brings: those of the highest band that it reaches, exactly; null where none are given. */
    static @Nullable BigDecimal points(Target target, Rate rate) {
        return target.rule() == TargetRule.BANDS && rate.arisen()
                ? target.bands().stream()
                        .filter(band -> rate.reaches(band.percent()))
                        .findFirst()
                        .map(TargetStep::points)
                        .orElse(BigDecimal.ZERO)
                : null;
    }

    private static boolean satisfies(TargetRule rule, Rate rate, BigDecimal threshold) {
        return rule == TargetRule.MORE_THAN ? rate.exceeds(threshold) : rate.reaches(threshold);
    }

    private static long required(TargetRule rule, Rate rate, BigDecimal threshold) {
        return whole(rule, Rate.of(Fraction.ZERO, rate.exactDenominator()), threshold);
    }

    /** What is missing, in whole dossiers: a part of one is one, and more than the threshold is one beyond it. */
    private static long whole(TargetRule rule, Rate rate, BigDecimal threshold) {
        Fraction lacking = rate.lacking(threshold);
        return rule == TargetRule.MORE_THAN ? Math.addExact(lacking.floor(), 1) : lacking.ceiling();
    }

    /** Only the overall rate has procedures in its denominator that cannot be used online. */
    private static @Nullable Rate ceiling(Indicator indicator, Counts counts) {
        return Indicator.OVERALL.equals(indicator) ? counts.ceiling() : null;
    }
}
