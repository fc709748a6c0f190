package vn.hoso.targets;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.period.ReportingPeriod;
import vn.hoso.rates.DataStatus;
import vn.hoso.security.CurrentUser;

/** Tells which verdicts on figures that are there other targets would turn. Implemented where results are made. */
public interface VerdictPreview {

    /**
     * Judges every year with figures, and each of its months, by both.
     *
     * @param before the targets there are
     * @param after the targets there would be
     * @return the periods in which a verdict or its points would be others, the latest year first, before its months
     */
    List<PeriodTurns> turns(List<TargetInForce> before, List<TargetInForce> after, CurrentUser reader);

    /**
     * The confirmations of years that figures still come to which stand now and would no longer be shown once figures reach a month:
     * a year is judged by the targets of its last day with figures.
     *
     * @return the latest year first
     */
    List<EndingConfirmation> endingConfirmations(List<TargetInForce> before, List<TargetInForce> after);

    /**
     * A confirmation that would no longer be shown.
     *
     * @param target the version that it was made of
     * @param reaching the first month whose figures end it
     * @param replaced whether another version holds then; else the target holds no longer
     */
    record EndingConfirmation(Target target, VerdictDecision decision, YearMonth reaching, boolean replaced) {}

    /** The verdicts of one period that would be others. */
    record PeriodTurns(ReportingPeriod period, List<Turn> turns) {}

    /**
     * A verdict that would be another.
     *
     * @param before how it stands, null where the target does not hold
     * @param after how it would stand, null where the target would not hold
     * @param whole whether that of all units together is among them
     * @param units the units whose verdict turns so, by name
     */
    record Turn(
            Target target,
            @Nullable Standing before,
            @Nullable Standing after,
            boolean whole,
            List<String> units) {}

    /**
     * A verdict as pages show it.
     *
     * @param points null where the target gives none
     * @param decision the confirmation that it is shown with, null for none: a version has only those made of itself
     * @param suggested whether it is the rule's suggestion, which nobody has confirmed
     * @param finality whether returns that are missing or not approved could turn it
     */
    record Standing(
            VerdictStatus status,
            @Nullable BigDecimal points,
            @Nullable VerdictDecision decision,
            boolean suggested,
            DataStatus finality) {}
}
