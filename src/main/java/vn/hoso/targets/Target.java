package vn.hoso.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;

/**
 * A target in force: what a legal instrument asks of an indicator, from when to when.
 *
 * @param code short name such as "9.2" or "NQ17"; several targets may share one
 * @param label what is asked, in the instrument's words
 * @param clause where in the instrument, null where no source names it
 * @param indicator what is measured; it fixes the denominator
 * @param rule how it is compared
 * @param threshold percent from 0 to 100, null for {@link TargetRule#HAS_ARISEN}
 * @param scope whom it is set for
 * @param aspiration a goal of the plan's own, shown apart from the targets set from above
 * @param validFrom first day
 * @param validUntil first day on which it no longer holds, null while open
 * @param instruments the documents it rests on, in order
 */
public record Target(
        long id,
        String code,
        String label,
        @Nullable String clause,
        Indicator indicator,
        TargetRule rule,
        @Nullable BigDecimal threshold,
        TargetScope scope,
        boolean aspiration,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        List<LegalInstrument> instruments) {

    public Target {
        if ((rule == TargetRule.HAS_ARISEN) != (threshold == null)) {
            throw new IllegalArgumentException("target " + code + ": rule " + rule + " with threshold " + threshold);
        }
        instruments = List.copyOf(instruments);
    }

    /** Whether the target holds on that day; a period is judged by the targets of its last day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
    }

    /** The same target resting on these documents. */
    Target restingOn(List<LegalInstrument> documents) {
        return new Target(
                id,
                code,
                label,
                clause,
                indicator,
                rule,
                threshold,
                scope,
                aspiration,
                validFrom,
                validUntil,
                documents);
    }
}
