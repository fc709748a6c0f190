package vn.hoso.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.Indicator;

/**
 * What a version of a target says; the meanings are those of {@link Target}.
 *
 * @param position place in lists, 1 to 999
 * @param from first day on which it holds
 * @param until first day on which it no longer holds, null while open
 * @param instrumentIds the documents it rests on, in order
 * @param steps the bands of its points, and what it asks of single units in place of all
 */
public record TargetDraft(
        String code,
        String label,
        @Nullable String clause,
        Indicator indicator,
        TargetRule rule,
        @Nullable BigDecimal threshold,
        TargetScope scope,
        boolean aspiration,
        int position,
        LocalDate from,
        @Nullable LocalDate until,
        List<Long> instrumentIds,
        List<TargetStep> steps) {

    public TargetDraft {
        instrumentIds = List.copyOf(instrumentIds);
        steps = List.copyOf(steps);
    }
}
