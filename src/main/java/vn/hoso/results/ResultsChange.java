package vn.hoso.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hoso.rates.DataStatus;
import vn.hoso.rates.Indicator;
import vn.hoso.results.RoundedResultRates.IndicatorResult;
import vn.hoso.targets.Target;
import vn.hoso.targets.Verdict;
import vn.hoso.targets.VerdictStatus;

/**
 * What a change of figures does to the results of the district or of one unit.
 *
 * @param name the district's or the unit's name
 * @param indicators the indicators whose figures differ, in the order of {@link Indicator}
 * @param flips the targets whose verdict differs, in their own order
 */
public record ResultsChange(String name, List<IndicatorChange> indicators, List<Flip> flips) {

    /** An indicator before and after. */
    public record IndicatorChange(IndicatorResult before, IndicatorResult after) {

        public Indicator indicator() {
            return after.indicator();
        }
    }

    /**
     * A verdict that turns.
     *
     * @param finality whether returns that are missing or not approved could turn it again
     */
    public record Flip(Target target, VerdictStatus before, VerdictStatus after, DataStatus finality) {}

    /**
     * Compares.
     *
     * @param before the results as they were, null if the unit had none
     * @param after the results as they are or would be
     */
    public static ResultsChange between(@Nullable ScopeResults before, ScopeResults after) {
        ScopeResults was = before == null ? nothing(after) : before;
        return new ResultsChange(
                after.name(),
                was.indicators().stream()
                        .map(each -> new IndicatorChange(each, after.indicator(each.indicator())))
                        .filter(each -> !Objects.equals(
                                each.before().rate(), each.after().rate()))
                        .toList(),
                flips(was, after));
    }

    public boolean changed() {
        return !indicators.isEmpty() || !flips.isEmpty();
    }

    private static ScopeResults nothing(ScopeResults after) {
        return new ScopeResults(
                after.scope(),
                after.name(),
                after.unitId(),
                after.kind(),
                null,
                RoundedResultRates.of(null, List.of()),
                List.of(),
                List.of(),
                after.expectedMonths(),
                0);
    }

    private static List<Flip> flips(ScopeResults before, ScopeResults after) {
        Map<String, VerdictStatus> was =
                all(before).collect(Collectors.toMap(ResultsChange::asked, Verdict::status, (first, second) -> second));
        List<Flip> found = new ArrayList<>();
        all(after).forEach(verdict -> {
            VerdictStatus earlier = was.getOrDefault(asked(verdict), VerdictStatus.NOT_ASSESSED);
            if (earlier != verdict.status()) {
                found.add(new Flip(verdict.target(), earlier, verdict.status(), verdict.finality()));
            }
        });
        return found;
    }

    /** A target in whichever of its versions. */
    private static String asked(Verdict verdict) {
        return verdict.target().code() + " " + verdict.target().indicator();
    }

    private static Stream<Verdict> all(ScopeResults results) {
        return Stream.concat(results.verdicts().stream(), results.aspirations().stream());
    }
}
