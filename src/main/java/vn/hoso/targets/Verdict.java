package vn.hoso.targets;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Basis;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Rate;

/**
 * A target's verdict with its grounds. All numbers are dossiers.
 *
 * @param target what was asked
 * @param status the outcome: by the figures, or as a user confirmed it
 * @param rate the figures judged, null where nothing was reported
 * @param required the fewest dossiers that meet the target ({@code ⌈t·D/100⌉}); 0 where there is nothing to count
 * @param shortBy dossiers missing to the target, 0 when met
 * @param ceiling the most the rate can reach with today's procedures, null where the indicator has no ceiling below 100 %
 * @param missingEligible dossiers' worth of procedures that would have to go online before the target can be met, else 0
 * @param suggested the rule's own outcome for a target that a user confirms, else null
 * @param decision the user's confirmation, null while there is none
 * @param basis on which returns the figures rest; null where a document published them
 */
public record Verdict(
        Target target,
        VerdictStatus status,
        @Nullable Rate rate,
        long required,
        long shortBy,
        @Nullable Rate ceiling,
        long missingEligible,
        @Nullable VerdictStatus suggested,
        @Nullable VerdictDecision decision,
        @Nullable Basis basis) {

    public boolean met() {
        return status == VerdictStatus.MET;
    }

    /**
     * How final it is: an estimate (tạm tính) while returns are missing that could turn it, preliminary (sơ bộ) while some
     * are not approved. A user who confirmed a verdict has decided on what there was.
     */
    public DataStatus finality() {
        return rate == null || decision != null || basis == null ? DataStatus.OFFICIAL : basis.finality();
    }

    /** Whether returns that are missing or not approved could turn it. */
    public boolean provisional() {
        return finality() != DataStatus.OFFICIAL;
    }

    /** The same verdict, knowing on which returns it rests. */
    public Verdict restingOn(@Nullable Basis returns) {
        return new Verdict(
                target, status, rate, required, shortBy, ceiling, missingEligible, suggested, decision, returns);
    }

    /** Whether the target can be met without putting further procedures online. */
    public boolean reachable() {
        return missingEligible == 0;
    }

    /** The points that the figures bring, null where the target gives none, or nothing was reported or arose. */
    public @Nullable BigDecimal points() {
        return rate == null ? null : TargetEvaluator.points(target, rate);
    }

    /** A suggestion that nobody has confirmed yet. */
    public boolean awaitsConfirmation() {
        return suggested != null && decision == null;
    }

    /** Whether the figures are no longer those the confirmation rested on. */
    public boolean evidenceChanged() {
        return decision != null && !Objects.equals(decision.evidence(), rate);
    }
}
